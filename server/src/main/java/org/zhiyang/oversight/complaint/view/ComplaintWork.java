package org.zhiyang.oversight.complaint.view;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.complaint.domain.ComplaintStatus;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;

/** Complaints that wait: for a provider's name, for the provider's answer, for the county's decision. */
@Component
class ComplaintWork implements WorkSource {
  private final ComplaintList list;

  ComplaintWork(ComplaintList list) {
    this.list = list;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var items = new ArrayList<WorkItem>();
    if (actor.may("complaint.assign")) add(items, ComplaintStatus.RECEIVED, "投诉待转办", actor, most);
    if (actor.may("complaint.answer")) add(items, ComplaintStatus.ASSIGNED, "投诉待答复", actor, most);
    if (actor.may("complaint.decide")) add(items, ComplaintStatus.ANSWERED, "投诉待认定", actor, most);
    return items;
  }

  private void add(List<WorkItem> items, ComplaintStatus status, String title, Actor actor, int most) {
    list.waiting(status, actor.scope(), most).forEach(row -> items.add(new WorkItem("complaint:" + row.id(), "oversight", title, row.kind().chinese(), row.receivedAt(), row.answerDueOn(),
        "/console/oversight/complaints/" + row.id())));
  }
}
