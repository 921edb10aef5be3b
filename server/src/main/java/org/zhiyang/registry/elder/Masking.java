package org.zhiyang.registry.elder;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How identifiers look on screens: 330***********1234, 138****1234, 王*兰. Counts characters by code point, so that rare characters stay whole. */
public final class Masking {
  private Masking() {}

  public static String idNumber(String number) {
    return keep(number, 3, 4);
  }

  public static @Nullable String phone(@Nullable String phone) {
    return phone == null ? null : keep(phone, 3, 4);
  }

  /** First and last character stay; of two characters the first. */
  public static String name(String name) {
    var points = name.codePointCount(0, name.length());
    return points <= 2 ? keep(name, 1, 0) : keep(name, 1, 1);
  }

  private static String keep(String text, int head, int tail) {
    var points = text.codePoints().toArray();
    if (points.length <= head + tail) return "*".repeat(points.length);
    Arrays.fill(points, head, points.length - tail, '*');
    return new String(points, 0, points.length);
  }
}
