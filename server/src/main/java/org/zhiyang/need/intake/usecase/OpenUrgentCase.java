package org.zhiyang.need.intake.usecase;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.UrgentCases;
import org.zhiyang.need.intake.domain.AskedBy;
import org.zhiyang.need.intake.domain.Contact;
import org.zhiyang.need.intake.domain.Urgency;
import org.zhiyang.need.intake.store.CaseHistory;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.store.Cases;
import org.zhiyang.need.intake.store.Needs;
import org.zhiyang.registry.elder.ElderId;

/** Captures the urgent need and waives what is missing before supply, so that help goes out now and the record is made up afterwards. */
@Component
class OpenUrgentCase implements UrgentCases {
  private static final String URGENT = "URGENT";

  private final CaptureNeed capture;
  private final Cases cases;
  private final CaseHistory history;
  private final CasePlacing placing;
  private final Clock clock;

  OpenUrgentCase(CaptureNeed capture, Cases cases, CaseHistory history, CasePlacing placing, Clock clock) {
    this.capture = capture;
    this.cases = cases;
    this.history = history;
    this.placing = placing;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseId openFor(ElderId elder, Reached why) {
    var open = cases.lockOpenOf(elder);
    if (open.isPresent() && open.get().ownDone().maySupply()) return open.get().id();
    var wish = new Needs.Wish(new TreeSet<>(List.of(URGENT)), Urgency.URGENT, why.reason(), Contact.CALL_ELDER, AskedBy.STAFF);
    var captured = capture.handle(new CaptureNeed.Command(why.by(), elder, null, null, wish, why.place(), true));
    var row = cases.lock(captured.careCase()).orElseThrow();
    waive(row, why);
    return row.id();
  }

  private void waive(CaseRow row, Reached why) {
    for (var step : CaseStep.beforeSupply()) {
      if (step != CaseStep.NEED && !row.ownDone().has(step)) history.addWaived(row, step, why);
    }
    placing.place(row, YearMonth.now(clock), null);
  }
}
