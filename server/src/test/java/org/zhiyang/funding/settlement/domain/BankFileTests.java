package org.zhiyang.funding.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankFileTests {
  private static final UUID BATCH = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final List<BankFile.Payment> PAYMENTS = List.of(new BankFile.Payment(BATCH, 1, "安康,居家\"服务\"中心", "0000001234567890123", 1_234_500, "2026-10 居家养老服务补贴"),
      new BankFile.Payment(BATCH, 2, "夕阳红养老服务部", "0000009999999999999", 1, "2026-10 居家养老服务补贴"));

  @Test
  void whatIsWrittenIsReadBackAndIsTheSameEveryTime() {
    var file = BankFile.write(BATCH, PAYMENTS);

    assertThat(BankFile.read(file)).isEqualTo(PAYMENTS);
    assertThat(BankFile.write(BATCH, PAYMENTS)).isEqualTo(file).startsWith(BankFile.HEAD + "\r\n").endsWith("\r\n").contains(",TOTAL,,,1234501,2,");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      1234500,        1234501,        第 1 行的校验值不符
      'TOTAL,,,1234501', 'TOTAL,,,1234502', 末行的合计与各行不符
      batch,          Batch,          文件首行应为""")
  void aFileChangedOnTheWayIsRefusedByTheBank(String what, String into, String sentence) {
    var changed = BankFile.write(BATCH, PAYMENTS).replaceFirst(what, into);

    assertThatThrownBy(() -> BankFile.read(changed)).isInstanceOf(BrokenFile.class).hasMessageContaining(sentence);
  }

  @Test
  void aLineLeftOutIsNoticedByTheDigestOfTheWhole() {
    var file = BankFile.write(BATCH, PAYMENTS);
    var other = file.replaceFirst("(?s)\r\n[^\r]*夕阳红[^\r]*", "").replace("1234501,2,", "1234500,1,");

    assertThatThrownBy(() -> BankFile.read(other)).hasMessageContaining("末行的校验值不符");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      1 paid,            1 paid,     第 1 笔出现了两次
      1 refused,         2 paid,     第 2 行退回但没有写原因
      1 done,            2 paid,     第 2 行的状态只能是 paid 或 refused
      x paid,            2 paid,     第 2 行的批次号或行号不正确
      -1 paid,           2 paid,     第 2 行的行号是 -1，应从 1 数起""")
  void aReturnThatMakesNoSenseSaysWhichLine(String first, String second, String sentence) {
    var text = BankReturn.HEAD + "\r\n" + row(first) + row(second);

    assertThatThrownBy(() -> BankReturn.read(text)).isInstanceOf(BrokenFile.class).hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFFFD\uFFFD\uFFFD", "\u0000b"})
  void aTextThatWasReadInTheWrongEncodingIsNeverBooked(String reason) {
    assertThatThrownBy(() -> BankReturn.read(BankReturn.HEAD + "\r\n" + BATCH + ",1,refused," + reason + "\r\n")).isInstanceOf(BrokenFile.class).hasMessageContaining("另存为 UTF-8");
  }

  private static String row(String lineAndState) {
    return BATCH + "," + lineAndState.replace(' ', ',') + ",\r\n";
  }
}
