package org.zhiyang.response.hotline.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.workbench.WorkFigure;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.Masking;
import org.zhiyang.response.hotline.domain.CallBackStatus;
import org.zhiyang.service.homecare.VisitFlag;

/** What waits at the desk and at the county officer's. */
@Component
class CallBackWork implements WorkSource {
  private final CallBackList list;
  private final ElderQueries elders;

  CallBackWork(CallBackList list, ElderQueries elders) {
    this.list = list;
    this.elders = elders;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var items = new ArrayList<WorkItem>();
    if (actor.may("callback.do")) items.addAll(items(list.open(CallBackStatus.OPEN, actor.accountId(), actor.scope(), most), "回访"));
    if (actor.may("callback.decide")) items.addAll(items(list.open(CallBackStatus.WITH_OFFICER, null, actor.scope(), most), "回访待裁定"));
    return items;
  }

  private List<WorkItem> items(List<CallBackList.Row> rows, String title) {
    var people = elders.list(rows.stream().map(r -> new ElderId(r.elderId())).distinct().toList());
    return rows.stream().map(r -> {
      var elder = people.get(new ElderId(r.elderId()));
      var why = r.flags().isEmpty() ? "抽样" : r.flags().stream().map(f -> VisitFlag.valueOf(f).chinese()).collect(Collectors.joining("、"));
      return new WorkItem("call-back:" + r.id(), "response", title, (elder == null ? "" : Masking.name(elder.name()) + "，") + why, r.openedAt().atZone(BusinessClock.ZONE).toOffsetDateTime(),
          r.dueOn(), "/console/response/call-backs/" + r.id());
    }).toList();
  }

  @Override
  public List<WorkFigure> figuresFor(Actor actor) {
    if (actor.may("callback.do")) {
      var count = list.count(CallBackStatus.OPEN, actor.scope());
      return List.of(new WorkFigure("call-backs", "待回访", count.open(), "件", null, "/console/response/call-backs?status=OPEN"),
          new WorkFigure("call-backs-overdue", "超期未回访", count.overdue(), "件", null, "/console/response/call-backs?overdue=true"));
    }
    if (actor.may("callback.decide")) {
      return List.of(new WorkFigure("call-backs-undecided", "回访待裁定", list.count(CallBackStatus.WITH_OFFICER, actor.scope()).open(), "件", null, "/console/response/call-backs?status=WITH_OFFICER"));
    }
    return List.of();
  }
}
