package org.zhiyang.service.dispatch.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.DayPlan;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.PlanStatus;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.RoutePlanner;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Makes a draft of a provider's day; nothing is told to anybody before it is published. A second draft takes the place of the first. */
@Component
public class MakePlan {
  private final PlanningDays days;
  private final RoutePlanner planner;
  private final DayPlans plans;
  private final Clock clock;

  MakePlan(PlanningDays days, RoutePlanner planner, DayPlans plans, Clock clock) {
    this.days = days;
    this.planner = planner;
    this.plans = plans;
    this.clock = clock;
  }

  /** @param fresh true: what was promised may move too, except what is locked */
  public record Command(ProviderId provider, LocalDate day, boolean fresh, StoredPlan.Origin origin, Actor by) {}

  @Transactional
  public StoredPlan handle(Command command) {
    if (command.day().isBefore(LocalDate.now(clock))) throw new DispatchRefusal.PastDay(command.day());
    var provider = days.provider(command.provider(), command.by().scope());
    plans.lock(provider.id(), command.day());
    var basis = days.of(provider, command.day(), !command.fresh());
    if (basis.visits().isEmpty()) throw new DispatchRefusal.NothingToPlan(command.day());
    var content = planner.plan(basis);
    var plan = new StoredPlan(Generators.timeBasedEpochGenerator().generate(), provider.id(), provider.regionCode(), command.day(), command.origin(), PlanStatus.DRAFT, planner.name(),
        content.assignments().size(), content.unserved().size(), changes(basis, content), content.travelMinutes(), clock.instant(), null);
    plans.add(plan, basis, content, command.by());
    plans.touch(provider.id(), command.day());
    return plan;
  }

  static Map<VisitId, VisitToPlan> byId(List<VisitToPlan> visits) {
    return visits.stream().collect(Collectors.toMap(VisitToPlan::id, Function.identity()));
  }

  static Standing standing(VisitToPlan visit) {
    return visit.carers().isEmpty() || visit.plannedFrom() == null ? Standing.NOBODY : new Standing(List.copyOf(visit.carers()), visit.plannedFrom());
  }

  private static int changes(PlanningDay basis, DayPlan content) {
    var visits = byId(basis.visits());
    return (int) (content.assignments().stream().filter(a -> !standing(visits.get(a.visit())).same(new Standing(a.carers(), a.from()))).count()
        + content.unserved().stream().filter(u -> !standing(visits.get(u.visit())).isEmpty()).count());
  }
}
