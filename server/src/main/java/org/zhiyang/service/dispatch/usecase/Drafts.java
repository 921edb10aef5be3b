package org.zhiyang.service.dispatch.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.DayPlan;
import org.zhiyang.service.dispatch.domain.PlanStatus;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.RoutePlanner;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.store.DayPlans;

/** Keeps what a planner found for a provider's day as its draft. Runs in the caller's transaction with the day locked. */
@Component
class Drafts {
  private final DayPlans plans;
  private final RoutePlanner planner;
  private final Clock clock;

  Drafts(DayPlans plans, RoutePlanner planner, Clock clock) {
    this.plans = plans;
    this.planner = planner;
    this.clock = clock;
  }

  /** @param weekRun the planning of a county's week this belongs to, null for a day planned by itself */
  StoredPlan keep(Provider provider, PlanningDay basis, DayPlan content, StoredPlan.Origin origin, @Nullable UUID weekRun, Actor by) {
    var plan = new StoredPlan(Generators.timeBasedEpochGenerator().generate(), provider.id(), provider.regionCode(), basis.day(), origin, PlanStatus.DRAFT, planner.name(),
        content.assignments().size(), content.unserved().size(), changes(basis, content), content.travelMinutes(), clock.instant(), null, weekRun);
    plans.add(plan, basis, content, by);
    plans.touch(provider.id(), basis.day());
    return plan;
  }

  /** How many visits of the plan are not as they stand. */
  static int changes(PlanningDay basis, DayPlan content) {
    var visits = basis.byId();
    return (int) content.standings().entrySet().stream().filter(e -> !Standing.of(visits.get(e.getKey())).same(e.getValue())).count();
  }
}
