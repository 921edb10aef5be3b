package org.zhiyang.service.homecare.domain;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.UUID;

/** The random sample of normal visits: whether a visit is drawn depends on the day's seed and the visit's id alone, so that a stored seed replays the same sample in any order.
 *  Share 0 draws none, 1 draws all. */
public final class SamplePolicy {
  private SamplePolicy() {}

  public static boolean isDrawn(long seed, UUID visit, BigDecimal share) {
    var mixed = seed ^ Long.rotateLeft(visit.getMostSignificantBits(), 17) ^ visit.getLeastSignificantBits();
    return new SplittableRandom(mixed).nextDouble() < share.doubleValue();
  }
}
