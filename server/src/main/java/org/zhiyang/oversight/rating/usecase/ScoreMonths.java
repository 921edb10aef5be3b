package org.zhiyang.oversight.rating.usecase;

import java.time.LocalDate;
import java.time.YearMonth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.domain.MonthEvidence;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.registry.facility.FacilityQueries;

/** From the 3rd of each month: the last month of every provider that had visits in it, or about whom something was decided in it, is scored and published. Later days look for providers whose visits arrived late. */
@Component
class ScoreMonths implements DailyJob {
  private static final Logger log = LoggerFactory.getLogger(ScoreMonths.class);

  private final ComputeScore compute;
  private final GatherEvidence evidence;
  private final FacilityQueries facilities;

  ScoreMonths(ComputeScore compute, GatherEvidence evidence, FacilityQueries facilities) {
    this.compute = compute;
    this.evidence = evidence;
    this.facilities = facilities;
  }

  @Override
  public String name() {
    return "rating.score-months";
  }

  @Override
  public int order() {
    return 200;
  }

  @Override
  public void runFor(LocalDate day) {
    if (day.getDayOfMonth() < MonthEvidence.SCORING_DAY) return;
    var month = YearMonth.from(day).minusMonths(1);
    var providers = facilities.listProviders(evidence.providersOf(month)).values();
    var scored = providers.stream().filter(p -> compute.handle(p, month, day)).count();
    if (scored > 0) log.info("scored {} of {} providers for {}", scored, providers.size(), month);
  }
}
