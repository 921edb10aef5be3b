package org.zhiyang.need.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.need.intake.CaseStep.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiyang.need.intake.CaseStep;

class CasePositionPolicyTests {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  private final Map<CaseStep, Instant> own = new EnumMap<>(CaseStep.class);
  private final SortedMap<YearMonth, Map<CaseStep, Instant>> months = new TreeMap<>();
  private final Map<YearMonth, Map<CaseStep, Instant>> lost = new TreeMap<>();

  @Test
  void aCaseWaitsForTheFirstOfItsOwnStepsThatIsMissing() {
    reached("2026-10-03", NEED, PLANNED);

    assertThat(position(OCTOBER)).isEqualTo(new Position(ASSESSED, null, noon("2026-10-03")));
  }

  @Test
  void anAgreedPlanWaitsForItsFirstOrderSinceItWasAgreed() {
    reached("2026-10-03", NEED, ASSESSED, ELIGIBLE);
    reached("2026-10-09", PLANNED);

    assertThat(position(OCTOBER)).isEqualTo(new Position(ORDERED, OCTOBER, noon("2026-10-09")));
  }

  @Test
  void aMonthIsEvaluatedAfterItsEndSoTheWaitingBeginsThen() {
    planned();
    reached(OCTOBER, "2026-10-20", ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED);

    assertThat(position(OCTOBER)).isEqualTo(new Position(EVALUATED, OCTOBER, midnight("2026-11-01")));
  }

  @Test
  void aMonthWithVisitsStaysInWorkUntilItWasFeltThoughTheNextHasBegun() {
    planned();
    reached(OCTOBER, "2026-10-20", ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED, FELT);
    reached(OCTOBER, "2026-11-08", EVALUATED);
    reached(NOVEMBER, "2026-11-02", ORDERED, MATCHED, DISPATCHED, VISITED);

    assertThat(position(NOVEMBER)).isEqualTo(new Position(SETTLED, OCTOBER, noon("2026-11-08")));
  }

  @Test
  void afterTheLastStepOfAMonthTheNextMonthIsInWorkWithWhatItHasReached() {
    planned();
    reached(OCTOBER, "2026-11-10", ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED, EVALUATED, SETTLED, PAID, FELT);
    reached(NOVEMBER, "2026-11-02", ORDERED, MATCHED, DISPATCHED);

    assertThat(position(NOVEMBER)).isEqualTo(new Position(VISITED, NOVEMBER, noon("2026-11-02")));
  }

  @Test
  void aMonthThatIsOverWithoutAVisitIsPassedOver() {
    planned();
    reached(OCTOBER, "2026-10-02", ORDERED, MATCHED);

    assertThat(position(NOVEMBER)).isEqualTo(new Position(ORDERED, NOVEMBER, midnight("2026-11-01")));
  }

  @Test
  void waitingForAProviderGoesOnFromMonthToMonth() {
    planned();
    reached(OCTOBER, "2026-10-05", ORDERED);
    reached(NOVEMBER, "2026-11-01", ORDERED);
    reached(DECEMBER, "2026-12-01", ORDERED);

    assertThat(position(DECEMBER)).isEqualTo(new Position(MATCHED, DECEMBER, noon("2026-10-05")));
  }

  @Test
  void waitingForSomebodyToBeSentGoesOnFromMonthToMonth() {
    planned();
    reached(OCTOBER, "2026-10-05", ORDERED, MATCHED);
    reached(NOVEMBER, "2026-10-28", ORDERED, MATCHED);

    assertThat(position(NOVEMBER)).isEqualTo(new Position(DISPATCHED, NOVEMBER, noon("2026-10-05")));
  }

  @Test
  void aMonthWithAProviderOrWithoutAnOrderLetsTheWaitingBeginAnew() {
    planned();
    for (var between : List.<List<CaseStep>>of(List.of(ORDERED, MATCHED), List.of(ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED, EVALUATED, SETTLED, PAID, FELT), List.of())) {
      months.clear();
      reached(OCTOBER, "2026-10-05", ORDERED);
      reached(NOVEMBER, "2026-11-01", between.toArray(CaseStep[]::new));
      reached(DECEMBER, "2026-12-01", ORDERED);

      assertThat(position(DECEMBER)).isEqualTo(new Position(MATCHED, DECEMBER, noon("2026-12-01")));
    }
  }

  @Test
  void whoLosesTheirProviderWaitsForAnotherSinceThen() {
    planned();
    reached(OCTOBER, "2026-10-05", ORDERED);
    reached(NOVEMBER, "2026-11-01", ORDERED);
    reached(DECEMBER, "2026-12-01", ORDERED);
    lost.put(NOVEMBER, Map.of(MATCHED, noon("2026-11-20")));

    assertThat(position(NOVEMBER)).isEqualTo(new Position(MATCHED, NOVEMBER, noon("2026-11-20")));
    assertThat(position(DECEMBER)).isEqualTo(new Position(MATCHED, DECEMBER, noon("2026-11-20")));
  }

