package org.zhiyang.loop;

import java.time.LocalDate;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Somebody who does not exist: an identity number from the range 000000 that was never issued (GB 11643-1999 with its check character), aged 72 to 92. */
record SyntheticElder(String name, String idNumber) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "福寿安康宁和平顺春秋芬芳兰英桂珍秀玉明德";

  static SyntheticElder draw(RandomGenerator random, LocalDate today) {
    var born = today.minusYears(72).minusDays(random.nextInt(20 * 365));
    var digits = "000000%04d%02d%02d%03d".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), random.nextInt(1000));
    var sum = 0;
    for (var i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    return new SyntheticElder("" + pick(SURNAMES, random) + pick(GIVEN, random) + pick(GIVEN, random), digits + CHECKS.charAt(sum % 11));
  }

  /** As a need form wants somebody the register does not know. */
  Map<String, Object> form(String village) {
    return Map.of("name", name, "idNumber", idNumber, "regionCode", village, "livingSituation", "WITH_SPOUSE", "economicStatus", "ORDINARY", "hukou", "LOCAL", "disability", false, "familyPlanningSpecial", false);
  }

  private static char pick(String from, RandomGenerator random) {
    return from.charAt(random.nextInt(from.length()));
  }

  @Override
  public String toString() {
    return "SyntheticElder[…]";
  }
}
