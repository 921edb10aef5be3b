package org.zhiyang.funding.settlement.usecase;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.LineObjections;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.web.NotFound;

/** The county decides an objection. SETTLE before the review puts the line back into its statement; after it, what the evidence then says comes as a difference into the next
 *  statement. DROP settles nothing; where the statement is over already, the case hears now that nothing is to come. Deciding the same way twice is once. */
@Service
public class DecideLineObjection {
  private final Statements statements;
  private final LineObjections objections;
  private final LoopSteps steps;
  private final Clock clock;

  DecideLineObjection(Statements statements, LineObjections objections, LoopSteps steps, Clock clock) {
    this.statements = statements;
    this.objections = objections;
    this.steps = steps;
    this.clock = clock;
  }

  @Transactional
  public void handle(UUID id, LineObjections.Decision decision, String reason, Actor by) {
    var objection = objections.findForUpdate(id, by.scope()).orElseThrow(NotFound::new);
    if (objection.decision() == decision) return;
    if (objection.decision() != null) throw new SettlementRefusal.AlreadyDecided();
    var statement = statements.getForUpdate(objection.statement(), new Scope.Everything());
    var putBack = decision == LineObjections.Decision.SETTLE && statement.state() == StatementState.FROZEN;
    var now = clock.instant();
    objections.decide(id, decision, reason, putBack, by.accountId(), now);
    if (putBack) statements.leaveOut(statement.id(), -objection.amountFen());
    if (decision == LineObjections.Decision.DROP && statement.state().isOver()) steps.paid(statements.caseDone(statement.id(), objection.line()), statement, reason, by, now);
  }
}
