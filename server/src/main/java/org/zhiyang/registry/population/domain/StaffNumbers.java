package org.zhiyang.registry.population.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.zhiyang.registry.elder.GbIdNumber;
import org.zhiyang.registry.elder.Sex;

/** Hands out numbers to facilities and staff, each once: phones above those of elders and families, organizations, identity numbers of workers. */
final class StaffNumbers {

  private static final int FIRST_STAFF_PHONE = 80_000_000;

  private final Seeded seeded;
  private int phones;
  private int organizations;
  private final Map<LocalDate, int[]> onDay = new HashMap<>();

  StaffNumbers(Seeded seeded) {
    this.seeded = seeded;
  }

  String phone() {
    return seeded.phone(FIRST_STAFF_PHONE + phones++);
  }

  int organization() {
    return 10_000_000 + organizations++;
  }

  /** Unique as long as the worker is under 60: elders are numbered on the days of birth before. */
  GbIdNumber idNumber(LocalDate birthOn, Sex sex) {
    var next = onDay.computeIfAbsent(birthOn, day -> new int[2]);
    return GbIdNumber.synthetic(birthOn, next[sex.ordinal()]++ * 2 + (sex == Sex.MALE ? 1 : 0));
  }
}
