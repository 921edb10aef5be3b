package org.zhiyang.oversight.rating.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One part counted from its evidence.
 *
 *  @param numerator, denominator 0 ≤ numerator ≤ denominator; denominator 0 = nothing to judge by
 *  @param met, unmet what the figures were counted from: ids of visits, for COMPLAINTS {@code unmet} holds complaints */
public record CountedPart(Part part, int numerator, int denominator, List<UUID> met, List<UUID> unmet) {
  public CountedPart {
    if (numerator < 0 || numerator > denominator) throw new IllegalArgumentException(part + ": " + numerator + " of " + denominator);
    met = List.copyOf(met);
    unmet = List.copyOf(unmet);
  }

  public static CountedPart of(Part part, List<UUID> met, List<UUID> unmet) {
    return new CountedPart(part, met.size(), met.size() + unmet.size(), met, unmet);
  }

  /** 0..100 with two decimals, half up; null when there is nothing to judge by. */
  public @Nullable BigDecimal percent() {
    return denominator == 0 ? null : BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
  }
}
