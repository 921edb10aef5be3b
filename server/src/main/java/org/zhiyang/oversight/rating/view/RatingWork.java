package org.zhiyang.oversight.rating.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.domain.ImprovementStatus;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;

/** What waits around scores and improvements: for the provider (object, improve), for the county (objections, checks). */
@Component
class RatingWork implements WorkSource {
  private final ScoreList scores;
  private final ImprovementList improvements;
  private final FacilityQueries facilities;

  RatingWork(ScoreList scores, ImprovementList improvements, FacilityQueries facilities) {
    this.scores = scores;
    this.improvements = improvements;
    this.facilities = facilities;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var items = new ArrayList<WorkItem>();
    if (actor.may("rating.object")) {
      scores.open(actor.scope(), most).forEach(s -> items.add(score(s, "月度评价公示，可提异议", s.month() + "：" + s.points() + " 分")));
    }
    if (actor.may("rating.decide")) {
      var rows = scores.objected(actor.scope(), most);
      var names = names(rows.stream().map(ScoreList.Row::providerId).distinct().toList());
      rows.forEach(s -> items.add(score(s, "月度评价异议待处理", name(names, s.providerId()) + " " + s.month())));
    }
    if (actor.may("improvement.do")) add(items, ImprovementStatus.OPEN, "整改待完成", actor, most);
    if (actor.may("improvement.check")) {
      add(items, ImprovementStatus.ANSWERED, "整改待核查", actor, most);
      add(items, ImprovementStatus.CHECKED, "整改结果待告知老人", actor, most);
    }
    return items;
  }

  private static WorkItem score(ScoreList.Row row, String title, String subject) {
    return new WorkItem("score:" + row.id(), "oversight", title, subject, row.publishedOn().atStartOfDay(BusinessClock.ZONE).toOffsetDateTime(), row.objectionUntil(),
        "/console/oversight/scores/" + row.id());
  }

  private void add(List<WorkItem> items, ImprovementStatus status, String title, Actor actor, int most) {
    var rows = improvements.waiting(status, actor.scope(), most);
    var names = names(rows.stream().map(ImprovementList.Row::providerId).distinct().toList());
    rows.forEach(r -> items.add(new WorkItem("improvement:" + r.id(), "oversight", title, name(names, r.providerId()) + "，" + r.cause().chinese(), r.openedAt(), r.dueOn(),
        "/console/oversight/improvements/" + r.id())));
  }

  private Map<ProviderId, Provider> names(List<UUID> ids) {
    return facilities.listProviders(ids.stream().map(ProviderId::new).toList());
  }

  private static String name(Map<ProviderId, Provider> names, UUID id) {
    var provider = names.get(new ProviderId(id));
    return provider == null ? "" : provider.name();
  }
}
