package org.zhiyang.platform.region;

/** A distance as people say it. */
public final class Distance {
  private Distance() {}

  /** {@code 850 米} below a kilometre, {@code 3.5 公里} from there on. */
  public static String inWords(long meters) {
    return meters < 1000 ? meters + " 米" : "%.1f 公里".formatted(meters / 1000.0);
  }
}
