package org.zhiyang.service.dispatch.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DayChange.Line;
import org.zhiyang.service.dispatch.store.DayChanges;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.homecare.HomecareCommands;
import org.zhiyang.service.homecare.HomecareQueries;

/** Carries a change out: tells home care, tells the care case, keeps the record. Runs in the caller's transaction with the day locked. */
@Component
class Standings {
  private final HomecareCommands homecare;
  private final HomecareQueries visits;
  private final CareCaseCommands cases;
  private final DayChanges changes;
  private final DayPlans plans;
  private final Clock clock;

  Standings(HomecareCommands homecare, HomecareQueries visits, CareCaseCommands cases, DayChanges changes, DayPlans plans, Clock clock) {
    this.homecare = homecare;
    this.visits = visits;
    this.cases = cases;
    this.changes = changes;
    this.plans = plans;
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
    changes.add(new DayChange(id, provider.id(), provider.regionCode(), day, act.kind(), act.plan(), act.reverses(), act.reason(), clock.instant(), by.accountId(), by.role().key(), lines));
    plans.touch(provider.id(), day);
    return id;
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
