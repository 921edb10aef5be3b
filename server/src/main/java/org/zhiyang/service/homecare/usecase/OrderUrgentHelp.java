package org.zhiyang.service.homecare.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.UrgentCases;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.store.Orders;

/** Urgent help (助急, M269): ordered at once, also for an elder without a plan or even a case, and measured from the asking to the carer's check-in against the service's target. */
@Component
public class OrderUrgentHelp {
  /** What was asked longer ago is entered as an ordinary order: nobody can be on time any more. */
  private static final Duration OLDEST = Duration.ofHours(24);

  private final Orders orders;
  private final ElderQueries elders;
  private final EligibilityQueries eligibility;
  private final UrgentCases urgentCases;
  private final Steps steps;
  private final Clock clock;

  OrderUrgentHelp(Orders orders, ElderQueries elders, EligibilityQueries eligibility, UrgentCases urgentCases, Steps steps, Clock clock) {
    this.orders = orders;
    this.elders = elders;
    this.eligibility = eligibility;
    this.urgentCases = urgentCases;
    this.steps = steps;
    this.clock = clock;
  }

  /** What follows an order, and the figure it is measured by. */
  @Component
  record Steps(CareCaseCommands cases, MatchOrder match, Cover cover, HomecareParameters parameters) {}

  /** @param requestedAt when the elder or somebody for them asked; null = now
   *  @param elderPays the elder or family agreed to pay what neither minutes nor voucher cover; @param reason what happened */
  public record Asked(ElderId elder, String service, @Nullable Instant requestedAt, @Nullable UUID wishedProvider, @Nullable String wishes, boolean elderPays, String reason) {}

  @Transactional
  public OrderId handle(Asked asked, Actor by) {
    var elder = elders.get(asked.elder(), by.scope());
    elder.requireServed();
    var now = clock.instant();
    var requested = asked.requestedAt() == null ? now : asked.requestedAt();
    if (requested.isAfter(now)) throw new InvalidInput("requestedAt", "future");
    if (requested.isBefore(now.minus(OLDEST))) throw new InvalidInput("requestedAt", "too-old");
    var today = LocalDate.now(clock);
    var item = eligibility.serviceItem(asked.service(), elder.regionCode(), today);
    if (!item.isUrgent()) throw new InvalidInput("service", "not-urgent");
    steps.cover.hold(elder.id(), today);
    orders.findUrgentInWork(elder.id().value()).ifPresent(open -> {
      throw new HomecareRefusal.UrgentInWork(open.id(), open.number());
    });
    steps.cover.require(elder.id(), item, 1, today, asked.elderPays());
    var id = Generators.timeBasedEpochGenerator().generate();
    var reached = new CareCaseCommands.Reached(by, now, elder.regionCode(), asked.reason(), id);
    var careCase = urgentCases.openFor(elder.id(), reached);
    var window = window(item, elder.regionCode());
    orders.add(new ServiceOrder(id, 0, careCase.value(), null, null, elder.id().value(), elder.regionCode(), item.code(), Set.of(window.day().getDayOfWeek().getValue()), 1, window.from(), window.to(),
        asked.wishedProvider(), asked.wishes(), window.day(), window.day().plusDays(2), null, Status.OPEN, now, null, null, now, asked.reason(), requested,
        requested.plus(target(item, elder.regionCode()))), by);
    steps.cases.reach(careCase, CaseStep.ORDERED, YearMonth.from(today), reached);
    steps.match.match(id, false, by);
    return new OrderId(id);
  }

  /** Somebody took it: the visit is for now, whatever time has passed since the asking. The order is locked by the caller. */
  @Transactional(propagation = Propagation.MANDATORY)
  void beginNow(ServiceOrder order) {
    var window = window(eligibility.serviceItem(order.service(), order.regionCode(), LocalDate.now(clock)), order.regionCode());
    orders.moveTo(order.id(), window.day(), window.from(), window.to());
  }

  private record Window(LocalDate day, LocalTime from, LocalTime to) {}

  /** From now until the target and the service's own minutes have passed; a window ends with its day. */
  private Window window(ServiceItem item, String region) {
    var now = clock.instant().atZone(BusinessClock.ZONE).truncatedTo(ChronoUnit.MINUTES);
    var end = now.plus(target(item, region)).plusMinutes(item.durationMinutes());
    var last = LocalTime.of(23, 59);
    var from = now.toLocalTime().isBefore(last) ? now.toLocalTime() : LocalTime.of(23, 58);
    return new Window(now.toLocalDate(), from, end.toLocalDate().equals(now.toLocalDate()) ? end.toLocalTime() : last);
  }

  private Duration target(ServiceItem item, String region) {
    return Duration.ofMinutes(steps.parameters.get(Parameter.of(String.valueOf(item.responseTarget()), Integer.class, "minutes"), region, LocalDate.now(clock)).value());
  }
}
