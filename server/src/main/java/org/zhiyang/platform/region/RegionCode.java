package org.zhiyang.platform.region;

/**
 * The 12-digit statistical code of a division (统计用区划代码); a value, not a proof that the division exists.
 *
 * <p>2 digits province, 2 city, 2 county (or functional zone), 3 town, 3 village. Twelve zeros are the whole country.
 * Example: 330502000000 (a county) covers every code from 330502000000 up to, not including, 330503000000.
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

  public static final RegionCode NATIONAL = new RegionCode("000000000000");

  private static final int[] DIGITS_BY_LEVEL = {0, 2, 4, 6, 9, 12};

  public RegionCode {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a region code has 12 digits");
    }
  }

  public static boolean isWellFormed(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** 0 country, 1 province, 2 city, 3 county, 4 town, 5 village: the deepest group of digits that is not all zero. */
  public int level() {
    int level = 5;
    while (level > 0 && isZero(DIGITS_BY_LEVEL[level - 1], DIGITS_BY_LEVEL[level])) {
      level--;
    }
    return level;
  }

  /** The division one level up by its digits; the country is its own parent. */
  public RegionCode parent() {
    return at(Math.max(0, level() - 1));
  }

  /** This code cut to a level: its county for 3, its city for 2; itself when it does not reach so deep. */
  public RegionCode at(int level) {
    var digits = DIGITS_BY_LEVEL[level];
    return new RegionCode(value.substring(0, digits) + "0".repeat(12 - digits));
  }

  /** First code of "this region and everything below it", included. */
  public String from() {
    return value;
  }

  /** First code after "this region and everything below it", excluded. For the last possible code of a level the end is ":" (after every digit). */
  public String to() {
    var prefix = value.substring(0, DIGITS_BY_LEVEL[level()]);
    if (prefix.chars().allMatch(c -> c == '9')) {   // also the country, whose prefix is empty
      return ":";
    }
    var next = Long.toString(Long.parseLong(prefix) + 1);
    return "0".repeat(prefix.length() - next.length()) + next + "0".repeat(12 - prefix.length());
  }

  /** True for the region itself and for every region below it. */
  public boolean isWithin(RegionCode other) {
    return value.startsWith(other.value.substring(0, DIGITS_BY_LEVEL[other.level()]));
  }

  @Override
  public int compareTo(RegionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private boolean isZero(int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }
}
