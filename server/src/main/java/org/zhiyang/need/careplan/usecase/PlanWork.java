package org.zhiyang.need.careplan.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.need.careplan.domain.PlanStatus;
import org.zhiyang.need.careplan.store.BeyondAgreed;
import org.zhiyang.need.careplan.store.Plans;
import org.zhiyang.need.careplan.store.Waiting;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;

/** Plans to agree anew, to write, to change, and to have accepted. */
@Component
class PlanWork implements WorkSource {
  private final Plans plans;
  private final Waiting waiting;
  private final BeyondAgreed beyond;
  private final ElderQueries elders;
  private final Clock clock;

  PlanWork(Plans plans, Waiting waiting, BeyondAgreed beyond, ElderQueries elders, Clock clock) {
    this.plans = plans;
    this.waiting = waiting;
    this.beyond = beyond;
    this.elders = elders;
    this.clock = clock;
  }

  private record Open(String key, String title, ElderId elder, Instant since, String path) {}

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var open = new ArrayList<Open>();
    if (actor.may("careplan.write")) {
      beyond.oldest(actor.scope(), most).forEach(b -> open.add(new Open("beyond-agreed:" + b.plan(), (b.entitled() ? "" : "待遇到期，") + "自付将超过老人同意的金额，请重新商定计划", new ElderId(b.elder()), b.since(),
          "/console/need/plans/" + b.plan())));
      plans.oldest(PlanStatus.CHANGE_WANTED, actor.scope(), most).forEach(p -> open.add(plan(p, "老人想改计划")));
      waiting.oldest(actor.scope(), most).forEach(w -> open.add(new Open("to-plan:" + w.elder(), "待制定照护计划", new ElderId(w.elder()), w.since(), "/console/need/plans/new?elder=" + w.elder())));
    }
    if (actor.isStaff() && actor.may("careplan.accept")) plans.oldest(PlanStatus.PROPOSED, actor.scope(), most).forEach(p -> open.add(plan(p, "计划待老人或家属确认")));
    var people = elders.list(open.stream().map(Open::elder).distinct().toList());
    return open.stream().limit(most).map(o -> new WorkItem(o.key(), "need", o.title(), name(people.get(o.elder())), at(o.since()), null, o.path())).toList();
  }

  private static Open plan(Plans.Plan p, String title) {
    return new Open("plan:" + p.id(), title, new ElderId(p.elder()), p.proposedAt() == null ? p.createdAt() : p.proposedAt(), "/console/need/plans/" + p.id());
  }

  private static @org.jspecify.annotations.Nullable String name(@org.jspecify.annotations.Nullable ElderProfile elder) {
    return elder == null ? null : elder.name();
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime();
  }
}
