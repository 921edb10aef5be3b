package org.zhiyang.platform.policy;

/**
 * The significant digits of a 12-digit division code: 2 province, 4 city, 6 county, 9 town, 12 village, none for the nation.
 * An area covers every area whose digits begin with its own: 330502000000 covers the town 330502003000.
 */
record Area(String digits) {

  static final String NATIONAL = "000000000000";
  private static final int[] LEVELS = {12, 9, 6, 4, 2};

  static boolean isCode(String code) {
    return code.length() == 12 && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static Area of(String code) {
    if (!isCode(code)) {
      throw new IllegalArgumentException("not a 12-digit division code: " + code);
    }
    for (int length : LEVELS) {
      int above = length == 12 ? 9 : length == 9 ? 6 : length - 2;
      if (code.substring(above, length).chars().anyMatch(c -> c != '0')) {
        return new Area(code.substring(0, length));
      }
    }
    return new Area("");
  }

  boolean covers(Area other) {
    return other.digits.startsWith(digits);
  }
}
