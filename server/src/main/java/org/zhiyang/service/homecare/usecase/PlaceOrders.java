package org.zhiyang.service.homecare.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.careplan.CarePlanQueries;
import org.zhiyang.need.careplan.PlanId;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.store.Orders;

/** Makes orders: one for each service of an accepted plan, or a single one that staff enter. Urgent help has its own way ({@link OrderUrgentHelp}). */
@Component
public class PlaceOrders {
  private final Orders orders;
  private final CarePlanQueries plans;
  private final ElderQueries elders;
  private final EligibilityQueries eligibility;
  private final Cover cover;
  private final CareCaseQueries cases;
  private final CareCaseCommands caseCommands;
  private final MatchOrder match;
  private final Clock clock;

  PlaceOrders(Orders orders, CarePlanQueries plans, ElderQueries elders, EligibilityQueries eligibility, Cover cover, CareCaseQueries cases, CareCaseCommands caseCommands, MatchOrder match, Clock clock) {
    this.orders = orders;
    this.plans = plans;
    this.elders = elders;
    this.eligibility = eligibility;
    this.cover = cover;
    this.cases = cases;
    this.caseCommands = caseCommands;
    this.match = match;
    this.clock = clock;
  }

  /** Makes what is missing: running it twice makes nothing twice. The elder's own share was accepted with the plan. */
  @Transactional(propagation = Propagation.MANDATORY)
  void fromPlan(PlanId id) {
    var plan = plans.find(id).orElse(null);
    if (plan == null) return;
    var elder = elders.list(List.of(plan.elder())).get(plan.elder());
    if (elder == null || elder.status() == ElderStatus.DECEASED || elder.status() == ElderStatus.MOVED) return;
    for (var item : plan.items()) {
      var order = new ServiceOrder(Generators.timeBasedEpochGenerator().generate(), 0, plan.careCase().value(), plan.id().value(), item.id(), plan.elder().value(), elder.regionCode(), item.service(),
          item.weekdays(), item.units(), item.windowFrom(), item.windowTo(), item.wishedProvider(), item.wishes(), plan.from(), plan.to(), null, Status.OPEN, clock.instant(), null, null,
          clock.instant(), null, null, null);
      if (orders.add(order, Actor.PLATFORM)) placed(order, Actor.PLATFORM);
    }
  }

  /** A single order.
   *
   *  @param windowFrom, windowTo when the visit may begin, so that a window may be shorter than the help
   *  @param elderPays the elder agreed to pay what neither minutes nor voucher cover; @param again whoever orders knows of the same order that stands, and means one more */
  public record Single(ElderId elder, String service, int units, LocalDate day, LocalTime windowFrom, LocalTime windowTo, @Nullable UUID wishedProvider, @Nullable String wishes, boolean elderPays,
      boolean again, String reason) {}

  @Transactional
  public OrderId single(Single asked, Actor by) {
    var elder = elders.get(asked.elder(), by.scope());
    elder.requireServed();
    cover.requireDay(elder, asked.day());
    if (!asked.windowTo().isAfter(asked.windowFrom())) throw new InvalidInput("windowTo", "before-start");
    if (clock.instant().isAfter(asked.day().atTime(asked.windowTo()).atZone(BusinessClock.ZONE).toInstant())) throw new InvalidInput("windowTo", "over");
    var open = cases.findOpenOf(elder.id()).orElseThrow(HomecareRefusal.NoCase::new);
    var item = eligibility.serviceItem(asked.service(), elder.regionCode(), asked.day());
    if (item.isUrgent()) throw new InvalidInput("service", "urgent");
    cover.requireOneVisit(item, asked.units(), elder.regionCode(), asked.day());
    cover.hold(elder.id(), asked.day());
    if (!asked.again()) orders.findSame(elder.id().value(), item.code(), asked.day(), asked.windowFrom(), asked.windowTo()).ifPresent(same -> { throw new HomecareRefusal.AlreadyOrdered(same); });
    cover.require(elder.id(), item, asked.units(), asked.day(), asked.elderPays());
    var order = new ServiceOrder(Generators.timeBasedEpochGenerator().generate(), 0, open.value(), null, null, elder.id().value(), elder.regionCode(), item.code(),
        Set.of(asked.day().getDayOfWeek().getValue()), asked.units(), asked.windowFrom(), asked.windowTo(), asked.wishedProvider(), asked.wishes(), asked.day(), asked.day().plusDays(1), null,
        Status.OPEN, clock.instant(), null, null, clock.instant(), asked.reason(), null, null);
    orders.add(order, by);
    placed(order, by);
    return new OrderId(order.id());
  }

  /** Each day: the cases of orders nobody has taken yet hear that the day's month is ordered too, and whether anybody is left to ask. */
  @Transactional(propagation = Propagation.MANDATORY)
  void waiting(LocalDate day) {
    orders.list("where o.status in ('OPEN', 'OFFERED', 'UNMATCHED') and (o.to_on is null or o.to_on > :day) order by o.case_id, o.id", Map.of("day", java.sql.Date.valueOf(day)))
        .forEach(order -> match.wait(order, day, order.status() == Status.UNMATCHED, Actor.PLATFORM));
  }

  private void placed(ServiceOrder order, Actor by) {
    var month = YearMonth.from(order.from().isAfter(LocalDate.now(clock)) ? order.from() : LocalDate.now(clock));
    caseCommands.reach(new CaseId(order.caseId()), CaseStep.ORDERED, month, new CareCaseCommands.Reached(by, clock.instant(), order.regionCode(), order.reason(), order.id()));
    match.match(order.id(), false, by);
  }
}
