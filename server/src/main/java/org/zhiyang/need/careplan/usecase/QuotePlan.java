package org.zhiyang.need.careplan.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.need.careplan.domain.PlanCalendar;
import org.zhiyang.need.careplan.domain.PlanCalendar.Visit;
import org.zhiyang.need.careplan.domain.PlanQuote;
import org.zhiyang.need.careplan.domain.PlanQuote.ItemLine;
import org.zhiyang.need.careplan.domain.PlanQuote.MonthLine;
import org.zhiyang.need.careplan.domain.PlanQuote.WeekLine;
import org.zhiyang.need.eligibility.Entitlement;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Problems.FieldError;
import org.zhiyang.registry.elder.ElderProfile;

/** Prices a weekly plan and splits it among the payers, month by month. */
@Component
public class QuotePlan {
  private final EligibilityQueries eligibility;

  QuotePlan(EligibilityQueries eligibility) {
    this.eligibility = eligibility;
  }

  /** @throws InvalidInput naming every item whose service is not on the list on the first day */
  public PlanQuote of(ElderProfile elder, LocalDate from, List<PlanItem> items) {
    requireOffered(elder, from, items);
    var months = PlanCalendar.quotedMonths(from).stream().map(month -> month(elder, from, month, items)).toList();
    var lines = items.stream().map(item -> line(elder, from, item)).toList();
    var until = eligibility.findEntitlementOf(elder.id(), from).map(Entitlement::to).orElse(null);
    return new PlanQuote(from, lines, week(lines, months), months, until);
  }

  private void requireOffered(ElderProfile elder, LocalDate from, List<PlanItem> items) {
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < items.size(); i++) {
      try {
        var most = eligibility.mostUnitsAVisit(eligibility.serviceItem(items.get(i).service(), elder.regionCode(), from), elder.regionCode(), from);
        if (items.get(i).units() > most) errors.add(new FieldError("items[" + i + "].units", "too-long", Map.of("most", most)));
      } catch (NotFound notOffered) {
        errors.add(new FieldError("items[" + i + "].service", "not-offered", Map.of()));
      }
    }
    if (!errors.isEmpty()) throw new InvalidInput(errors);
  }

  private MonthLine month(ElderProfile elder, LocalDate from, YearMonth month, List<PlanItem> items) {
    var begin = from.isAfter(month.atDay(1)) ? from : month.atDay(1);
    var visits = PlanCalendar.visits(items, begin, month.plusMonths(1).atDay(1));
    var uses = visits.stream().map(v -> new PlannedUse(v.day(), offered(elder, v), v.item().units())).toList();
    var shares = eligibility.quotePlan(elder.id(), uses);
    var wanted = uses.stream().mapToInt(u -> minutes(u.item(), u.units())).sum();
    return new MonthLine(month, begin.getDayOfMonth() == 1, visits.size(), wanted, eligibility.grantedMinutes(elder.id(), month),
        shares.stream().mapToInt(PayerShares::publicMinutes).sum(), sum(shares, PayerShares::priceFen), sum(shares, PayerShares::publicFen), sum(shares, PayerShares::voucherFen),
        sum(shares, PayerShares::elderFen));
  }

  /** What the elder pays for a month's visits ({@code fen}), for those of them until {@code lastDay} (inclusive), and of these for the ones from {@code today} on, as entitlements and prices stand now;
   *  {@code visits} of the month, the dearest of which costs {@code dearestFen}; {@code entitled}: an entitlement holds on the last day of them. */
  record OwnShare(long fen, long dueFen, long aheadFen, int visits, long dearestFen, boolean entitled) {}

  /** @throws NotFound if a service is not offered any more */
  OwnShare ownShare(ElderProfile elder, LocalDate from, YearMonth month, List<PlanItem> items, LocalDate today, LocalDate lastDay) {
    var end = month.plusMonths(1).atDay(1);
    var begin = from.isAfter(month.atDay(1)) ? from : month.atDay(1);
    var uses = begin.isBefore(end) ? PlanCalendar.visits(items, begin, end).stream().map(v -> new PlannedUse(v.day(), offered(elder, v), v.item().units())).toList() : List.<PlannedUse>of();
    var shares = eligibility.quotePlan(elder.id(), uses);
    long all = 0;
    long due = 0;
    long ahead = 0;
    long dearest = 0;
    var last = today;
    for (int i = 0; i < uses.size(); i++) {
      var fen = shares.get(i).elderFen();
      var day = uses.get(i).day();
      all += fen;
      dearest = Math.max(dearest, shares.get(i).priceFen());
      if (day.isAfter(lastDay)) continue;
      due += fen;
      if (day.isBefore(today)) continue;
      ahead += fen;
      last = day;
    }
    return new OwnShare(all, due, ahead, uses.size(), dearest, eligibility.findEntitlementOf(elder.id(), last).isPresent());
  }

  private ServiceItem offered(ElderProfile elder, Visit visit) {
    return eligibility.serviceItem(visit.item().service(), elder.regionCode(), visit.day());
  }

  private ItemLine line(ElderProfile elder, LocalDate from, PlanItem item) {
    var service = eligibility.serviceItem(item.service(), elder.regionCode(), from);
    var visits = item.weekdays().size();
    var price = Math.multiplyExact(service.priceFen(), item.units());
    return new ItemLine(item.id(), item.service(), service.name(), service.unit(), item.units(), visits, price, price * visits, minutes(service, item.units()) * visits);
  }

  private static int minutes(ServiceItem item, int units) {
    return item.countsAgainstHours() ? item.durationMinutes() * units : 0;
  }

  private static WeekLine week(List<ItemLine> lines, List<MonthLine> months) {
    var price = lines.stream().mapToLong(ItemLine::priceFen).sum();
    var usual = months.stream().filter(MonthLine::whole).findFirst().orElseThrow();
    var publicFen = usual.priceFen() == 0 ? 0 : Math.min(price, price * usual.publicFen() / usual.priceFen());
    var voucherFen = usual.priceFen() == 0 ? 0 : Math.min(price - publicFen, price * usual.voucherFen() / usual.priceFen());
    return new WeekLine(lines.stream().mapToInt(ItemLine::visits).sum(), lines.stream().mapToInt(ItemLine::minutes).sum(), price, publicFen, voucherFen, price - publicFen - voucherFen);
  }

  private static long sum(List<PayerShares> shares, java.util.function.ToLongFunction<PayerShares> part) {
    return shares.stream().mapToLong(part).sum();
  }
}
