package org.zhiyang.registry.workforce;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** What is left of a day's rota when the times of absence are taken out of it. Example: 08:00–12:00 and 13:30–17:30 without 11:00–15:00 are 08:00–11:00 and 15:00–17:30. */
final class DutyOfDay {
  private DutyOfDay() {}

  /** Minutes of the day; {@code to} exclusive, up to 1440. */
  record Away(int from, int to) {
    static final Away ALL_DAY = new Away(0, 24 * 60);

    static Away parse(String text) {
      var dash = text.indexOf('-');
      return new Away(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }
  }

  static List<Carer.Shift> without(List<Carer.Shift> rota, List<Away> absences) {
    var left = rota;
    for (var away : absences) {
      var next = new ArrayList<Carer.Shift>();
      for (var shift : left) {
        add(next, minute(shift.from()), Math.min(minute(shift.to()), away.from()));
        add(next, Math.max(minute(shift.from()), away.to()), minute(shift.to()));
      }
      left = next;
    }
    return List.copyOf(left);
  }

  private static void add(List<Carer.Shift> shifts, int from, int to) {
    if (from < to) shifts.add(new Carer.Shift(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L)));
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