  @Test
  void nobodyWaitsForAProviderLongerThanTheyHaveHadTheirPlan() {
    reached("2026-10-01", NEED, ASSESSED, ELIGIBLE);
    reached("2026-11-15", PLANNED);
    reached(OCTOBER, "2026-10-05", ORDERED);
    reached(NOVEMBER, "2026-11-15", ORDERED);
    reached(DECEMBER, "2026-12-01", ORDERED);

    assertThat(position(DECEMBER)).isEqualTo(new Position(MATCHED, DECEMBER, noon("2026-11-15")));
  }

  @Test
  void ordersMadeForNextMonthOnlyDoNotLetThisMonthWait() {
    planned();
    reached(NOVEMBER, "2026-10-28", ORDERED);

    assertThat(position(OCTOBER)).isEqualTo(new Position(MATCHED, NOVEMBER, noon("2026-10-28")));
  }

  @Test
  void aFinishedPresentMonthIsFollowedByTheNext() {
    planned();
    reached(OCTOBER, "2026-10-20", ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED, EVALUATED, SETTLED, PAID, FELT);

    assertThat(position(OCTOBER)).isEqualTo(new Position(ORDERED, NOVEMBER, midnight("2026-11-01")));
  }

  @Test
  void aPlanThatEndedAfterVisitsLetsTheirMonthBeFinishedBeforeANewPlanIsAskedFor() {
    reached("2026-10-01", NEED, ASSESSED, ELIGIBLE);
    reached(OCTOBER, "2026-10-20", ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED);

    assertThat(position(OCTOBER)).isEqualTo(new Position(EVALUATED, OCTOBER, midnight("2026-11-01")));

    reached(OCTOBER, "2026-11-10", EVALUATED, SETTLED, PAID, FELT);

    assertThat(position(NOVEMBER)).isEqualTo(new Position(PLANNED, null, noon("2026-10-01")));
  }

  @Test
  void aLevelThatLapsedIsAskedForBeforeTheMonthIsFinished() {
    reached("2026-10-01", NEED);
    reached(OCTOBER, "2026-10-20", ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED);

    assertThat(position(OCTOBER)).isEqualTo(new Position(ASSESSED, null, noon("2026-10-01")));
  }

  @Test
  void urgentHelpGoesPastTheWaivedStepsAndTheCaseThenWaitsForThemToBeMadeUp() {
    reached("2026-10-03", NEED);
    var waived = Set.of(ASSESSED, ELIGIBLE, PLANNED);
    reached(OCTOBER, "2026-10-03", ORDERED);

    var onItsWay = CasePositionPolicy.apply(new CasePositionPolicy.Standing(own, months, waived, lost), OCTOBER, ZONE);
    reached(OCTOBER, "2026-10-04", MATCHED, DISPATCHED, VISITED);
    var served = CasePositionPolicy.apply(new CasePositionPolicy.Standing(own, months, waived, lost), OCTOBER, ZONE);
    reached("2026-10-20", ASSESSED, ELIGIBLE, PLANNED);
    var madeUp = position(OCTOBER);

    assertThat(onItsWay.step()).isEqualTo(MATCHED);
    assertThat(served).isEqualTo(new Position(ASSESSED, null, noon("2026-10-03")));
    assertThat(madeUp.step()).isEqualTo(VERIFIED);
  }

  @Test
  void aStepThatIsMissingAndNotWaivedIsWaitedForWhateverWasOrdered() {
    reached("2026-10-03", NEED);
    reached(OCTOBER, "2026-10-03", ORDERED);

    assertThat(CasePositionPolicy.apply(new CasePositionPolicy.Standing(own, months, Set.of(ELIGIBLE, PLANNED), lost), OCTOBER, ZONE).step()).isEqualTo(ASSESSED);
  }

  @Test
  void theLastDayInTimeCountsFromTheDayTheWaitingBegan() {
    var limits = new StepLimits(Map.of(ASSESSED, 15));

    assertThat(limits.lastDay(ASSESSED, noon("2026-10-03"), ZONE)).isEqualTo(LocalDate.parse("2026-10-18"));
    assertThat(limits.lastDay(PAID, noon("2026-10-03"), ZONE)).isNull();
  }

  private void planned() {
    reached("2026-10-01", NEED, ASSESSED, ELIGIBLE, PLANNED);
  }

  private void reached(String day, CaseStep... steps) {
    for (var step : steps) own.put(step, noon(day));
  }

  private void reached(YearMonth month, String day, CaseStep... steps) {
    for (var step : List.of(steps)) months.computeIfAbsent(month, m -> new EnumMap<>(CaseStep.class)).put(step, noon(day));
  }

  private Position position(YearMonth thisMonth) {
    return CasePositionPolicy.apply(new CasePositionPolicy.Standing(own, months, Set.of(), lost), thisMonth, ZONE);
  }

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
  }

  private static Instant midnight(String day) {
    return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
  }
}
