package org.zhiyang.service.dispatch.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;

/** The limits of a carer's work: minutes of a day, minutes of a week from Monday to Sunday, rest between two days. */
final class WorkTime {
  private static final int DAY = 24 * 60;

  private WorkTime() {}

  /**
   * The rule a day of so much work would break, null for none.
   *
   * @param minutes of service and travel of the day; none: nothing is broken
   * @param leaves, ends minute of the first way and of the end of the last visit
   */
  static @Nullable HardRule broken(PlanningDay day, CarerId carer, int minutes, int leaves, int ends) {
    var settings = day.settings();
    if (minutes == 0) return null;
    if (minutes > settings.maximumMinutesPerDay()) return HardRule.DAY_LENGTH;
    if (minutes + minutesInWeek(day, carer, date -> !date.equals(day.day())) > settings.maximumMinutesPerWeek()) return HardRule.WEEK_LENGTH;
    return leaves < earliest(day, carer) || ends > latest(day, carer) ? HardRule.REST : null;
  }

  /** Of the days of the week that pass the test. */
  static int minutesInWeek(PlanningDay day, CarerId carer, Predicate<LocalDate> which) {
    var sum = 0;
    var monday = day.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (var date = monday; date.isBefore(monday.plusDays(7)); date = date.plusDays(1)) {
      var duty = which.test(date) ? day.elsewhere().on(carer, date) : null;
      if (duty != null) sum += duty.minutes();
    }
    return sum;
  }

  /** The first minute of the day at which the carer has rested since the day before. */
  static int earliest(PlanningDay day, CarerId carer) {
    var before = day.elsewhere().on(carer, day.day().minusDays(1));
    return before == null ? Integer.MIN_VALUE : before.ends() - DAY + day.settings().restMinutes();
  }

  /** The last minute of the day at which the work may end, so that there is rest before the next day begins. */
  static int latest(PlanningDay day, CarerId carer) {
    var after = day.elsewhere().on(carer, day.day().plusDays(1));
    return after == null ? Integer.MAX_VALUE : after.leaves() + DAY - day.settings().restMinutes();
  }
}
