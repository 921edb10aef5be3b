package org.zhiyang.response.hotline.domain;

import java.math.BigDecimal;
import java.util.UUID;

/** Which abnormal visits are called back: a fixed draw from the visit's id, so that asking again draws the same. Share 1 takes all, 0 none. */
public final class CallShare {
  private static final int PARTS = 10_000;

  private CallShare() {}

  public static boolean takes(UUID visit, BigDecimal share) {
    var mixed = (visit.getMostSignificantBits() ^ visit.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
    return Long.remainderUnsigned(mixed >>> 16, PARTS) < share.multiply(BigDecimal.valueOf(PARTS)).longValue();
  }
}
