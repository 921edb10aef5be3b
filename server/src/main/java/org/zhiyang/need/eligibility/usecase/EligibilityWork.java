package org.zhiyang.need.eligibility.usecase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.domain.ProposalStatus;
import org.zhiyang.need.eligibility.store.Proposals;
import org.zhiyang.need.eligibility.store.Proposals.Proposal;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.workbench.WorkFigure;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** Proposals that wait for a county officer, and returned ones that wait for correction. */
@Component
class EligibilityWork implements WorkSource {
  private final Proposals proposals;
  private final ElderQueries elders;
  private final CareCaseQueries cases;
  private final Clock clock;

  EligibilityWork(Proposals proposals, ElderQueries elders, CareCaseQueries cases, Clock clock) {
    this.proposals = proposals;
    this.elders = elders;
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var tasks = new ArrayList<WorkItem>();
    if (actor.may("eligibility.decide")) tasks.addAll(items(proposals.oldest(ProposalStatus.PROPOSED, actor.scope(), most), "待遇待确认"));
    else if (actor.may("eligibility.compute")) tasks.addAll(items(proposals.oldest(ProposalStatus.RETURNED, actor.scope(), most), "测算被退回，补正后重新测算"));
    return tasks.stream().limit(most).toList();
  }

  @Override
  public List<WorkFigure> figuresFor(Actor actor) {
    if (!actor.may("eligibility.decide")) return List.of();
    return List.of(new WorkFigure("entitlement-proposals", "待确认的待遇", proposals.count(ProposalStatus.PROPOSED, actor.scope()), "人", null, "/console/need/entitlements?status=PROPOSED"));
  }

  private List<WorkItem> items(List<Proposal> open, String title) {
    var people = elders.list(open.stream().map(p -> new ElderId(p.elder())).toList());
    var lastDays = cases.lastDays(open.stream().map(Proposal::careCase).filter(Objects::nonNull).map(CaseId::new).toList(), CaseStep.ELIGIBLE);
    return open.stream().map(p -> {
      var elder = people.get(new ElderId(p.elder()));
      var due = p.careCase() == null ? null : lastDays.get(new CaseId(p.careCase()));
      return new WorkItem("entitlement:" + p.id(), "need", title, elder == null ? null : elder.name(), p.computedAt().atZone(clock.getZone()).toOffsetDateTime(), due,
          "/console/need/entitlements/" + p.elder());
    }).toList();
  }
}
