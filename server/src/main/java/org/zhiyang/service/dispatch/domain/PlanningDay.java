package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** What a planner is given: one provider, one day.
 *
 *  @param carers active carers with certificate and shifts as of the day; those without a shift cannot be sent
 *  @param elsewhere what the carers do on the days around
 *  @param notBefore nothing new begins and nobody sets out before (the current time when today is planned anew), null for a day to come
 *  @param keepAssigned true: visits that have carers and a time already keep them where no rule forbids (the elder was told); false: all but locked ones are planned anew */
public record PlanningDay(LocalDate day, List<VisitToPlan> visits, List<Carer> carers, TravelEstimate travel, PlanningSettings settings, @Nullable LocalTime notBefore, boolean keepAssigned, Elsewhere elsewhere) {
  public PlanningDay {
    visits = List.copyOf(visits);
    carers = List.copyOf(carers);
  }

  /** A day of carers who do nothing on the days around. */
  public PlanningDay(LocalDate day, List<VisitToPlan> visits, List<Carer> carers, TravelEstimate travel, PlanningSettings settings, @Nullable LocalTime notBefore, boolean keepAssigned) {
    this(day, visits, carers, travel, settings, notBefore, keepAssigned, Elsewhere.NOTHING);
  }

  public Map<VisitId, VisitToPlan> byId() {
    return visits.stream().collect(Collectors.toMap(VisitToPlan::id, Function.identity()));
  }

  /** The same day with other visits; what stands is kept. */
  PlanningDay with(List<VisitToPlan> others) {
    return new PlanningDay(day, others, carers, travel, settings, notBefore, true, elsewhere);
  }

  PlanningDay with(Elsewhere other) {
    return new PlanningDay(day, visits, carers, travel, settings, notBefore, keepAssigned, other);
  }
}
