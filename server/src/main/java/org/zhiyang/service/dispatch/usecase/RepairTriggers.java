package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.workforce.CarerAbsent;
import org.zhiyang.registry.workforce.CarerLeft;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.domain.RepairOvertaken;
import org.zhiyang.service.homecare.CarerRefused;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitAdded;
import org.zhiyang.service.homecare.VisitCancelled;

/** News that asks for a repair by itself: a carer is away, leaves or is not wanted any more, a visit of today was added or cancelled, a proposal fell. Each may arrive twice; carers who are late are noticed by {@link LookAtToday}. */
@Component
class RepairTriggers {
  private static final int MOST_DAYS = 14;

  private final ProposeRepair propose;
  private final HomecareQueries homecare;
  private final Clock clock;

  RepairTriggers(ProposeRepair propose, HomecareQueries homecare, Clock clock) {
    this.propose = propose;
    this.homecare = homecare;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(CarerAbsent event) {
    var today = LocalDate.now(clock);
    var first = day(event.from()).isBefore(today) ? today : day(event.from());
    var last = day(event.to().minusSeconds(1));
    for (var day = first; !day.isAfter(last) && day.isBefore(first.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
      var sent = homecare.visitsToPlan(event.provider(), day).stream().anyMatch(visit -> visit.carers().contains(event.carer()));
      if (sent) propose.find(new ProposeRepair.Command(event.provider(), day, List.of(new Repair.About(Repair.Cause.ABSENCE, event.carer(), null)), null, Actor.PLATFORM));
    }
  }

  /** Every day on which somebody was told the name of who has left by then, however far ahead. */
  @ApplicationModuleListener
  void on(CarerLeft event) {
    var today = LocalDate.now(clock);
    for (var day : homecare.visitsAhead(event.carer(), event.from().isBefore(today) ? today : event.from()).keySet()) {
      propose.find(new ProposeRepair.Command(event.provider(), day, List.of(new Repair.About(Repair.Cause.ABSENCE, event.carer(), null)), "护理员 " + event.from() + " 起离职", Actor.PLATFORM));
    }
  }

  /** Who was told the name hears of another in time: all days are looked at for which somebody may have been named. */
  @ApplicationModuleListener
  void on(CarerRefused event) {
    var today = LocalDate.now(clock);
    for (var day = today; day.isBefore(today.plusDays(MOST_DAYS)); day = day.plusDays(1)) {
      var about = homecare.visitsToPlan(event.provider(), day).stream().filter(visit -> visit.elder().equals(event.elder()) && visit.carers().contains(event.carer()))
          .map(visit -> new Repair.About(Repair.Cause.REFUSED, event.carer(), visit.id())).toList();
      if (!about.isEmpty()) propose.find(new ProposeRepair.Command(event.provider(), day, about, null, Actor.PLATFORM));
    }
  }

  @ApplicationModuleListener
  void on(VisitAdded event) {
    if (!event.serviceDay().equals(LocalDate.now(clock)) || propose.isKnown(event.visit(), Repair.Cause.URGENT)) return;
    propose.find(new ProposeRepair.Command(event.provider(), event.serviceDay(), List.of(new Repair.About(Repair.Cause.URGENT, null, event.visit())), null, Actor.PLATFORM));
  }

  /** A proposal that is open already may have counted on the visit, or may solve more now. */
  @ApplicationModuleListener
  void on(VisitCancelled event) {
    var open = propose.openOf(event.provider(), event.serviceDay());
    if (open.isPresent()) propose.again(open.get().id());
    else if (event.serviceDay().equals(LocalDate.now(clock)) && !event.carers().isEmpty() && !propose.isKnown(event.visit(), Repair.Cause.CANCELLATION)) {
      propose.find(new ProposeRepair.Command(event.provider(), event.serviceDay(), List.of(new Repair.About(Repair.Cause.CANCELLATION, null, event.visit())), null, Actor.PLATFORM));
    }
  }

  @ApplicationModuleListener
  void on(RepairOvertaken event) {
    propose.again(event.repair());
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toLocalDate();
  }
}
