package org.zhiyang.service.dispatch.usecase;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.RoutePlanner;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.store.DayPlans;

/** Makes a draft of a provider's day; nothing is told to anybody before it is published. A second draft takes the place of the first. */
@Component
public class MakePlan {
  private final PlanningDays days;
  private final RoutePlanner planner;
  private final DayPlans plans;
  private final Drafts drafts;

  MakePlan(PlanningDays days, RoutePlanner planner, DayPlans plans, Drafts drafts) {
    this.days = days;
    this.planner = planner;
    this.plans = plans;
    this.drafts = drafts;
  }

  /** @param fresh true: what was told may move too, except what is locked, and unless the day is frozen */
  public record Command(ProviderId provider, LocalDate day, boolean fresh, StoredPlan.Origin origin, Actor by) {}

  @Transactional
  public StoredPlan handle(Command command) {
    days.requireAhead("day", command.day());
    var provider = days.provider(command.provider(), command.by().scope());
    plans.lock(provider.id(), command.day());
    var basis = days.of(provider, command.day(), !command.fresh() || days.isFrozen(provider.regionCode(), command.day()));
    if (basis.visits().isEmpty()) throw new DispatchRefusal.NothingToPlan(command.day());
    return drafts.keep(provider, basis, planner.plan(basis), command.origin(), null, command.by());
  }
}
