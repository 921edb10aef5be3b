package org.zhiyang.service.homecare.usecase;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitCancelled;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import org.zhiyang.service.homecare.store.Visits;

/** Cancels visits nobody has begun: the carers' time is free again and the reserved share goes back. A begun or finished visit is never cancelled; nor is, unless a person asks for it, one whose agreed
 *  time has come: a carer may be there without a network. It is reported later, or the night sees to it ({@link MissVisits}). */
@Component
public class CancelVisits {
  private final Visits visits;
  private final EligibilityCommands eligibility;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CancelVisits(Visits visits, EligibilityCommands eligibility, ApplicationEventPublisher events, Clock clock) {
    this.visits = visits;
    this.eligibility = eligibility;
    this.events = events;
    this.clock = clock;
  }

  /** One visit, asked for by a person; cancelling a cancelled one changes nothing. */
  @Transactional
  public void handle(VisitId id, String reason, Actor by) {
    var visit = visits.lock(id);
    if (visit.status() == VisitStatus.CANCELLED) return;
    if (!VisitTransitions.isOpen(visit.status())) throw new HomecareRefusal.WrongStatus(visit.status(), VisitStatus.CANCELLED.name());
    cancel(visit, reason, false, by);
  }

  /** An order's open visits from the day on, but for those of today that may have begun by now; {@code again} leaves their days free for new visits. Answers which they were. */
  List<UUID> ofOrder(UUID order, LocalDate from, String reason, boolean again, Actor by) {
    var open = openOf("v.order_id", order, from);
    open.forEach(visit -> cancel(visit, reason, again, by));
    return open.stream().map(Visit::id).toList();
  }

  /** An elder's open visits from the day on. */
  void ofElder(UUID elder, LocalDate from, String reason, boolean again, Actor by) {
    openOf("v.elder_id", elder, from).forEach(visit -> cancel(visit, reason, again, by));
  }

  /** An elder's open visits from the day on, on those days only. */
  void ofElderOn(UUID elder, LocalDate from, Predicate<LocalDate> days, String reason, Actor by) {
    openOf("v.elder_id", elder, from).stream().filter(visit -> days.test(visit.day())).forEach(visit -> cancel(visit, reason, true, by));
  }

  /** Visits of an order or an elder ({@code column}) from the day on, locked, without those whose agreed time has come. */
  private List<Visit> openOf(String column, UUID id, LocalDate from) {
    return visits.list("where " + column + " = :id and v.day >= :from and v.status in ('PLANNED', 'ASSIGNED') order by v.id for update of v", Map.of("id", id, "from", Date.valueOf(from))).stream()
        .filter(visit -> !hasItsTimeCome(visit)).toList();
  }

  private boolean hasItsTimeCome(Visit visit) {
    var agreed = visit.plannedFrom() != null ? visit.plannedFrom() : visit.windowEnd(BusinessClock.ZONE);
    return !agreed.isAfter(clock.instant());
  }

  private void cancel(Visit visit, String reason, boolean again, Actor by) {
    visits.freeCarers(visit.id());
    eligibility.release(visit.id());
    if (again) visits.leaveDay(visit.id());
    visits.move(visit, VisitStatus.CANCELLED, clock.instant(), by, reason);
    events.publishEvent(new VisitCancelled(new VisitId(visit.id()), new ElderId(visit.elderId()), new ProviderId(visit.providerId()), visit.day(), visit.carers().stream().map(CarerId::new).toList(),
        clock.instant()));
  }
}
