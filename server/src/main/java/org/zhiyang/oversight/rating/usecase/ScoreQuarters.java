package org.zhiyang.oversight.rating.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.domain.MonthEvidence;
import org.zhiyang.oversight.rating.domain.MonthScorePolicy;
import org.zhiyang.oversight.rating.domain.QuarterRule;
import org.zhiyang.oversight.rating.domain.QuarterScorePolicy;
import org.zhiyang.oversight.rating.store.QuarterScores;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.policy.RulingStore;

/** Each day after a quarter's end: every provider whose months of it are all final gets its quarter score (M259). A month that becomes final later makes the score anew. The last two quarters are
 *  looked at. */
@Component
class ScoreQuarters implements DailyJob {
  private static final Logger log = LoggerFactory.getLogger(ScoreQuarters.class);

  private final QuarterScores quarters;
  private final Parameters parameters;
  private final RulingStore rulings;
  private final Clock clock;

  ScoreQuarters(QuarterScores quarters, Parameters parameters, RulingStore rulings, Clock clock) {
    this.quarters = quarters;
    this.parameters = parameters;
    this.rulings = rulings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "rating.score-quarters";
  }

  @Override
  public int order() {
    return 220;
  }

  @Override
  public void runFor(LocalDate day) {
    var last = QuarterScorePolicy.quarterOf(YearMonth.from(day)).minusMonths(3);
    score(last.minusMonths(3));
    // Before the scoring day the last month of the quarter has no score to wait for yet.
    if (!last.equals(QuarterScorePolicy.quarterOf(YearMonth.from(day).minusMonths(1))) || day.getDayOfMonth() >= MonthEvidence.SCORING_DAY) score(last);
  }

  private void score(YearMonth quarter) {
    var scored = 0;
    var today = LocalDate.now(clock);
    for (var provider : quarters.due(quarter)) {
      var end = quarter.plusMonths(2).atEndOfMonth();
      var rule = parameters.get(QuarterRule.PARAMETER, provider.regionCode(), end, today);
      var passing = parameters.get(MonthScorePolicy.PASSING, provider.regionCode(), end, today);
      var ruling = QuarterScorePolicy.apply(provider.provider(), quarter, provider.months(), rule, passing);
      if (ruling.isEmpty()) continue;
      var id = Generators.timeBasedEpochGenerator().generate();
      var stored = rulings.store(ruling.get(), new RulingStore.Subject("rating", id, provider.regionCode(), null, false), clock.instant(), "clock");
      quarters.save(id, provider, quarter, ruling.get(), stored.value(), clock.instant());
      scored++;
    }
    if (scored > 0) log.info("scored {} providers for {}", scored, QuarterScorePolicy.name(quarter));
  }
}
