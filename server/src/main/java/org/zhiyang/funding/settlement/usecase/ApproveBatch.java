package org.zhiyang.funding.settlement.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;

/** 市级审批 by a second person; the payment file exists only some minutes (of business time) later. Approving twice by the same person is once. */
@Service
public class ApproveBatch {
  private final Batches batches;
  private final Parameters parameters;
  private final Clock clock;

  ApproveBatch(Batches batches, Parameters parameters, Clock clock) {
    this.batches = batches;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** @throws SettlementRefusal.SamePerson, PublicityNotOver, WrongState */
  @Transactional
  public void handle(UUID id, Actor by) {
    var batch = batches.getForUpdate(id, by.scope());
    if (batch.state() == BatchState.APPROVED && by.accountId().equals(batch.approvedBy())) return;
    batch.mayBecome(BatchState.APPROVED);
    if (batch.involved().contains(by.accountId()) || batch.preparedBy().equals(by.accountId())) throw new SettlementRefusal.SamePerson();
    var today = LocalDate.now(clock);
    if (!today.isAfter(batch.publicityUntil())) throw new SettlementRefusal.PublicityNotOver(batch.publicityUntil());
    var minutes = parameters.get(SettlementParameters.WITHDRAWAL_MINUTES, batch.regionCode(), today, today).value();
    var now = clock.instant();
    batches.approve(id, by.accountId(), now, now.plus(Duration.ofMinutes(minutes)));
  }
}
