package org.zhiyang.funding.settlement.domain;

import java.math.BigDecimal;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Ruling;

/** Payment follows the score (M254): no final score, no payment at all (the caller has seen to that); a failed one withholds the performance share of the public money, a passed one nothing. */
public final class WithholdingPolicy {
  private WithholdingPolicy() {}

  /** The outcome is the share withheld, 0..1. */
  public static Ruling<BigDecimal> apply(BigDecimal score, boolean passed, DatedValue<BigDecimal> performanceShare) {
    var held = passed ? BigDecimal.ZERO : performanceShare.value();
    return Ruling.by("settlement.withholding", 1).fact("score", score).fact("performancePass", passed).parameter(performanceShare)
        .because(passed ? "月度得分 %s 达标，应付公共资金全额结算。".formatted(score.toPlainString())
            : "月度得分 %s 未达标，扣留应付公共资金的 %s%%。".formatted(score.toPlainString(), percent(held)))
        .decide(held);
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
