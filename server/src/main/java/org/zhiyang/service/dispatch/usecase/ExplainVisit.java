package org.zhiyang.service.dispatch.usecase;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.VisitReasons;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Says on demand why a visit goes to this carer and what every other would mean, as the day stands or as a draft has it. */
@Component
public class ExplainVisit {
  private final PlanningDays days;
  private final HomecareQueries homecare;
  private final DayPlans plans;
  private final VisitReasons reasons;

  ExplainVisit(PlanningDays days, HomecareQueries homecare, DayPlans plans, CareSolver solver) {
    this.days = days;
    this.homecare = homecare;
    this.plans = plans;
    this.reasons = new VisitReasons(solver);
  }

  public record Explained(Provider provider, PlanningDay day, VisitToPlan visit, VisitReasons.Reasons reasons) {}

  /** @param plan a draft of the visit's day, null for the day as it stands */
  public Explained handle(VisitId id, @Nullable UUID plan, Actor by) {
    var facts = homecare.findVisit(id, by.scope()).orElseThrow(NotFound::new);
    var provider = days.provider(facts.provider(), by.scope());
    var day = days.of(provider, facts.day(), true);
    var visit = day.visits().stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    return new Explained(provider, day, visit, reasons.of(day, plan == null ? standing(day) : drafted(plan, provider, day, by), visit));
  }

  private static Map<VisitId, Standing> standing(PlanningDay day) {
    var placed = new HashMap<VisitId, Standing>();
    day.visits().forEach(v -> placed.put(v.id(), Standing.of(v)));
    return placed;
  }

  private Map<VisitId, Standing> drafted(UUID plan, Provider provider, PlanningDay day, Actor by) {
    var draft = plans.find(plan, by.scope()).filter(p -> p.provider().equals(provider.id()) && p.day().equals(day.day())).orElseThrow(NotFound::new);
    return plans.contentOf(draft.id()).standings();
  }
}
