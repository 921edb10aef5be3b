package org.zhiyang.need.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeReachedTests {
  @ParameterizedTest
  @CsvSource(textBlock = """
      BIRTHDAY,             1946-05-02, 2026-05-01, 79
      BIRTHDAY,             1946-05-02, 2026-05-02, 80
      BIRTHDAY,             1948-02-29, 2027-02-28, 78
      BIRTHDAY,             1948-02-29, 2027-03-01, 79
      BIRTHDAY,             1948-02-29, 2028-02-29, 80
      MONTH_OF_BIRTHDAY,    1946-05-31, 2026-04-30, 79
      MONTH_OF_BIRTHDAY,    1946-05-31, 2026-05-01, 80
      MONTH_AFTER_BIRTHDAY, 1946-05-02, 2026-05-31, 79
      MONTH_AFTER_BIRTHDAY, 1946-05-02, 2026-06-01, 80
      MONTH_AFTER_BIRTHDAY, 1946-12-31, 2026-12-31, 79
      MONTH_AFTER_BIRTHDAY, 1946-12-31, 2027-01-01, 80
      MONTH_AFTER_BIRTHDAY, 1948-02-29, 2028-02-29, 79
      MONTH_AFTER_BIRTHDAY, 1948-02-29, 2028-03-01, 80
      MONTH_AFTER_BIRTHDAY, 1948-02-29, 2027-03-01, 79
      MONTH_AFTER_BIRTHDAY, 2026-11-01, 2026-11-01, 0""")
  void countsAnAgeFromTheDayTheProfileSays(AgeReached rule, LocalDate born, LocalDate day, int age) {
    assertThat(rule.ageOn(day, born)).isEqualTo(age);
  }
}
