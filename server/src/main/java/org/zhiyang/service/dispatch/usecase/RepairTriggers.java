package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.workforce.CarerAbsent;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitFacts;

/** What asks for a repair by itself: a carer who is away, and a carer who has not checked in long after the planned start. */
@Component
class RepairTriggers implements RepeatedJob {
  private static final int MOST_DAYS = 14;
  /** Visits are looked at a few times after they became late, not for the rest of the day. */
  private static final Duration LOOK_BACK = Duration.ofMinutes(5);

  private final ProposeRepair propose;
  private final HomecareQueries homecare;
  private final Parameters parameters;
  private final Clock clock;

  RepairTriggers(ProposeRepair propose, HomecareQueries homecare, Parameters parameters, Clock clock) {
    this.propose = propose;
    this.homecare = homecare;
    this.parameters = parameters;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(CarerAbsent event) {
    var first = day(event.from()).isBefore(LocalDate.now(clock)) ? LocalDate.now(clock) : day(event.from());
    var last = day(event.to().minusSeconds(1));
    for (var day = first; !day.isAfter(last) && day.isBefore(first.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
      var sent = homecare.visitsToPlan(event.provider(), day).stream().anyMatch(visit -> visit.carers().contains(event.carer()));
      if (sent) propose.find(new ProposeRepair.Command(event.provider(), day, Repair.Cause.ABSENCE, event.carer(), null, null, Actor.PLATFORM));
    }
  }

  @Override
  public String name() {
    return "dispatch.late-carers";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    var today = LocalDate.now(clock);
    var late = clock.instant().minus(Duration.ofMinutes(parameters.get(WeekParameters.LATE, Parameters.NATIONAL, today, today).value()));
    homecare.awaited(late.minus(LOOK_BACK), late).forEach(visit -> late(visit, today));
  }

  private void late(VisitFacts visit, LocalDate today) {
    if (!visit.day().equals(today) || propose.isKnown(visit.id(), Repair.Cause.LATE) || propose.hasOpen(visit.provider(), today)) return;
    var carer = visit.carers().isEmpty() ? null : visit.carers().getFirst();
    propose.find(new ProposeRepair.Command(visit.provider(), today, Repair.Cause.LATE, carer, visit.id(), null, Actor.PLATFORM));
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toLocalDate();
  }
}
