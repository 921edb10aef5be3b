package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.List;
import org.zhiyang.registry.workforce.Carer;

/** Minutes of a day in which a carer is on duty without a gap, {@code to} exclusive; shifts that meet are one. */
record DutyHours(int from, int to) {
  static List<DutyHours> of(Carer carer) {
    var all = new ArrayList<DutyHours>();
    for (var shift : carer.shifts()) {
      var from = shift.from().toSecondOfDay() / 60;
      var to = shift.to().toSecondOfDay() / 60;
      if (!all.isEmpty() && from <= all.getLast().to()) all.set(all.size() - 1, new DutyHours(all.getLast().from(), Math.max(all.getLast().to(), to)));
      else all.add(new DutyHours(from, to));
    }
    return List.copyOf(all);
  }
}
