package org.zhiyang.service.dispatch.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.TravelMode;
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

  /** The day begins at the base when the first shift does; between shifts a carer goes on from where the last visit was, and may be on the way. Fixed stops stay at their minute. */
  static Schedule of(PlanningDay day, Carer carer, List<Stop> stops) {
    return new Walk(day, carer).through(stops, true);
  }

  /** The same, however much work it is. */
  static Schedule unlimited(PlanningDay day, Carer carer, List<Stop> stops) {
    return new Walk(day, carer).through(stops, false);
  }

  /** A carer on the way: which shift it is, where they are and when they may set out. */
  private static final class Walk {
    private final PlanningDay day;
    private final CarerId carer;
    private final TravelMode mode;
    private final List<DutyHours> shifts;
    private final Position base;
    private final int now;
    private int shift = -1;
    private int free;
    private Position place;
    private @Nullable Stop before;
    private int leg;
    private int start;

    Walk(PlanningDay day, Carer carer) {
      this.day = day;
      this.carer = carer.id();
      this.mode = carer.travelMode();
      this.shifts = DutyHours.of(carer);
      this.base = new Position(carer.baseLng(), carer.baseLat());
      this.now = day.notBefore() == null ? 0 : Stop.minuteAfter(day.notBefore());
      this.place = base;
      this.free = shifts.isEmpty() ? 0 : shifts.getFirst().from();
    }

    Schedule through(List<Stop> stops, boolean limited) {
      var starts = new int[stops.size()];
      var legs = new int[stops.size()];
      int travel = 0, service = 0, late = 0;
      for (int i = 0; i < stops.size(); i++) {
        var stop = stops.get(i);
        var objection = stop.fixed() ? keep(stop) : fit(stop);
        if (objection != null) return objection;
        legs[i] = leg;
        starts[i] = start;
        if (!stop.fixed()) late += stop.minutesAfterWindow(start);
        travel += leg;
        service += stop.minutes();
        free = start + stop.minutes() + day.settings().handoverMinutes();
        place = stop.place();
        before = stop;
      }
      var broken = limited && !stops.isEmpty() ? WorkTime.broken(day, carer, travel + service, starts[0] - legs[0], free - day.settings().handoverMinutes()) : null;
      return broken != null ? impossible(broken, null) : new Schedule(starts, legs, travel, late, null, null);
    }

    /** A stop at its minute: what is in the way, or null. */
    private @Nullable Schedule keep(Stop stop) {
      var holding = holding(stop.from(), stop.minutes());
      if (holding < 0 && !stop.given()) return impossible(inHours(stop) ? HardRule.SHIFT : HardRule.DISPATCH_HOURS, null);
      if (holding > shift) begin(holding);
      leg = wayTo(stop);
      start = stop.from();
      var unquestioned = stop.given() && (before == null || before.given());
      var leaves = stop.standing() == Stop.Standing.FIXED ? Math.max(free, now) : free;
      if (unquestioned || leaves + leg <= start) return null;
      return before == null ? impossible(HardRule.SHIFT, null) : impossible(HardRule.ONE_PLACE, stop.given() ? stop.visit().id() : before.visit().id());
    }

    /** The first shift from now on that holds the stop within its window. */
    private @Nullable Schedule fit(Stop stop) {
      for (int s = Math.max(0, shift); s < shifts.size(); s++) {
        if (s > shift) begin(s);
        leg = wayTo(stop);
        start = Math.max(Math.max(Math.max(free, now) + leg, stop.from()), Math.max(shifts.get(s).from(), minute(day.settings().dayFrom())));
        if (start + stop.minutes() > shifts.get(s).to() || start + stop.minutes() > minute(day.settings().dayTo())) continue;
        if (start <= stop.to()) return null;
        break;
      }
      return impossible(before == null ? HardRule.SHIFT : HardRule.ONE_PLACE, before == null ? null : before.visit().id());
    }

    private int wayTo(Stop stop) {
      return day.travel().minutes(mode, place, stop.place());
    }

    private void begin(int next) {
      var goesOn = shift >= 0 || free > shifts.getFirst().from();
      shift = next;
      if (goesOn) return;
      free = shifts.getFirst().from();
      place = base;
      before = null;
    }

    private int holding(int from, int minutes) {
      if (from < minute(day.settings().dayFrom()) || from + minutes > minute(day.settings().dayTo())) return -1;
      for (int s = 0; s < shifts.size(); s++) if (from >= shifts.get(s).from() && from + minutes <= shifts.get(s).to()) return s;
      return -1;
    }

    private boolean inHours(Stop stop) {
      return stop.from() >= minute(day.settings().dayFrom()) && stop.from() + stop.minutes() <= minute(day.settings().dayTo());
    }

    private static int minute(java.time.LocalTime time) {
      return time.toSecondOfDay() / 60;
    }
  }
}
