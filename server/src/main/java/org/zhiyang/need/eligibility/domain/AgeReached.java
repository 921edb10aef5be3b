package org.zhiyang.need.eligibility.domain;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** From when an age counts for a benefit (到龄待遇起算). Born 2 May 1946, the age of 80 counts on the day itself from 2 May 2026, by the month of the birthday from
 *  1 May 2026, by the month after it from 1 June 2026. Born on 29 February: the day itself is 1 March in common years, the month is February. */
public enum AgeReached {
  BIRTHDAY, MONTH_OF_BIRTHDAY, MONTH_AFTER_BIRTHDAY;

  /** Full years on that day, never negative. */
  public int ageOn(LocalDate day, LocalDate birthOn) {
    var months = ChronoUnit.MONTHS.between(YearMonth.from(birthOn), YearMonth.from(day));
    var years = switch (this) {
      case BIRTHDAY -> Period.between(birthOn, day).getYears();
      case MONTH_OF_BIRTHDAY -> Math.floorDiv(months, 12);
      case MONTH_AFTER_BIRTHDAY -> Math.floorDiv(months - 1, 12);
    };
    return Math.max(0, (int) years);
  }
}
