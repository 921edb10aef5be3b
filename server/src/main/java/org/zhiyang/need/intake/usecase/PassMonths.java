package org.zhiyang.need.intake.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.store.CaseHistory;
import org.zhiyang.need.intake.store.Cases;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;

/** Each day: cases whose month is over without any visit go on to the present month; the history says that the month passed. A month with visits stays in work until its loop is finished. */
@Component
class PassMonths implements DailyJob {
  private final Cases cases;
  private final CaseHistory history;
  private final CasePlacing placing;
  private final Clock clock;

  PassMonths(Cases cases, CaseHistory history, CasePlacing placing, Clock clock) {
    this.cases = cases;
    this.history = history;
    this.placing = placing;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "intake.pass-months";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void runFor(LocalDate day) {
    var thisMonth = YearMonth.from(day);
    for (var id : cases.listIdleBefore(thisMonth)) {
      var row = cases.lock(id).orElseThrow();
      history.note(row, CaseHistory.Kind.MONTH_PASSED, new Reached(Actor.PLATFORM, clock.instant(), null, "本月没有上门服务", id.value()));
      placing.place(row, thisMonth, null);
    }
  }
}
