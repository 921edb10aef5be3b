package org.zhiyang.need.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhiyang.need.intake.CaseStep.ASSESSED;
import static org.zhiyang.need.intake.CaseStep.EVALUATED;
import static org.zhiyang.need.intake.CaseStep.FELT;
import static org.zhiyang.need.intake.CaseStep.PAID;
import static org.zhiyang.need.intake.CaseStep.SETTLED;
import static org.zhiyang.need.intake.CaseStep.VERIFIED;
import static org.zhiyang.need.intake.CaseStep.VISITED;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiyang.need.intake.CaseStep;

class ClosingPolicyTests {
  private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Set<CaseStep> WHOLE = EnumSet.of(VISITED, VERIFIED, EVALUATED, SETTLED, PAID, FELT);

  @ParameterizedTest
  @EnumSource(names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
  void noCaseWithServicesClosesWithoutTheFeedbackOfItsLastMonth(Closure closure) {
    assertThatThrownBy(() -> ClosingPolicy.check(closure, october(VISITED, VERIFIED), Set.of())).isInstanceOf(IntakeRefusal.FeedbackMissing.class);
  }

  @ParameterizedTest
  @EnumSource(names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
  void whoEndsACaseOtherwiseDoesNotWaitForTheMoney(Closure closure) {
    assertThatCode(() -> ClosingPolicy.check(closure, october(VISITED, VERIFIED, FELT), Set.of(ASSESSED))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void aCaseWhoseMonthIsWholeClosesForAnyReason(Closure closure) {
    assertThatCode(() -> ClosingPolicy.check(closure, october(WHOLE.toArray(CaseStep[]::new)), Set.of())).doesNotThrowAnyException();
  }

  /** What the last month has reached, and what the refusal says is missing; nothing where it may be completed. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      VISITED,                                         VERIFIED EVALUATED SETTLED PAID FELT
      VISITED VERIFIED FELT,                           EVALUATED SETTLED PAID
      VISITED VERIFIED EVALUATED FELT,                 SETTLED PAID
      VISITED VERIFIED EVALUATED SETTLED FELT,         PAID
      VISITED VERIFIED EVALUATED SETTLED PAID,         FELT
      VISITED VERIFIED EVALUATED SETTLED PAID FELT,    ''""")
  void aCaseIsCompletedWhenItsLastMonthIsPaidAndFelt(String reached, String missing) {
    assertThat(missingOf(october(steps(reached)))).isEqualTo(missing);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      VISITED VERIFIED EVALUATED SETTLED,       PAID
      VISITED VERIFIED EVALUATED SETTLED FELT,  PAID
      VISITED VERIFIED EVALUATED SETTLED PAID,  ''""")
  void earlierMonthsArePaidTooWhateverWasSaidOfThem(String reached, String missing) {
    var served = october(WHOLE.toArray(CaseStep[]::new));
    served.put(SEPTEMBER, EnumSet.copyOf(Arrays.asList(steps(reached))));

    assertThat(missingOf(served)).isEqualTo(missing);
  }

  @Test
  void aCaseIsNotCompletedBeforeWhatUrgentHelpPassedOverIsMadeUp() {
    assertThatThrownBy(() -> ClosingPolicy.check(Closure.COMPLETED, october(WHOLE.toArray(CaseStep[]::new)), Set.of(ASSESSED))).isInstanceOf(IntakeRefusal.StepsToMakeUp.class);
  }

  @Test
  void aCaseWithoutServicesIsNotCompleted() {
    assertThatThrownBy(() -> ClosingPolicy.check(Closure.COMPLETED, new TreeMap<>(), Set.of())).isInstanceOf(IntakeRefusal.NeverServed.class);
  }

  @ParameterizedTest
  @EnumSource(names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
  void aCaseWithoutServicesClosesWithTheReasonWhyThereWereNone(Closure closure) {
    assertThatCode(() -> ClosingPolicy.check(closure, new TreeMap<>(), Set.of())).doesNotThrowAnyException();
  }

  private static String missingOf(SortedMap<YearMonth, Set<CaseStep>> served) {
    try {
      ClosingPolicy.check(Closure.COMPLETED, served, Set.of());
      return "";
    } catch (IntakeRefusal.MonthUnfinished refusal) {
      return refusal.missing().stream().map(Enum::name).collect(Collectors.joining(" "));
    }
  }

  private static CaseStep[] steps(String names) {
    return Arrays.stream(names.split(" ")).map(CaseStep::valueOf).toArray(CaseStep[]::new);
  }

  private static SortedMap<YearMonth, Set<CaseStep>> october(CaseStep... reached) {
    var served = new TreeMap<YearMonth, Set<CaseStep>>();
    served.put(OCTOBER, EnumSet.copyOf(Arrays.asList(reached)));
    return served;
  }
}
