package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.service.dispatch.domain.DayRepair;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;

/** A provider's day as it stands and as it has gone so far. */
@Component
class Situations {
  private static final Set<VisitStatus> NOT_BEGUN = Set.of(VisitStatus.PLANNED, VisitStatus.ASSIGNED);

  private final PlanningDays days;
  private final HomecareQueries homecare;
  private final Parameters parameters;
  private final Clock clock;

  Situations(PlanningDays days, HomecareQueries homecare, Parameters parameters, Clock clock) {
    this.days = days;
    this.homecare = homecare;
    this.parameters = parameters;
    this.clock = clock;
  }

  DayRepair.Situation of(Provider provider, LocalDate day) {
    var begun = new HashMap<VisitId, @Nullable LocalTime>();
    var over = new HashSet<VisitId>();
    for (var visit : homecare.visitsOn(provider.id(), day)) {
      if (NOT_BEGUN.contains(visit.status())) continue;
      var in = visit.checkedInAt() == null ? null : visit.checkedInAt().atZone(BusinessClock.ZONE);
      begun.put(visit.id(), in == null || !in.toLocalDate().equals(day) ? null : in.toLocalTime());
      if (visit.status() != VisitStatus.CHECKED_IN) over.add(visit.id());
    }
    return new DayRepair.Situation(days.of(provider, day, true), begun, over, limits(provider.regionCode(), day));
  }

  /** True when whom a cause is about works for the provider or is sent to a visit of its day, and the visit is one of its day, cancelled or not. */
  boolean isOf(Provider provider, DayRepair.Situation situation, Repair.About about, Scope scope) {
    var day = situation.day();
    var carer = about.carer();
    var known = carer == null || day.carers().stream().anyMatch(c -> c.id().equals(carer)) || day.visits().stream().anyMatch(v -> v.carers().contains(carer));
    return known && (about.visit() == null || homecare.findVisit(about.visit(), scope).filter(v -> v.provider().equals(provider.id()) && v.day().equals(day.day())).isPresent());
  }

  private DayRepair.Limits limits(String region, LocalDate day) {
    var today = LocalDate.now(clock);
    var repair = parameters.get(WeekParameters.REPAIR_LIMITS, region, day, today).value();
    return new DayRepair.Limits(parameters.get(WeekParameters.REPAIR_TOLERANCE, region, day, today).value(), parameters.get(WeekParameters.LATE, region, day, today).value(), repair.mostMoved(), repair.vital());
  }
}
