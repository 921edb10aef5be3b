package org.zhiyang.service.dispatch.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DayChange.Line;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.domain.RepairOvertaken;
import org.zhiyang.service.homecare.HomecareCommands;
import org.zhiyang.service.homecare.HomecareQueries;

/** Carries a change out: tells home care, tells the care case, keeps the record. Runs in the caller's transaction with the day locked. */
@Component
class Standings {
  private final HomecareCommands homecare;
  private final HomecareQueries visits;
  private final CareCaseCommands cases;
  private final ProposeRepair.Records records;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Standings(HomecareCommands homecare, HomecareQueries visits, CareCaseCommands cases, ProposeRepair.Records records, ApplicationEventPublisher events, Clock clock) {
    this.homecare = homecare;
    this.visits = visits;
    this.cases = cases;
    this.records = records;
    this.events = events;
    this.clock = clock;
  }

  /** @param byHand true: the visits then stay where they are in later plans; each line may say otherwise by {@code keepLock} */
  record Act(DayChange.Kind kind, @Nullable UUID plan, @Nullable UUID reverses, @Nullable String reason, boolean byHand, boolean restoresLocks) {}

  UUID carryOut(Provider provider, LocalDate day, List<Line> lines, Act act, Actor by) {
    // First everybody leaves, then everybody comes: two visits may change carers with each other.
    for (var line : lines) if (!line.before().isEmpty()) homecare.unassign(line.visit(), by, act.reason() == null ? "改派" : act.reason());
    for (var line : lines) {
      var after = line.after();
      if (!after.isEmpty()) homecare.assign(line.visit(), after.carers(), day.atTime(after.from()).atZone(BusinessClock.ZONE).toInstant(), act.byHand() || act.restoresLocks() && line.beforeLocked(), by);
    }
    tellCases(day, lines, act, by);
    var id = Generators.timeBasedEpochGenerator().generate();
    records.changes().add(new DayChange(id, provider.id(), provider.regionCode(), day, act.kind(), act.plan(), act.reverses(), act.reason(), clock.instant(), by.accountId(), by.role().key(), lines));
    records.plans().touch(provider.id(), day);
    if (act.kind() != DayChange.Kind.REPAIR) overtake(provider, day, by);
    return id;
  }

  /** An open proposal was made for the day as it was. */
  private void overtake(Provider provider, LocalDate day, Actor by) {
    records.repairs().openOf(provider.id(), day).ifPresent(open -> {
      records.repairs().decide(open.id(), Repair.State.SUPERSEDED, null, clock.instant(), by);
      events.publishEvent(new RepairOvertaken(open.id(), clock.instant()));
    });
  }

  private void tellCases(LocalDate day, List<Line> lines, Act act, Actor by) {
    var told = new HashSet<Object>();
    for (var line : lines) {
      if (line.after().isEmpty()) continue;
      var facts = visits.findVisit(line.visit(), new Scope.Everything()).orElseThrow();
      if (!told.add(facts.careCase())) continue;
      cases.reach(facts.careCase(), CaseStep.DISPATCHED, YearMonth.from(day), new CareCaseCommands.Reached(by, clock.instant(), facts.regionCode(), act.reason(), line.visit().value()));
    }
  }
}
