package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.homecare.HomecareQueries;

/** Each night, after orders have become visits: a draft for every provider's coming days that have visits nobody is sent to. */
@Component
class NightlyPlans implements DailyJob {
  private final HomecareQueries homecare;
  private final MakePlan makePlan;
  private final Parameters parameters;
  private final Clock clock;

  NightlyPlans(HomecareQueries homecare, MakePlan makePlan, Parameters parameters, Clock clock) {
    this.homecare = homecare;
    this.makePlan = makePlan;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "dispatch.nightly-plans";
  }

  @Override
  public int order() {
    return 200;
  }

  /** Days that a jump of the clock has left behind are not planned any more. */
  @Override
  public void runFor(LocalDate day) {
    var today = LocalDate.now(clock);
    var ahead = parameters.get(DispatchParameters.AHEAD, Parameters.NATIONAL, day, today).value();
    for (var planned = day; !planned.isAfter(day.plusDays(ahead)); planned = planned.plusDays(1)) {
      if (planned.isBefore(today)) continue;
      for (var provider : Set.copyOf(homecare.activeProviders(YearMonth.from(planned)))) plan(provider, planned);
    }
  }

  private void plan(ProviderId provider, LocalDate day) {
    if (homecare.visitsToPlan(provider, day).stream().allMatch(visit -> !visit.carers().isEmpty())) return;
    makePlan.handle(new MakePlan.Command(provider, day, false, StoredPlan.Origin.NIGHTLY, Actor.PLATFORM));
  }
}
