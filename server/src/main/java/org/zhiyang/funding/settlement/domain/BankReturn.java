package org.zhiyang.funding.settlement.domain;

import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The bank's answer to a payment file: for every line whether it was paid, or why it was refused. CSV, head {@code batch,line,state,reason}; state is paid or refused. */
public record BankReturn(UUID batch, SequencedMap<Integer, Result> results) {
  public static final String HEAD = "batch,line,state,reason";

  /** {@code reason} is empty for a paid line. */
  public record Result(boolean paid, String reason) {}

  /** @throws BrokenFile with a Chinese sentence that names the line */
  public static BankReturn read(String text) {
    if (text.chars().anyMatch(c -> c == '\uFFFD' || c < ' ' && c != '\t' && c != '\r' && c != '\n')) {
      throw new BrokenFile("文件里有认不出的文字（乱码），请用记事本或 WPS 打开，另存为 UTF-8 编码的 CSV");
    }
    var rows = Csv.rows(text);
    if (rows.size() < 2 || !String.join(",", rows.getFirst()).equals(HEAD)) throw new BrokenFile("回盘文件首行应为 " + HEAD + "，其后每行一笔");
    var results = new TreeMap<Integer, Result>();
    UUID batch = null;
    for (var i = 1; i < rows.size(); i++) {
      var row = rows.get(i);
      if (row.size() < 3 || row.size() > 4) throw new BrokenFile("第 " + (i + 1) + " 行应有 4 列");
      var reason = row.size() == 4 ? row.get(3).strip() : "";
      try {
        var of = UUID.fromString(row.get(0));
        if (batch != null && !batch.equals(of)) throw new BrokenFile("第 " + (i + 1) + " 行属于另一个批次");
        batch = of;
        if (!List.of("paid", "refused").contains(row.get(2))) throw new BrokenFile("第 " + (i + 1) + " 行的状态只能是 paid 或 refused");
        var paid = row.get(2).equals("paid");
        if (!paid && reason.isEmpty()) throw new BrokenFile("第 " + (i + 1) + " 行退回但没有写原因");
        if (Integer.parseInt(row.get(1)) < 1) throw new BrokenFile("第 " + (i + 1) + " 行的行号是 " + row.get(1) + "，应从 1 数起");
        if (results.put(Integer.valueOf(row.get(1)), new Result(paid, reason)) != null) throw new BrokenFile("第 " + row.get(1) + " 笔出现了两次");
      } catch (IllegalArgumentException notANumber) {
        throw new BrokenFile("第 " + (i + 1) + " 行的批次号或行号不正确");
      }
    }
    return new BankReturn(Objects.requireNonNull(batch), results);
  }

  public String write() {
    var text = new StringBuilder(HEAD).append("\r\n");
    results.forEach((line, r) -> text.append(Csv.row(batch.toString(), Integer.toString(line), r.paid ? "paid" : "refused", r.reason)).append("\r\n"));
    return text.toString();
  }
}
