package org.zhiyang.funding.settlement.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Doubts;
import org.zhiyang.funding.settlement.store.LineObjections;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.service.homecare.VisitDecided;
import org.zhiyang.service.homecare.VisitVerified;

/** Hears when a visit is found abnormal after its month was frozen, and how it was decided then. A frozen line never changes: rejected before the review it is left out of what is paid, as after an objection that
 *  was dropped; later it is taken back in the next statement. Hearing the same twice changes nothing. */
@Component
class DoubtSettledVisits {
  private static final String WHY = "上门退回人工判定，判定不成立，本单不支付";

  private final Doubts doubts;
  private final Statements statements;
  private final LineObjections objections;
  private final Clock clock;

  DoubtSettledVisits(Doubts doubts, Statements statements, LineObjections objections, Clock clock) {
    this.doubts = doubts;
    this.statements = statements;
    this.objections = objections;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(VisitVerified event) {
    if (!event.normal()) doubts.raise(event.visit().value(), event.flags(), event.occurredAt());
  }

  @ApplicationModuleListener
  void on(VisitDecided event) {
    var visit = event.visit().value();
    if (!event.confirmed()) doubts.openFor(visit).forEach(statement -> leaveOut(statement, visit));
    doubts.decide(visit, event.confirmed(), event.occurredAt());
  }

  /** A line the provider objected to has its own decision. */
  private void leaveOut(UUID id, UUID visit) {
    var statement = statements.getForUpdate(id, new Scope.Everything());
    if (statement.state() != StatementState.FROZEN) return;
    for (var line : objections.freeLines(id, visit)) {
      var objection = Generators.timeBasedEpochGenerator().generate();
      objections.add(objection, line, statement, WHY, Actor.PLATFORM.accountId(), clock.instant());
      objections.decide(objection, LineObjections.Decision.DROP, WHY, false, Actor.PLATFORM.accountId(), clock.instant());
      statements.leaveOut(id, line.amounts().payableFen());
    }
  }
}
