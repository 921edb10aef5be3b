package org.zhiyang.oversight.rating.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.Source;

/** Scores a provider's quarter: the mean of its months' final scores by the rule's weights, two decimals, half up; passed from the passing mark on (included).
 *  Example: 90.00, 80.00 and no third month, weights 1, 1, 1: 85.00. Source: our own rule (M259 asks that the formula is data); profiles/national/parameters/provider-quarter-score-rule.yaml. */
public final class QuarterScorePolicy {
  private static final Source RULE_SOURCE = Source.assumption("no document gives a quarterly formula");

  private QuarterScorePolicy() {}

  /** One month's final score. */
  public record Month(YearMonth month, UUID score, BigDecimal points) {}

  /** @param weight of the month, as in the rule */
  public record Weighted(YearMonth month, BigDecimal points, int weight) {}

  public record Outcome(BigDecimal points, boolean passed, List<Weighted> months) {}

  /** Empty when too few months have a score, or only months without weight.
   *
   *  @param quarter its first month; @param months final scores of the quarter in order, each month at most once */
  public static Optional<Ruling<Outcome>> apply(UUID provider, YearMonth quarter, List<Month> months, DatedValue<QuarterRule> rule, DatedValue<Integer> passing) {
    if (months.size() < rule.value().minimumMonths()) return Optional.empty();
    var weighted = months.stream().map(m -> new Weighted(m.month(), m.points(), rule.value().monthWeights().get((int) quarter.until(m.month(), java.time.temporal.ChronoUnit.MONTHS)))).toList();
    var weight = weighted.stream().mapToInt(Weighted::weight).sum();
    if (weight == 0) return Optional.empty();
    var sum = weighted.stream().map(m -> m.points().multiply(BigDecimal.valueOf(m.weight()))).reduce(BigDecimal.ZERO, BigDecimal::add);
    var points = sum.divide(BigDecimal.valueOf(weight), 2, RoundingMode.HALF_UP);
    var passed = points.compareTo(BigDecimal.valueOf(passing.value())) >= 0;
    var trace = Ruling.by("rating.quarter-score", 1).fact("provider", provider.toString()).fact("quarter", name(quarter));
    weighted.forEach(m -> trace.fact(m.month().toString(), m.points()).because("%s：%s 分，权重 %d。".formatted(m.month(), m.points(), m.weight())));
    trace.because("按权重平均得 %s 分，合格线 %d 分，%s。".formatted(points, passing.value(), passed ? "合格" : "不合格")).parameter(rule).parameter(passing).source(RULE_SOURCE);
    return Optional.of(trace.decide(new Outcome(points, passed, weighted)));
  }

  /** The first month of the month's quarter. */
  public static YearMonth quarterOf(YearMonth month) {
    return YearMonth.of(month.getYear(), (month.getMonthValue() - 1) / 3 * 3 + 1);
  }

  /** As people write it: 2026-Q4. */
  public static String name(YearMonth quarter) {
    return quarter.getYear() + "-Q" + ((quarter.getMonthValue() - 1) / 3 + 1);
  }
}
