package org.zhiyang.funding.settlement.usecase;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Actor;

/** Takes a batch back before its file exists: its statements wait for another batch. Withdrawing twice is once. */
@Service
public class WithdrawBatch {
  private final Batches batches;
  private final Statements statements;
  private final Clock clock;

  WithdrawBatch(Batches batches, Statements statements, Clock clock) {
    this.batches = batches;
    this.statements = statements;
    this.clock = clock;
  }

  /** @throws SettlementRefusal.TooLateToWithdraw, WrongState */
  @Transactional
  public void handle(UUID id, String reason, Actor by) {
    var batch = batches.getForUpdate(id, by.scope());
    if (batch.state() == BatchState.WITHDRAWN) return;
    var now = clock.instant();
    var until = batch.availableAt();
    if (until != null && !now.isBefore(until)) throw new SettlementRefusal.TooLateToWithdraw(until);
    batch.mayBecome(BatchState.WITHDRAWN);
    batches.withdraw(id, by.accountId(), reason, now);
    statements.move(batches.paymentsOf(id).stream().map(Batches.Payment::statement).toList(), StatementState.REVIEWED);
  }
}
