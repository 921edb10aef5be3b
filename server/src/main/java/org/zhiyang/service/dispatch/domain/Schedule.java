package org.zhiyang.service.dispatch.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.homecare.VisitId;

/** When a carer is where, if the stops are visited in this order, each as early as it can be; or the rule that makes it impossible.
 *
 *  @param starts, legs minute of the day and minutes of way for each stop
 *  @param broken the first broken rule, null when the route can be walked; @param other the visit in the way */
record Schedule(int[] starts, int[] legs, int travel, int afterWindow, @Nullable HardRule broken, @Nullable VisitId other) {
  private static Schedule impossible(HardRule rule, @Nullable VisitId other) {
    return new Schedule(new int[0], new int[0], 0, 0, rule, other);
  }

  boolean possible() {
    return broken == null;
  }

  /** The day begins at the base with the first shift; a way may lie in a break, a visit may not. Fixed stops stay at their minute. */
  static Schedule of(PlanningDay day, Carer carer, List<Stop> stops) {
    return of(day, carer, stops, day.settings().maximumMinutesPerDay());
  }

  static Schedule of(PlanningDay day, Carer carer, List<Stop> stops, int maximumMinutes) {
    var settings = day.settings();
    var now = day.notBefore() == null ? 0 : Stop.minuteAfter(day.notBefore());
    var starts = new int[stops.size()];
    var legs = new int[stops.size()];
    int travel = 0, service = 0, late = 0;
    var free = carer.shifts().isEmpty() ? 0 : carer.shifts().getFirst().from().toSecondOfDay() / 60;
    var place = new org.zhiyang.platform.region.Position(carer.baseLng(), carer.baseLat());
    Stop before = null;
    for (int i = 0; i < stops.size(); i++) {
      var stop = stops.get(i);
      legs[i] = day.travel().minutes(place, stop.place());
      if (stop.fixed()) {
        if (!stop.given() && fit(day, carer, stop.from(), stop.minutes()) != stop.from()) return impossible(inHours(day, stop) ? HardRule.SHIFT : HardRule.DISPATCH_HOURS, null);
        var unquestioned = stop.given() && (before == null || before.given());
        var leaves = stop.standing() == Stop.Standing.FIXED ? Math.max(free, now) : free;
        if (!unquestioned && leaves + legs[i] > stop.from()) return before == null ? impossible(HardRule.SHIFT, null) : impossible(HardRule.ONE_PLACE, stop.given() ? stop.visit().id() : before.visit().id());
        starts[i] = stop.from();
      } else {
        var start = fit(day, carer, Math.max(Math.max(free, now) + legs[i], stop.from()), stop.minutes());
        if (start < 0 || start > stop.to()) return impossible(before == null ? HardRule.SHIFT : HardRule.ONE_PLACE, before == null ? null : before.visit().id());
        starts[i] = start;
        late += stop.minutesAfterWindow(start);
      }
      travel += legs[i];
      service += stop.minutes();
      free = starts[i] + stop.minutes() + settings.handoverMinutes();
      place = stop.place();
      before = stop;
    }
    return travel + service > maximumMinutes ? impossible(HardRule.DAY_LENGTH, null) : new Schedule(starts, legs, travel, late, null, null);
  }

  /** The earliest start from {@code from} on at which so many minutes lie within one shift and the hours of dispatch; -1 if none. */
  static int fit(PlanningDay day, Carer carer, int from, int minutes) {
    for (var shift : carer.shifts()) {
      var start = Math.max(from, Math.max(shift.from().toSecondOfDay(), day.settings().dayFrom().toSecondOfDay()) / 60);
      if (start + minutes <= Math.min(shift.to().toSecondOfDay(), day.settings().dayTo().toSecondOfDay()) / 60) return start;
    }
    return -1;
  }

  private static boolean inHours(PlanningDay day, Stop stop) {
    return stop.from() >= day.settings().dayFrom().toSecondOfDay() / 60 && stop.from() + stop.minutes() <= day.settings().dayTo().toSecondOfDay() / 60;
  }
}
