package org.zhiyang.need.assessment.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.view.AssessmentList;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.platform.workbench.WorkFigure;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** What of assessments waits for whom: towns and counties plan, assessors assess and sign, counties look after objections. */
@Component
class AssessmentWork implements WorkSource {

  private static final String PATH = "/console/need/assessments/";

  private final AssessmentList list;
  private final ElderQueries elders;

  AssessmentWork(AssessmentList list, ElderQueries elders) {
    this.list = list;
    this.elders = elders;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var rows = new ArrayList<AssessmentList.Row>();
    if (actor.may("assessment.complete")) {
      var mine = List.of(AssessmentStatus.SCHEDULED, AssessmentStatus.STARTED, AssessmentStatus.SIGNED);
      rows.addAll(rows(actor, new AssessmentList.Filter(mine, null, actor.accountId(), null), "plannedAt", most));
    }
    if (actor.may("assessment.publish")) {
      rows.addAll(rows(actor, new AssessmentList.Filter(List.of(AssessmentStatus.OBJECTED), null, null, null), "requestedAt", most));
    }
    if (actor.may("assessment.schedule")) {
      rows.addAll(rows(actor, new AssessmentList.Filter(List.of(AssessmentStatus.REQUESTED), null, null, null), "requestedAt", most));
    }
    var people = elders.list(rows.stream().map(r -> new ElderId(r.elderId())).distinct().toList());
    return rows.stream().limit(most).map(row -> {
      var elder = people.get(new ElderId(row.elderId()));
      return new WorkItem("assessment:" + row.id(), "need", title(row.status()), (elder == null ? "" : elder.name() + " · ") + row.reason().chineseName(),
          since(row), due(row), PATH + row.id());
    }).toList();
  }

  private List<AssessmentList.Row> rows(Actor actor, AssessmentList.Filter filter, String sort, int most) {
    return list.page(filter, new PageQuery(1, most, sort), actor.scope()).items();
  }

  private static String title(AssessmentStatus status) {
    return switch (status) {
      case REQUESTED -> "能力评估待安排";
      case SCHEDULED -> "上门评估";
      case STARTED -> "评估表待填写、签名";
      case SIGNED -> "评估表已签名，请提交出结果";
      case OBJECTED -> "公示期有异议，请督促复评";
      case IN_PUBLICITY, EFFECTIVE, EXPIRED, SUPERSEDED, WITHDRAWN -> "能力评估" + status.chineseName();
    };
  }

  private static OffsetDateTime since(AssessmentList.Row row) {
    return row.requestedAt().atZone(BusinessClock.ZONE).toOffsetDateTime();
  }

  /** The day agreed with the elder. */
  private static @Nullable LocalDate due(AssessmentList.Row row) {
    return row.plannedAt() == null || row.status() == AssessmentStatus.OBJECTED ? null : LocalDate.ofInstant(row.plannedAt(), BusinessClock.ZONE);
  }

  @Override
  public List<WorkFigure> figuresFor(Actor actor) {
    if (!actor.isStaff() || !actor.may("assessment.schedule")) {
      return List.of();
    }
    var inPublicity = new AssessmentList.Filter(List.of(AssessmentStatus.IN_PUBLICITY), null, null, null);
    return List.of(new WorkFigure("assessments-in-publicity", "评估结果公示中", list.page(inPublicity, new PageQuery(1, 1, null), actor.scope()).total(),
        "件", null, "/console/need/assessments?status=IN_PUBLICITY"));
  }
}
