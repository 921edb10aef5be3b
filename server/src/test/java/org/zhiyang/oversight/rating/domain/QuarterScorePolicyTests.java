package org.zhiyang.oversight.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.oversight.rating.domain.QuarterScorePolicy.Month;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Source;

class QuarterScorePolicyTests {
  private static final YearMonth Q4 = YearMonth.of(2026, 10);

  @Test
  void aQuarterIsTheMeanOfItsMonthsAndAMonthWithoutScoreIsLeftOut() {
    var all = apply(List.of(month(10, "90.00"), month(11, "80.00"), month(12, "70.01")), 1, 1, 1, 1);
    var two = apply(List.of(month(10, "90.00"), month(12, "80.00")), 1, 1, 1, 1);

    assertThat(all.points()).isEqualByComparingTo("80.00");
    assertThat(two.points()).isEqualByComparingTo("85.00");
  }

  @Test
  void theFormulaIsDataSoOtherWeightsGiveAnotherScore() {
    var months = List.of(month(10, "60.00"), month(11, "60.00"), month(12, "90.00"));

    assertThat(apply(months, 1, 1, 1, 2).points()).isEqualByComparingTo("75.00");
    assertThat(apply(months, 1, 0, 0, 1).points()).isEqualByComparingTo("90.00");
  }

  @ParameterizedTest
  @CsvSource({"59.99, false", "60.00, true", "60.01, true"})
  void theMarkItselfPasses(String points, boolean passed) {
    assertThat(apply(List.of(month(10, points)), 1, 1, 1, 1).passed()).isEqualTo(passed);
  }

  @Test
  void tooFewMonthsOrOnlyMonthsWithoutWeightGiveNoScore() {
    assertThat(QuarterScorePolicy.apply(UUID.randomUUID(), Q4, List.of(month(10, "90")), rule(2, 1, 1, 1), mark())).isEmpty();
    assertThat(QuarterScorePolicy.apply(UUID.randomUUID(), Q4, List.of(month(10, "90")), rule(1, 0, 1, 1), mark())).isEmpty();
    assertThat(QuarterScorePolicy.apply(UUID.randomUUID(), Q4, List.of(), rule(1, 1, 1, 1), mark())).isEmpty();
  }

  @Test
  void aRuleWithoutThreeWeightsIsRefusedWhenThePlatformStarts() {
    assertThatIllegalArgumentException().isThrownBy(() -> new QuarterRule(List.of(1, 1), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new QuarterRule(List.of(0, 0, 0), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new QuarterRule(List.of(1, 1, 1), 4));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "4, 4", "9, 7", "12, 10"})
  void everyMonthHasItsQuarter(int month, int first) {
    assertThat(QuarterScorePolicy.quarterOf(YearMonth.of(2026, month))).isEqualTo(YearMonth.of(2026, first));
  }

  private static QuarterScorePolicy.Outcome apply(List<Month> months, int minimum, int... weights) {
    return QuarterScorePolicy.apply(UUID.randomUUID(), Q4, months, rule(minimum, weights), mark()).orElseThrow().outcome();
  }

  private static Month month(int month, String points) {
    return new Month(YearMonth.of(2026, month), UUID.randomUUID(), new BigDecimal(points));
  }

  private static DatedValue<QuarterRule> rule(int minimum, int... weights) {
    return figure(new QuarterRule(java.util.Arrays.stream(weights).boxed().toList(), minimum));
  }

  private static DatedValue<Integer> mark() {
    return figure(60);
  }

  private static <V> DatedValue<V> figure(V value) {
    return new DatedValue<>("test", value, "unit", "000000000000", null, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), Source.assumption("test"), false, null, null);
  }
}
