package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.store.Orders;
import org.zhiyang.service.homecare.store.Visits;

/** Ends orders, or looks for another provider, when something above or below them changed. Everything here may run twice. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndOrders {
  private final Orders orders;
  private final CancelVisits cancel;
  private final MatchOrder match;
  private final MakeVisits make;
  private final CareCaseCommands cases;
  private final Clock clock;

  EndOrders(Orders orders, CancelVisits cancel, MatchOrder match, MakeVisits make, CareCaseCommands cases, Clock clock) {
    this.orders = orders;
    this.cancel = cancel;
    this.match = match;
    this.make = make;
    this.cases = cases;
    this.clock = clock;
  }

  void ofPlan(java.util.UUID plan, LocalDate to) {
    end(orders.list("where o.plan_id = :plan and o.status <> 'ENDED' order by o.id for update", Map.of("plan", plan)), to, "照护计划结束");
  }

  void ofCase(java.util.UUID careCase, LocalDate to) {
    end(orders.list("where o.case_id = :case and o.status <> 'ENDED' order by o.id for update", Map.of("case", careCase)), to, "服务案例已关闭");
  }

  void ofElder(java.util.UUID elder, LocalDate to, String reason) {
    end(orders.list("where o.elder_id = :elder and o.status <> 'ENDED' order by o.id for update", Map.of("elder", elder)), to, reason);
  }

  /** Orders whose last day has passed. */
  void overBy(LocalDate today) {
    end(orders.list("where o.to_on <= :today and o.status <> 'ENDED' order by o.id limit 5000 for update", Map.of("today", java.sql.Date.valueOf(today))), today, "工单到期");
  }

  private void end(List<ServiceOrder> some, LocalDate to, String reason) {
    var today = LocalDate.now(clock);
    for (var order : some) {
      orders.endOn(order.id(), to);
      cancel.ofOrder(order.id(), to.isBefore(order.from()) ? order.from() : to, reason, false, Actor.PLATFORM);
      if (to.isAfter(today)) continue;
      withdraw(order, reason);
      cases.waitNoMore(new CaseId(order.caseId()), order.id());
      orders.move(order.id(), Status.ENDED, clock.instant(), order.provider(), null);
    }
  }

  /** Waits for whoever is making visits of the elder's orders at the moment, so that none of them is overlooked. */
  void hold(java.util.UUID elder) {
    orders.list("where o.elder_id = :elder and o.status <> 'ENDED' order by o.id for update", Map.of("elder", elder));
  }

  /** The elder, whose orders are held, is away for some days: visits from then on fall away, and may be made again when the elder is back. */
  void suspend(java.util.UUID elder, LocalDate since, String reason) {
    cancel.ofElder(elder, since, reason, true, Actor.PLATFORM);
  }

  void resume(java.util.UUID elder) {
    orders.list("where o.elder_id = :elder and o.status = 'ACCEPTED' order by o.id for update", Map.of("elder", elder)).forEach(order -> make.forOrder(order, Actor.PLATFORM));
  }

  /** A defaulted provider (M278): open visits fall away and every order finds another; questions put to it are taken back. */
  void leaveProvider(java.util.UUID provider, LocalDate since) {
    for (var order : orders.list("where o.provider_id = :provider and o.status = 'ACCEPTED' order by o.case_id, o.id for update", Map.of("provider", provider))) {
      var gone = cancel.ofOrder(order.id(), since.isBefore(LocalDate.now(clock)) ? LocalDate.now(clock) : since, Visits.PROVIDER_LEFT, true, Actor.PLATFORM);
      orders.move(order.id(), Status.OPEN, clock.instant(), null, null);
      cases.loseProvider(new CaseId(order.caseId()), gone, new CareCaseCommands.Reached(Actor.PLATFORM, clock.instant(), order.regionCode(), Visits.PROVIDER_LEFT, order.id(), provider));
      match.match(order.id(), true, Actor.PLATFORM);
    }
    for (var order : orders.list("where o.status = 'OFFERED' and exists (select from homecare.offer f where f.order_id = o.id and f.provider_id = :provider and f.status = 'OPEN') order by o.id for update",
        Map.of("provider", provider))) {
      withdraw(order, Visits.PROVIDER_LEFT);
      match.match(order.id(), false, Actor.PLATFORM);
    }
  }

  private void withdraw(ServiceOrder order, String reason) {
    orders.offers(order.id()).stream().filter(o -> o.status().equals("OPEN")).forEach(o -> orders.answer(order.id(), o.n(), "WITHDRAWN", clock.instant(), null, reason));
  }
}
