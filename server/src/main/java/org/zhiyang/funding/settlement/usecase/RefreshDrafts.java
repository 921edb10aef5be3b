package org.zhiyang.funding.settlement.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.ScoreFinal;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.DailyJob;

/** Keeps the drafts of the month before fresh: every business day until they are frozen, and at once when a score becomes final. */
@Component
class RefreshDrafts implements DailyJob {
  private final ComputeDraft compute;

  RefreshDrafts(ComputeDraft compute) {
    this.compute = compute;
  }

  @Override
  public String name() {
    return "settlement.refresh-drafts";
  }

  /** After the scores of the day. */
  @Override
  public int order() {
    return 900;
  }

  @Override
  public void runFor(LocalDate day) {
    compute.handleAll(YearMonth.from(day).minusMonths(1), new Scope.Everything());
  }

  @ApplicationModuleListener
  void on(ScoreFinal event) {
    compute.handle(event.provider(), event.month());
  }
}
