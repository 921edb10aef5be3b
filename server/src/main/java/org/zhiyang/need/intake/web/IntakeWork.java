package org.zhiyang.need.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.usecase.IntakeParameters;
import org.zhiyang.need.intake.view.CaseList;
import org.zhiyang.need.intake.view.NeedList;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.platform.workbench.WorkFigure;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;

/** What of needs and cases waits for staff: needs sent in that nobody received, cases past the last day of their step. */
@Component
class IntakeWork implements WorkSource {
  private final NeedList needs;
  private final CaseList cases;
  private final Parameters parameters;
  private final IntakeNames names;
  private final Clock clock;

  IntakeWork(NeedList needs, CaseList cases, Parameters parameters, IntakeNames names, Clock clock) {
    this.needs = needs;
    this.cases = cases;
    this.parameters = parameters;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    if (!actor.isStaff()) return List.of();
    var items = new ArrayList<WorkItem>();
    if (actor.may("need.capture")) items.addAll(waiting(actor, most));
    if (actor.may("loop.read")) items.addAll(overdue(actor, most));
    return items.stream().limit(most).toList();
  }

  private List<WorkItem> waiting(Actor actor, int most) {
    var rows = needs.page(new NeedList.Filter(null, null, null, null, null, true, true), new PageQuery(1, most, "capturedAt"), actor.scope()).items();
    var people = names.people(rows.stream().map(NeedList.Row::elder).toList());
    var today = LocalDate.now(clock);
    return rows.stream().map(need -> {
      var since = need.capturedAt().atZoneSameInstant(BusinessClock.ZONE).toOffsetDateTime();
      var due = parameters.find(IntakeParameters.STEP_LIMITS, need.regionCode(), today, today)
          .map(limits -> limits.value().lastDay(CaseStep.NEED, since.toInstant(), BusinessClock.ZONE)).orElse(null);
      var who = people.get(need.elder());
      return new WorkItem("need:" + need.id(), "need", "新的服务申请，请联系老人", (who == null ? "" : who.name() + " · ") + need.channel().chinese(), since, due, "/console/need/needs/" + need.id());
    }).toList();
  }

  private List<WorkItem> overdue(Actor actor, int most) {
    var rows = cases.overdue(LocalDate.now(clock), actor.scope(), most);
    var people = names.people(rows.stream().map(row -> row.elder().value()).toList());
    return rows.stream().map(row -> {
      var who = people.get(row.elder().value());
      return new WorkItem("case:" + row.id(), "service", title(row), who == null ? row.number() : who.name() + " · " + row.number(), since(row), row.dueOn(), StepPaths.careCase(row.id().value()));
    }).toList();
  }

  private static String title(CaseRow row) {
    return row.ending() == null ? "超时：等待" + row.position().step().chinese() + "（" + row.holder() + "）" : row.ending().chinese() + "，请家属反馈后结案";
  }

  private static OffsetDateTime since(CaseRow row) {
    return row.position().since().atZone(BusinessClock.ZONE).toOffsetDateTime();
  }

  @Override
  public List<WorkFigure> figuresFor(Actor actor) {
    if (!actor.isStaff() || !actor.may("loop.read")) return List.of();
    return Stream.of(new WorkFigure("open-cases", "办理中的案例", cases.page(new CaseList.Filter(null, null, null, null, true, null, null), new PageQuery(1, 1, null), actor.scope()).total(), "件", null,
        "/console/service/loop")).toList();
  }
}
