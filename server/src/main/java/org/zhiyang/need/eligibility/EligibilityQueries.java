package org.zhiyang.need.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.zhiyang.registry.elder.ElderId;

/** The questions other modules may ask about entitlements and the service list. The caller has checked that the elder is in scope. */
public interface EligibilityQueries {
  /** The entitlement that holds on the day. */
  Optional<Entitlement> findEntitlementOf(ElderId elder, LocalDate day);

  /** Zeroes when nothing was granted for the month. */
  MonthBalance balanceOf(ElderId elder, YearMonth month);

  /** The service list with the prices of that day in that place (12-digit region). */
  List<ServiceItem> serviceList(String regionCode, LocalDate day);

  /** @throws org.zhiyang.platform.web.NotFound for an unknown code */
  ServiceItem serviceItem(String code, String regionCode, LocalDate day);

  /** How many units of a service one visit may hold, 1 or more: what a carer can do on one day. */
  int mostUnitsAVisit(ServiceItem item, String regionCode, LocalDate day);

  /** How a visit would be paid with what is left of the month once the {@code promised} ones of the same month, not reserved yet, have taken theirs in this order; reserves nothing. */
  Quote quote(ElderId elder, PlannedUse asked, List<PlannedUse> promised);

  /** How these visits would be paid, one after the other, each month with its whole entitlement untouched by what is reserved already: for planning.
   *  Answers one line for each visit, in the order given; visits of one month should be in the order of days. */
  List<PayerShares> quotePlan(ElderId elder, List<PlannedUse> visits);

  /** Minutes granted for the month, whether used or not: the largest entitlement in force on some day of it. */
  int grantedMinutes(ElderId elder, YearMonth month);
}
