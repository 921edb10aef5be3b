package org.zhiyang.need.careplan.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan costs and who pays, computed for the months {@link PlanCalendar#quotedMonths} names, each with its real days and prices and with its whole entitlement.
 *
 *  @param entitledUntil first day without the entitlement that holds at the start; null when it has no end or there is none */
public record PlanQuote(LocalDate from, List<ItemLine> items, WeekLine week, List<MonthLine> months, @Nullable LocalDate entitledUntil) {

  /** One item: what it costs in a usual week at the prices of the first day. {@code minutes} count against the entitlement (0 if the item does not). */
  public record ItemLine(UUID item, String service, String name, String unit, int units, int visits, long visitPriceFen, long priceFen, int minutes) {}

  /** A usual week: price and minutes as they are; the shares are in the proportion of the first whole month (each rounded down, the elder pays the rest). */
  public record WeekLine(int visits, int minutes, long priceFen, long publicFen, long voucherFen, long elderFen) {}

  /** One month. {@code whole} is false for the rest of a month the plan starts in. {@code wantedMinutes} count against the {@code grantedMinutes} of the month. */
  public record MonthLine(YearMonth month, boolean whole, int visits, int wantedMinutes, int grantedMinutes, int publicMinutes, long priceFen, long publicFen, long voucherFen, long elderFen) {
    public int overMinutes() {
      return Math.max(0, wantedMinutes - publicMinutes);
    }
  }

  /** The month in which the most minutes are not covered; empty if all are. */
  public Optional<MonthLine> beyond() {
    return months.stream().filter(m -> m.overMinutes() > 0).max(Comparator.comparingInt(MonthLine::overMinutes));
  }

  /** The most the elder pays in one of these months. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public long mostElderFen() {
    return months.stream().mapToLong(MonthLine::elderFen).max().orElse(0);
  }
}
