package org.zhiyang.need.intake.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiyang.need.intake.CaseStep;

class ClosingPolicyTests {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @ParameterizedTest
  @EnumSource
  void noCaseWithServicesClosesWithoutTheFeedbackOfItsLastMonth(Closure closure) {
    assertThatThrownBy(() -> ClosingPolicy.check(closure, OCTOBER, false, Set.of())).isInstanceOf(IntakeRefusal.FeedbackMissing.class);
  }

  @ParameterizedTest
  @EnumSource
  void aCaseWithItsLastFeedbackClosesForAnyReason(Closure closure) {
    assertThatCode(() -> ClosingPolicy.check(closure, OCTOBER, true, Set.of())).doesNotThrowAnyException();
  }

  @Test
  void aCaseIsNotCompletedBeforeWhatUrgentHelpPassedOverIsMadeUp() {
    assertThatThrownBy(() -> ClosingPolicy.check(Closure.COMPLETED, OCTOBER, true, Set.of(CaseStep.ASSESSED))).isInstanceOf(IntakeRefusal.StepsToMakeUp.class);
    assertThatCode(() -> ClosingPolicy.check(Closure.WITHDRAWN, OCTOBER, true, Set.of(CaseStep.ASSESSED))).doesNotThrowAnyException();
  }

  @Test
  void aCaseWithoutServicesIsNotCompleted() {
    assertThatThrownBy(() -> ClosingPolicy.check(Closure.COMPLETED, null, false, Set.of())).isInstanceOf(IntakeRefusal.NeverServed.class);
  }

  @ParameterizedTest
  @EnumSource(names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
  void aCaseWithoutServicesClosesWithTheReasonWhyThereWereNone(Closure closure) {
    assertThatCode(() -> ClosingPolicy.check(closure, null, false, Set.of())).doesNotThrowAnyException();
  }
}
