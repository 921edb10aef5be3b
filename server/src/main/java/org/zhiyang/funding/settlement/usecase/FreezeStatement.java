package org.zhiyang.funding.settlement.usecase;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.StatementFrozen;
import org.zhiyang.funding.settlement.StatementId;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.oversight.rating.RatingQueries;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.platform.web.NotFound;

/** Freezes a month's statement to the evidence it was computed from (M254: only with a final score, unless the provider did not serve in the month: then there are only differences and debts). Freezing what is frozen already with the same digest is once. */
@Service
public class FreezeStatement {
  private final Statements statements;
  private final ComputeDraft compute;
  private final RatingQueries ratings;
  private final RulingStore rulings;
  private final LoopSteps steps;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FreezeStatement(Statements statements, ComputeDraft compute, RatingQueries ratings, RulingStore rulings, LoopSteps steps, ApplicationEventPublisher events, Clock clock) {
    this.statements = statements;
    this.compute = compute;
    this.ratings = ratings;
    this.rulings = rulings;
    this.steps = steps;
    this.events = events;
    this.clock = clock;
  }

  /** @param digest of the draft the officer looked at: what is frozen must be that
   *  @throws SettlementRefusal.NoFinalScore, DraftChanged, WrongState */
  @Transactional
  public void handle(UUID id, String digest, Actor by) {
    var before = statements.find(id, by.scope()).orElseThrow(NotFound::new);
    compute.handle(before.provider(), before.month());
    var draft = statements.getForUpdate(id, by.scope());
    if (draft.state() == StatementState.FROZEN && digest.equals(draft.digest())) return;
    draft.mayBecome(StatementState.FROZEN);
    var score = ratings.findFinalScore(draft.provider(), draft.month());
    if (score.isEmpty() && draft.served()) throw new SettlementRefusal.NoFinalScore(draft.month());
    if (!digest.equals(draft.digest())) throw new SettlementRefusal.DraftChanged();
    var now = clock.instant();
    var ruling = score.map(s -> rulings.store(compute.withholding(s, draft.regionCode()), new RulingStore.Subject("settlement", id, draft.regionCode(), null, false), now, by.accountId().toString()));
    statements.freeze(id, ruling.map(r -> r.value()).orElse(null), by.accountId(), now);
    steps.settled(statements.casesOf(id), draft, by, now);
    events.publishEvent(new StatementFrozen(new StatementId(id), draft.provider(), draft.month(), draft.payableFen(), digest, now));
  }
}
