package org.zhiyang.oversight.rating.domain;

import java.math.BigDecimal;
import java.util.List;

/** The outcome: points 0..100 with two decimals, and whether they reach the passing mark. */
public record MonthScore(BigDecimal points, boolean passed, List<WeightedPart> parts) {
  /** A part with its weight in whole points, as the profile gives it. */
  public record WeightedPart(CountedPart counted, int weight) {}
}
