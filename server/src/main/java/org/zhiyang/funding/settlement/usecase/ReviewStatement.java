package org.zhiyang.funding.settlement.usecase;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Doubts;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Actor;

/** 县区复核: the county's finance agrees with a frozen statement. Not while visits of it wait for a person again; after the review what is decided on them comes into the next one. What pays nothing is cleared at once, a negative sum is carried into the provider's next statement. */
@Service
public class ReviewStatement {
  private final Statements statements;
  private final Doubts doubts;
  private final LoopSteps steps;
  private final Clock clock;

  ReviewStatement(Statements statements, Doubts doubts, LoopSteps steps, Clock clock) {
    this.statements = statements;
    this.doubts = doubts;
    this.steps = steps;
    this.clock = clock;
  }

  /** @throws SettlementRefusal.WrongState, LinesInDoubt */
  @Transactional
  public StatementState handle(UUID id, @Nullable String note, Actor by) {
    var statement = statements.getForUpdate(id, by.scope());
    var next = StatementState.afterReview(statement.payableFen());
    statement.mayBecome(next);
    var doubted = doubts.openOf(id);
    if (doubted > 0) throw new SettlementRefusal.LinesInDoubt(doubted);
    var now = clock.instant();
    statements.review(id, next, note, by.accountId(), now);
    if (next != StatementState.REVIEWED) {
      var reason = next == StatementState.CLEARED ? "本期没有应拨付的公共资金" : "本期应扣回，结转下期";
      steps.paid(statements.casesDone(id), statement, reason, by, now);
    }
    return next;
  }
}
