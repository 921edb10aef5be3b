package org.zhiyang.oversight.outcome;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** Questionnaires nobody answered in time: staff who may give feedback for an elder call and ask. */
@Component
class OutcomeWork implements WorkSource {
  private final Outcomes outcomes;
  private final ElderQueries elders;

  OutcomeWork(Outcomes outcomes, ElderQueries elders) {
    this.outcomes = outcomes;
    this.elders = elders;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    if (!actor.isStaff() || !actor.may("outcome.read") || !actor.may("feedback.give")) return List.of();
    var rows = outcomes.page(new Outcomes.Filter(Outcomes.State.OVERDUE, null, null, null, null), new PageQuery(1, most, "dueOn"), actor.scope()).items();
    var people = elders.list(rows.stream().map(r -> new ElderId(r.elder())).distinct().toList());
    return rows.stream().map(r -> {
      var elder = people.get(new ElderId(r.elder()));
      return new WorkItem("outcome:" + r.id(), "oversight", "效果问卷待代问", (elder == null ? "" : elder.name() + " ") + r.month(), r.openedAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), r.dueOn(),
          "/console/oversight/outcomes/" + r.id());
    }).toList();
  }
}
