package org.zhiyang.oversight.rating.usecase;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.DailyJob;

/** Each day: scores whose days for objection and publicity are over become final. */
@Component
class FinishScores implements DailyJob {
  private final Scores scores;
  private final MakeFinal makeFinal;

  FinishScores(Scores scores, MakeFinal makeFinal) {
    this.scores = scores;
    this.makeFinal = makeFinal;
  }

  @Override
  public String name() {
    return "rating.finish-scores";
  }

  @Override
  public int order() {
    return 210;
  }

  @Override
  public void runFor(LocalDate day) {
    scores.listDueBy(day).forEach(id -> makeFinal.handle(scores.get(id, new Scope.Everything()), day));
  }
}
