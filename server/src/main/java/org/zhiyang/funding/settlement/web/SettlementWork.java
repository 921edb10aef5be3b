package org.zhiyang.funding.settlement.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Doubts;
import org.zhiyang.funding.settlement.view.BatchList;
import org.zhiyang.funding.settlement.view.StatementList;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.platform.workbench.WorkFigure;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;

/** What of statements and payments waits for whom. */
@Component
class SettlementWork implements WorkSource {
  private static final String STATEMENTS = "/console/funding/statements/";
  private static final String BATCHES = "/console/funding/payments/";

  private final StatementList statements;
  private final BatchList batches;
  private final Doubts doubts;
  private final Shown shown;

  SettlementWork(StatementList statements, BatchList batches, Doubts doubts, Shown shown) {
    this.statements = statements;
    this.batches = batches;
    this.doubts = doubts;
    this.shown = shown;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var items = new ArrayList<WorkItem>();
    if (actor.may("settlement.review")) {
      batches.refused(actor.scope(), most).forEach(r -> items.add(new WorkItem("payment:" + r.payment(), "funding", "银行退回，请更正账户后重付", shown.provider(r.provider()) + "（" + r.reason() + "）", r.at(), null,
          BATCHES + r.batch())));
      doubts.open(actor.scope(), most).forEach(d -> items.add(new WorkItem("statement-doubt:" + d.statement(), "funding", "已结算的上门退回人工判定", shown.provider(d.provider()) + " " + d.month() + "，"
          + d.visits() + (d.state() == StatementState.FROZEN ? " 次；判定后才能复核，不成立的本单不支付" : " 次；判定不成立的下期扣回"), d.since(), null, STATEMENTS + d.statement())));
      of(actor, StatementState.FROZEN, "结算单待复核", items, most);
    }
    if (actor.may("settlement.prepare")) of(actor, StatementState.DRAFT, "结算单可以冻结", items, most);
    if (actor.may("settlement.object")) of(actor, StatementState.FROZEN, "结算单已出，复核前可提异议", items, most);
    if (actor.may("payment.prepare") && !actor.may("settlement.approve")) {
      var waiting = batches.waiting(actor.scope());
      if (waiting.statements() > 0) items.add(new WorkItem("payable:" + actor.regionCode(), "funding", "结算单待组成付款批次", waiting.statements() + " 张", Objects.requireNonNull(waiting.oldest()),
          null, "/console/funding/payments"));
    }
    if (actor.may("settlement.approve")) batch(actor, BatchState.PREPARED, "付款批次待审批", items, most);
    if (actor.may("settlement.pay")) {
      batch(actor, BatchState.APPROVED, "付款文件待送银行", items, most);
      batch(actor, BatchState.SENT, "等待银行回盘", items, most);
    }
    return items.stream().limit(most).toList();
  }

  private void of(Actor actor, StatementState state, String title, List<WorkItem> items, int most) {
    statements.page(new StatementList.Filter(null, state, null, null, false), new PageQuery(1, most, "month"), actor.scope()).items().stream()
        .filter(s -> state != StatementState.DRAFT || s.score() != null || !s.served())
        .forEach(s -> items.add(new WorkItem("statement:" + s.id(), "funding", title, shown.provider(s.provider()) + " " + s.month(), s.computedAt(), null, STATEMENTS + s.id())));
  }

  private void batch(Actor actor, BatchState state, String title, List<WorkItem> items, int most) {
    batches.page(state, new PageQuery(1, most, "preparedAt"), actor.scope()).items().forEach(b -> items.add(new WorkItem("batch:" + b.id(), "funding", title,
        b.number() + " · " + b.payments() + " 笔", since(b), null, BATCHES + b.id())));
  }

  private static OffsetDateTime since(BatchList.Row b) {
    return b.sentAt() != null ? b.sentAt() : b.approvedAt() != null ? b.approvedAt() : b.preparedAt();
  }

  @Override
  public List<WorkFigure> figuresFor(Actor actor) {
    if (!actor.may("settlement.read")) return List.of();
    var waiting = statements.sums(new StatementList.Filter(null, null, null, null, true), actor.scope()).stream().mapToInt(StatementList.StateSum::statements).sum();
    return List.of(new WorkFigure("statements-without-score", "等待月度得分的结算单", waiting, "张", null, "/console/funding/statements?waiting=true"));
  }
}
