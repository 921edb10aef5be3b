package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.store.Repairs;

/** What waits for a dispatcher: proposals for a changed day, then drafts to be looked at and published. */
@Component
class DispatchWork implements WorkSource {
  private final DayPlans plans;
  private final Repairs repairs;
  private final Clock clock;

  DispatchWork(DayPlans plans, Repairs repairs, Clock clock) {
    this.plans = plans;
    this.repairs = repairs;
    this.clock = clock;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    if (!actor.may("dispatch.write")) return List.of();
    return Stream.concat(repairs.open(LocalDate.now(clock), actor.scope()).stream().map(DispatchWork::item), plans.drafts(LocalDate.now(clock), actor.scope(), most).stream().map(DispatchWork::item))
        .limit(most).toList();
  }

  private static WorkItem item(Repair repair) {
    var what = switch (repair.about().cause()) {
      case ABSENCE -> "护理员缺勤" + (repair.note() == null ? "" : "（" + repair.note() + "）");
      case REFUSED -> "老人要求换人";
      case URGENT -> "临时加单";
      case CANCELLATION -> "上门取消";
      case LATE -> "护理员未按时签到";
      case OTHER -> "当天有变";
    };
    return new WorkItem("repair:" + repair.id(), "service", "派单调整待确认", repair.day() + "，" + what + words(repair),
        repair.madeAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), repair.day(), "/console/service/dispatch?day=" + repair.day());
  }

  private static String words(Repair repair) {
    var changes = repair.lines().isEmpty() ? "" : "，涉及 " + repair.lines().size() + " 单";
    return changes + (repair.unsolved().isEmpty() ? "" : "，" + repair.unsolved().size() + " 单没有人能去");
  }

  private static WorkItem item(StoredPlan plan) {
    var left = plan.unserved() == 0 ? "" : "，" + plan.unserved() + " 单排不上";
    return new WorkItem("dispatch:" + plan.id(), "service", "派单计划待采纳", plan.day() + "，" + plan.changed() + " 单有变动" + left,
        plan.madeAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), plan.day(), "/console/service/dispatch?day=" + plan.day());
  }
}
