package org.zhiyang.service.homecare.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Problems;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.service.homecare.domain.HomecareRefusal;

/** Looks whether an order is one visit and within the entitlement before it is placed: what the agreed plan and earlier orders will need is theirs already. */
@Component
class Cover {
  private final EligibilityQueries eligibility;
  private final EligibilityCommands balance;
  private final Promises promises;

  Cover(EligibilityQueries eligibility, EligibilityCommands balance, Promises promises) {
    this.eligibility = eligibility;
    this.balance = balance;
    this.promises = promises;
  }

  /** @throws InvalidInput for more units than one visit can hold */
  void requireOneVisit(ServiceItem item, int units, String region, LocalDate day) {
    var most = eligibility.mostUnitsAVisit(item, region, day);
    if (units > most) throw new InvalidInput(List.of(new Problems.FieldError("units", "too-long", Map.of("most", most))));
  }

  /** @param elderPays the elder agreed to pay what neither minutes nor voucher cover
   *  @throws HomecareRefusal.BeyondEntitlement when something would be the elder's who did not agree */
  @Transactional(propagation = Propagation.MANDATORY)
  void require(ElderId elder, ServiceItem item, int units, LocalDate day, boolean elderPays) {
    if (elderPays) return;
    var month = YearMonth.from(day);
    balance.hold(elder, month);
    var quote = eligibility.quote(elder, new PlannedUse(day, item, units), promises.ofElder(elder.value(), month));
    if (quote.shares().elderFen() > 0) throw new HomecareRefusal.BeyondEntitlement(quote.leftMinutes(), units * item.durationMinutes(), quote.leftVoucherFen(), quote.shares().elderFen());
  }
}
