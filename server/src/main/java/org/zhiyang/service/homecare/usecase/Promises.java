package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.store.Orders;

/** What an elder was promised for a month by orders whose visits are not made yet: those of the agreed plan beyond the days ahead, and single orders nobody has taken so far. They come before a further order.
 *  For days on which the elder is in hospital or away no visit is made ({@link MakeVisits}), so nothing is promised for them. */
@Component
class Promises {
  private final Orders orders;
  private final EligibilityQueries eligibility;
  private final ElderQueries elders;
  private final JdbcClient jdbc;
  private final Clock clock;

  Promises(Orders orders, EligibilityQueries eligibility, ElderQueries elders, JdbcClient jdbc, Clock clock) {
    this.orders = orders;
    this.eligibility = eligibility;
    this.elders = elders;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Before an order that is only being placed. */
  List<PlannedUse> ofElder(UUID elder, YearMonth month) {
    return ahead(elder, month, order -> true);
  }

  /** Before the visit of an order: of a plan's none, since the plan was agreed within the entitlement; of a single one the plan's and those of single orders placed before. */
  List<PlannedUse> before(ServiceOrder order, YearMonth month) {
    if (order.plan() != null) return List.of();
    return ahead(order.elder(), month, other -> other.plan() != null || other.number() < order.number());
  }

  private List<PlannedUse> ahead(UUID elder, YearMonth month, Predicate<ServiceOrder> which) {
    var made = new java.util.HashSet<String>();
    jdbc.sql("select order_id, day from homecare.visit where elder_id = :elder and day >= :from and day < :to and not replaced").param("elder", elder)
        .param("from", month.atDay(1)).param("to", month.plusMonths(1).atDay(1)).query((r, n) -> made.add(r.getObject(1, UUID.class) + "@" + r.getObject(2, LocalDate.class))).list();
    var now = clock.instant();
    var absent = elders.absentDays(new ElderId(elder), month.atDay(1), month.plusMonths(1).atDay(1));
    var uses = new ArrayList<PlannedUse>();
    for (var order : orders.list("where o.elder_id = :elder and o.status <> 'ENDED' order by o.number", Map.of("elder", elder))) {
      if (!which.test(order)) continue;
      for (var day = month.atDay(1); YearMonth.from(day).equals(month); day = day.plusDays(1)) {
        var over = now.isAfter(day.atTime(order.windowTo()).atZone(BusinessClock.ZONE).toInstant());
        if (over || absent.contains(day) || !order.isDueOn(day) || made.contains(order.id() + "@" + day)) continue;
        uses.add(new PlannedUse(day, eligibility.serviceItem(order.service(), order.regionCode(), day), order.units()));
      }
    }
    uses.sort(Comparator.comparing(PlannedUse::day));
    return uses;
  }
}
