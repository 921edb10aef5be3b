package org.zhiyang.need.eligibility.usecase;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.MonthBalance;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.Quote;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.eligibility.domain.PayerOrder;
import org.zhiyang.need.eligibility.domain.PayerSplitPolicy;
import org.zhiyang.need.eligibility.domain.PayerSplitPolicy.Left;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.registry.elder.ElderId;

/** What one more visit may take of an elder's month, once the visits that are promised but not made yet have taken theirs in their order. Public money pays only for days on which an entitlement is in force. */
@Component
class LeftOfMonth {
  private final Entitlements entitlements;

  LeftOfMonth(Entitlements entitlements) {
    this.entitlements = entitlements;
  }

  Left on(LocalDate day, ElderId elder, MonthBalance balance, List<PlannedUse> promised, PayerOrder order) {
    return inForce(afterPromised(elder, balance, promised, order), entitlements.listOf(elder), day);
  }

  /** How a visit would be paid, with what was left of the month and what of that is promised. */
  Quote quote(PlannedUse asked, ElderId elder, MonthBalance balance, List<PlannedUse> promised, PayerOrder order) {
    var periods = entitlements.listOf(elder);
    var free = afterPromised(elder, balance, promised, order);
    return new Quote(split(asked.item(), asked.units(), inForce(free, periods, asked.day()), order), balance.leftMinutes(), balance.leftMinutes() - free.minutes(), balance.leftVoucherFen(),
        balance.leftVoucherFen() - free.voucherFen(), periods.stream().anyMatch(e -> e.isInForceOn(asked.day())));
  }

  private Left afterPromised(ElderId elder, MonthBalance balance, List<PlannedUse> promised, PayerOrder order) {
    var periods = entitlements.listOf(elder);
    var open = new Left(balance.leftMinutes(), balance.leftVoucherFen(), 0);
    for (var use : promised) open = open.without(split(use.item(), use.units(), inForce(open, periods, use.day()), order));
    return open;
  }

  private static Left inForce(Left open, List<Entitlement> periods, LocalDate day) {
    return periods.stream().filter(e -> e.isInForceOn(day)).findFirst().map(e -> new Left(open.minutes(), open.voucherFen(), e.voucherRatePermille())).orElse(Left.NOTHING);
  }

  static PayerShares split(ServiceItem item, int units, Left left, PayerOrder order) {
    return PayerSplitPolicy.split(Math.multiplyExact(item.priceFen(), units), item.countsAgainstHours() ? Math.multiplyExact(item.durationMinutes(), units) : 0, left, order);
  }
}
