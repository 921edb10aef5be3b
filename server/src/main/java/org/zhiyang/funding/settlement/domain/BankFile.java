package org.zhiyang.funding.settlement.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhiyang.platform.crypto.Sm3;

/** The payment file for a bank (docs/contracts/bank-file.md): CSV in UTF-8 with CRLF, one line a payment, a last line TOTAL with count, sum and a digest of all before it.
 *  The same payments give the same bytes. */
public final class BankFile {
  public static final String HEAD = "batch,line,account_name,account_number,amount_fen,purpose,digest";
  static final String TOTAL = "TOTAL";
  private static final String END = "\r\n";

  private BankFile() {}

  /** One payment of the file. {@code line} from 1; {@code amountFen} positive. */
  public record Payment(UUID batch, int line, String accountName, String accountNumber, long amountFen, String purpose) {
    /** SM3 hex over the first six fields, joined with "|". */
    public String digest() {
      return Sm3.hex(String.join("|", batch.toString(), Integer.toString(line), accountName, accountNumber, Long.toString(amountFen), purpose));
    }
  }

  public static String write(UUID batch, List<Payment> payments) {
    var text = new StringBuilder(HEAD).append(END);
    for (var p : payments) {
      text.append(Csv.row(batch.toString(), Integer.toString(p.line), p.accountName, p.accountNumber, Long.toString(p.amountFen), p.purpose, p.digest())).append(END);
    }
    var sum = payments.stream().mapToLong(Payment::amountFen).sum();
    var before = Sm3.hex(text.toString());
    return text.append(Csv.row(batch.toString(), TOTAL, "", "", Long.toString(sum), Integer.toString(payments.size()), before)).append(END).toString();
  }

  /** Reads and checks a payment file, as a bank does. @throws BrokenFile with a Chinese sentence naming the line */
  public static List<Payment> read(String text) {
    var totalAt = text.lastIndexOf(END, text.length() - END.length() - 1);
    var rows = Csv.rows(text);
    if (rows.size() < 2 || !String.join(",", rows.getFirst()).equals(HEAD) || totalAt < 0) throw new BrokenFile("文件首行应为 " + HEAD + "，末行应为 TOTAL");
    var payments = new ArrayList<Payment>();
    try {
      for (var row : rows.subList(1, rows.size() - 1)) {
        var p = new Payment(UUID.fromString(row.get(0)), Integer.parseInt(row.get(1)), row.get(2), row.get(3), Long.parseLong(row.get(4)), row.get(5));
        if (!p.digest().equals(row.get(6))) throw new BrokenFile("第 " + p.line + " 行的校验值不符");
        payments.add(p);
      }
      var total = rows.getLast();
      var sum = payments.stream().mapToLong(Payment::amountFen).sum();
      if (!total.get(1).equals(TOTAL) || Long.parseLong(total.get(4)) != sum || Integer.parseInt(total.get(5)) != payments.size()) throw new BrokenFile("末行的合计与各行不符");
      if (!total.get(6).equals(Sm3.hex(text.substring(0, totalAt + END.length())))) throw new BrokenFile("末行的校验值不符");
      if (payments.stream().map(Payment::batch).distinct().count() > 1) throw new BrokenFile("一个文件只能有一个批次");
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw new BrokenFile("文件中有不能识别的行");
    }
    return payments;
  }
}
