package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.homecare.HomecareQueries;

/** Gathers what a provider's day is made of: visits, carers, figures, and the hour if the day is today. */
@Component
public class PlanningDays {
  private final HomecareQueries homecare;
  private final WorkforceQueries workforce;
  private final FacilityQueries facilities;
  private final Parameters parameters;
  private final Clock clock;

  PlanningDays(HomecareQueries homecare, WorkforceQueries workforce, FacilityQueries facilities, Parameters parameters, Clock clock) {
    this.homecare = homecare;
    this.workforce = workforce;
    this.facilities = facilities;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** The provider if the scope reaches it: its own people, and officers of its region. */
  public Provider provider(ProviderId id, Scope scope) {
    var provider = facilities.findProvider(id).orElseThrow(NotFound::new);
    var reached = switch (scope) {
      case Scope.Everything e -> true;
      case Scope.Organization own -> own.id().equals(id.value());
      case Scope.Region region -> region.contains(provider.regionCode());
      case Scope.Carer c -> false;
      case Scope.People p -> false;
      case Scope.Nothing n -> false;
    };
    if (!reached) throw new NotFound();
    return provider;
  }

  public PlanningDay of(Provider provider, LocalDate day, boolean keepAssigned) {
    var now = LocalDateTime.now(clock);
    var today = now.toLocalDate();
    return new PlanningDay(day, homecare.visitsToPlan(provider.id(), day), workforce.carersOf(provider.id(), day), DispatchParameters.travel(parameters, provider.regionCode(), day, today),
        DispatchParameters.settings(parameters, provider.regionCode(), day, today), day.equals(today) ? now.toLocalTime().truncatedTo(ChronoUnit.SECONDS) : null, keepAssigned);
  }
}
