package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.homecare.HomecareQueries;

/** Each night, after orders have become visits: the coming days of every county that has visits nobody is sent to are put in the queue of {@link RunWeeks}. */
@Component
class NightlyPlans implements DailyJob {
  private final HomecareQueries homecare;
  private final FacilityQueries facilities;
  private final PlanWeek planWeek;
  private final Parameters parameters;
  private final Clock clock;

  NightlyPlans(HomecareQueries homecare, FacilityQueries facilities, PlanWeek planWeek, Parameters parameters, Clock clock) {
    this.homecare = homecare;
    this.facilities = facilities;
    this.planWeek = planWeek;
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
    if (day.isBefore(today)) return;
    var ahead = parameters.get(WeekParameters.AHEAD, Parameters.NATIONAL, day, today).value();
    var providers = facilities.listProviders(homecare.providersWithOpenVisits(day, day.plusDays(ahead + 1))).values();
    var counties = providers.stream().map(provider -> new RegionCode(provider.regionCode()).at(3).value()).distinct().sorted().toList();
    counties.forEach(county -> planWeek.ask(new PlanWeek.Command(county, day, ahead + 1, false, StoredPlan.Origin.NIGHTLY, Actor.PLATFORM)));
  }
}
