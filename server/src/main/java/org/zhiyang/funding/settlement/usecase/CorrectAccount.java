package org.zhiyang.funding.settlement.usecase;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.PaymentState;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.FacilityCommands;
import org.zhiyang.registry.facility.FacilityQueries;

/** Deals with a payment the bank refused: the account is corrected (or confirmed as it is), then the statement may go into a later batch, as a new payment that names this one. */
@Service
public class CorrectAccount {
  private final Batches batches;
  private final FacilityCommands facilities;
  private final Clock clock;

  CorrectAccount(Batches batches, FacilityCommands facilities, Clock clock) {
    this.batches = batches;
    this.facilities = facilities;
    this.clock = clock;
  }

  /** @param account null keeps the account on record, for refusals that do not lie in it */
  @Transactional
  public void handle(UUID paymentId, FacilityQueries.@Nullable BankAccount account, String reason, Actor by) {
    var payment = batches.findPaymentForUpdate(paymentId, by.scope()).orElseThrow(NotFound::new);
    if (payment.state() != PaymentState.REFUSED || payment.correctedAt() != null) throw new SettlementRefusal.WrongState(payment.state().name(), payment.correctedAt() != null ? "已处理" : payment.state().chinese());
    if (account != null) facilities.changeBankAccount(payment.provider(), account);
    batches.noteCorrection(paymentId, reason, by.accountId(), clock.instant());
  }
}
