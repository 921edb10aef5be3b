package org.zhiyang.routing.check;

import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareVisit;

/** A stop of a plan with what the problem says about it. {@code shift} is the one it belongs to, null when none does. */
record CareStop(CareVisit visit, CareCarer carer, int start, CareCarer.@Nullable Shift shift) {
  private static final int DAY = 1440;

  static CareStop of(CareVisit visit, CareCarer carer, int start) {
    return new CareStop(visit, carer, start, begun(visit) ? nearest(carer, start) : holding(carer, start, start + visit.minutes()));
  }

  int end() {
    return start + visit.minutes();
  }

  boolean begun() {
    return begun(visit);
  }

  /** The day whose limit the stop counts for: that on which its shift begins. */
  int day() {
    return (shift == null ? start : shift.from()) / DAY;
  }

  String clock() {
    return clock(start);
  }

  static String clock(int minute) {
    return "第 %d 天 %02d:%02d".formatted(minute / DAY + 1, minute % DAY / 60, minute % 60);
  }

  private static boolean begun(CareVisit visit) {
    return visit.pin() != null && visit.pin().begun();
  }

  private static CareCarer.@Nullable Shift holding(CareCarer carer, int start, int end) {
    for (var shift : carer.shifts()) {
      if (shift.from() <= start && end <= shift.to()) return shift;
    }
    return null;
  }

  /** What has begun belongs to the shift in which it began, or to the nearest one of that day: it may be outside of all. */
  private static CareCarer.@Nullable Shift nearest(CareCarer carer, int start) {
    CareCarer.Shift best = null;
    int least = Integer.MAX_VALUE;
    for (var shift : carer.shifts()) {
      if (shift.from() <= start && start < shift.to()) return shift;
      int away = start < shift.from() ? shift.from() - start : start - shift.to();
      if (shift.from() / DAY == start / DAY && away < least) {
        best = shift;
        least = away;
      }
    }
    return best;
  }
}
