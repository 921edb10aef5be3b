package org.zhiyang.need.eligibility.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.MonthBalance;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.Quote;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.eligibility.domain.PayerOrder;
import org.zhiyang.need.eligibility.domain.PayerSplitPolicy.Left;
import org.zhiyang.need.eligibility.store.Balances;
import org.zhiyang.need.eligibility.store.Entitlements;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import java.time.Clock;

/** Answers other modules from the tables of this one. */
@Component
class EligibilityAnswers implements EligibilityQueries {
  private final Entitlements entitlements;
  private final Balances balances;
  private final ServiceCatalogue catalogue;
  private final LeftOfMonth leftOfMonth;
  private final ElderQueries elders;
  private final Parameters parameters;
  private final Clock clock;

  EligibilityAnswers(Entitlements entitlements, Balances balances, ServiceCatalogue catalogue, LeftOfMonth leftOfMonth, ElderQueries elders, Parameters parameters, Clock clock) {
    this.entitlements = entitlements;
    this.balances = balances;
    this.catalogue = catalogue;
    this.leftOfMonth = leftOfMonth;
    this.elders = elders;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public Optional<Entitlement> findEntitlementOf(ElderId elder, LocalDate day) {
    return entitlements.findOn(elder, day);
  }

  @Override
  public MonthBalance balanceOf(ElderId elder, YearMonth month) {
    var granted = entitlements.grantedIn(elder, month);
    var taken = balances.find(elder, month).orElse(new MonthBalance(month, 0, 0, 0, 0, 0, 0));
    return new MonthBalance(month, Math.max(granted.minutes(), taken.reservedMinutes() + taken.usedMinutes()), taken.reservedMinutes(), taken.usedMinutes(),
        Math.max(granted.voucherCapFen(), taken.voucherReservedFen() + taken.voucherUsedFen()), taken.voucherReservedFen(), taken.voucherUsedFen());
  }

  @Override
  public List<ServiceItem> serviceList(String regionCode, LocalDate day) {
    return catalogue.offers(regionCode, day).stream().map(ServiceCatalogue.Offer::item).toList();
  }

  @Override
  public ServiceItem serviceItem(String code, String regionCode, LocalDate day) {
    return catalogue.item(code, regionCode, day);
  }

  @Override
  public int mostUnitsAVisit(ServiceItem item, String regionCode, LocalDate day) {
    return Math.max(1, parameters.get(EligibilityConfiguration.LONGEST_VISIT, regionCode, day, LocalDate.now(clock)).value() / item.durationMinutes());
  }

  @Override
  public Quote quote(ElderId elder, PlannedUse asked, List<PlannedUse> promised) {
    var order = order(elder, asked.day());
    return leftOfMonth.quote(asked, elder, balanceOf(elder, YearMonth.from(asked.day())), promised, order);
  }

  @Override
  public List<PayerShares> quotePlan(ElderId elder, List<PlannedUse> visits) {
    if (visits.isEmpty()) return List.of();
    var order = order(elder, LocalDate.now(clock));
    var periods = entitlements.listOf(elder);
    var left = new HashMap<YearMonth, Left>();
    return visits.stream().map(visit -> {
      var month = YearMonth.from(visit.day());
      var inForce = periods.stream().filter(e -> e.isInForceOn(visit.day())).findFirst();
      var open = left.computeIfAbsent(month, m -> {
        var granted = entitlements.grantedIn(elder, m);
        return new Left(granted.minutes(), granted.voucherCapFen(), 0);
      });
      if (inForce.isEmpty()) return LeftOfMonth.split(visit.item(), visit.units(), Left.NOTHING, order);
      var shares = LeftOfMonth.split(visit.item(), visit.units(), new Left(open.minutes(), open.voucherFen(), inForce.get().voucherRatePermille()), order);
      left.put(month, open.without(shares));
      return shares;
    }).toList();
  }

  @Override
  public int grantedMinutes(ElderId elder, YearMonth month) {
    return entitlements.grantedIn(elder, month).minutes();
  }

  private PayerOrder order(ElderId elder, LocalDate day) {
    var region = elders.list(List.of(elder)).values().stream().findFirst().orElseThrow(NotFound::new).regionCode();
    return parameters.get(EligibilityConfiguration.PAYER_ORDER, region, day, LocalDate.now(clock)).value();
  }
}
