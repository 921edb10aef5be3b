package org.zhiyang.platform.clock;

/** A number of minutes as people say it. */
public final class Minutes {
  private Minutes() {}

  /** {@code 40 分钟}, {@code 2 小时}, {@code 2 小时 5 分钟}. */
  public static String inWords(long minutes) {
    if (minutes < 60) return minutes + " 分钟";
    return minutes % 60 == 0 ? minutes / 60 + " 小时" : "%d 小时 %d 分钟".formatted(minutes / 60, minutes % 60);
  }
}
