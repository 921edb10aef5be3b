package org.zhiyang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.platform.web.Problems.FieldError;

class PasswordRulesTests {
  @ParameterizedTest
  @ValueSource(strings = {"blue-kettle-7", "竹外桃花三两枝 spring", "Kt7mVq29xW", "wang.fang on tuesdays"})
  void aPasswordOfOnesOwnIsTaken(String password) {
    assertThat(PasswordRules.refuse(password, "hl100001")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      kt7mVq29x, size
      kettlebluegreen, too-simple
      a1a1a1a1a1a1, too-simple
      hl100001-blue-kettle, contains-username
      blue-100001LH-kettle, contains-username
      1234567890a, common
      Password2026!, common
      qwertyuiop123, common
      woaini1314520, common
      abcdefgh-12345678, common
      huzhou@2025, common
      1qaz2wsx3edc, common""")
  void aPasswordOthersTryFirstIsRefused(String password, String code) {
    assertThat(PasswordRules.refuse(password, "hl100001")).map(FieldError::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 200})
  void aPasswordLongerThanTheDigestReadsIsRefused(int length) {
    assertThat(PasswordRules.refuse("kt7mVq29xW".repeat(20).substring(0, length), "somebody")).map(FieldError::code).contains("size");
    assertThat(PasswordRules.refuse("竹外桃花三两枝春江水暖鸭先知蒌蒿满地芦芽短1a", "somebody")).isEmpty();
    assertThat(PasswordRules.refuse("竹外桃花三两枝春江水暖鸭先知蒌蒿满地芦芽短正是河豚1a", "somebody")).map(FieldError::code).contains("size");
  }
}
