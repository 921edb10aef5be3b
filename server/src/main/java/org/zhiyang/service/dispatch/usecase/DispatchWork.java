package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.store.DayPlans;

/** What waits for a dispatcher: drafts to be looked at and published. */
@Component
class DispatchWork implements WorkSource {
  private final DayPlans plans;
  private final Clock clock;

  DispatchWork(DayPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    if (!actor.may("dispatch.write")) return List.of();
    return plans.drafts(LocalDate.now(clock), actor.scope(), most).stream().map(DispatchWork::item).toList();
  }

  private static WorkItem item(StoredPlan plan) {
    var left = plan.unserved() == 0 ? "" : "，" + plan.unserved() + " 单排不上";
    return new WorkItem("dispatch:" + plan.id(), "service", "派单计划待采纳", plan.day() + "，" + plan.changed() + " 单有变动" + left,
        plan.madeAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), plan.day(), "/console/service/dispatch?day=" + plan.day());
  }
}
