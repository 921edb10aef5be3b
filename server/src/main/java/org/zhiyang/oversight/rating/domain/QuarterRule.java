package org.zhiyang.oversight.rating.domain;

import java.util.List;
import org.zhiyang.platform.policy.Parameter;

/** How a quarter's score comes from its months (M259): {@code monthWeights} of the first, second and third month, 0 or more; at least {@code minimumMonths} (1..3) months need a final score. */
public record QuarterRule(List<Integer> monthWeights, int minimumMonths) {
  public static final Parameter<QuarterRule> PARAMETER = Parameter.of("provider-quarter-score-rule", QuarterRule.class, "rule");

  public QuarterRule {
    monthWeights = List.copyOf(monthWeights);
    if (monthWeights.size() != 3 || monthWeights.stream().anyMatch(w -> w < 0) || monthWeights.stream().noneMatch(w -> w > 0)) throw new IllegalArgumentException("three weights of 0 or more, one above 0");
    if (minimumMonths < 1 || minimumMonths > 3) throw new IllegalArgumentException("minimumMonths is 1 to 3");
  }
}
