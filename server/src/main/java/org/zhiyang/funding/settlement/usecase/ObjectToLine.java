package org.zhiyang.funding.settlement.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.LineKind;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.LineObjections;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.NotFound;

/** The provider objects to a line before the review: it is left out of the sum, the rest goes on. */
@Service
public class ObjectToLine {
  private final Statements statements;
  private final LineObjections objections;
  private final Clock clock;

  ObjectToLine(Statements statements, LineObjections objections, Clock clock) {
    this.statements = statements;
    this.objections = objections;
    this.clock = clock;
  }

  @Transactional
  public UUID handle(UUID statementId, UUID lineId, String reason, Actor by) {
    var statement = statements.getForUpdate(statementId, by.scope());
    if (statement.state() != StatementState.FROZEN) throw new SettlementRefusal.WrongState(statement.state());
    var line = objections.findLine(statementId, lineId).filter(l -> l.kind() != LineKind.CARRY).orElseThrow(NotFound::new);
    if (objections.exists(lineId)) throw new SettlementRefusal.AlreadyObjected();
    var id = Generators.timeBasedEpochGenerator().generate();
    objections.add(id, line, statement, reason, by.accountId(), clock.instant());
    statements.leaveOut(statementId, line.amounts().payableFen());
    return id;
  }
}
