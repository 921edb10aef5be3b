package org.zhiyang.funding.settlement.usecase;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;

/** Tells the care cases of a statement how far their money is. */
@Component
class LoopSteps {
  private static final String DROPPED = "明细不予结算，没有应拨付的公共资金";

  private final CareCaseCommands cases;

  LoopSteps(CareCaseCommands cases) {
    this.cases = cases;
  }

  void settled(List<Statements.CaseMonth> all, Statements.Row statement, Actor by, Instant at) {
    all.forEach(c -> cases.reach(new CaseId(c.careCase()), CaseStep.SETTLED, c.month(), new CareCaseCommands.Reached(by, at, statement.regionCode(), null, statement.id())));
  }

  /** That nothing is to be paid is a result too: who has only lines that were dropped is not waited for any more. */
  void paid(List<Statements.CaseMonth> all, Statements.Row statement, String reason, Actor by, Instant at) {
    all.forEach(c -> cases.reach(new CaseId(c.careCase()), CaseStep.PAID, c.month(), new CareCaseCommands.Reached(by, at, statement.regionCode(), c.dropped() ? DROPPED : reason, statement.id())));
  }
}
