package org.zhiyang.need.careplan.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.zhiyang.need.careplan.PlanItem;

/** Which visits a weekly plan makes on which days. */
public final class PlanCalendar {
  private PlanCalendar() {}

  /** One visit of an item. */
  public record Visit(LocalDate day, PlanItem item) {}

  /** Visits from {@code from} to before {@code to}, by day, then in the order of the items. */
  public static List<Visit> visits(List<PlanItem> items, LocalDate from, LocalDate to) {
    return from.datesUntil(to).flatMap(day -> items.stream().filter(i -> i.weekdays().contains(day.getDayOfWeek().getValue())).map(i -> new Visit(day, i))).toList();
  }

  /** The month of the start, if the plan starts after its first day, and the next three whole months: five-week months show in it. */
  public static List<YearMonth> quotedMonths(LocalDate from) {
    var first = YearMonth.from(from);
    var whole = from.getDayOfMonth() == 1 ? first : first.plusMonths(1);
    return Stream.concat(from.getDayOfMonth() == 1 ? Stream.empty() : Stream.of(first), Stream.of(whole, whole.plusMonths(1), whole.plusMonths(2))).toList();
  }
}
