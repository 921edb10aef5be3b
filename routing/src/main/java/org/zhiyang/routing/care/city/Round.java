package org.zhiyang.routing.care.city;

import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareCarer.Shift;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.TravelTimes;

/** A carer's week as it fills up in the order of time: visits are only added behind the last one. */
final class Round {
  static final int NEVER = Integer.MAX_VALUE;
  private static final int DAY = 1_440;

  final CareCarer carer;
  private final CareProblem problem;
  private final int[] ofDay;
  private final int[] ofWeek;
  private @Nullable Shift shift;
  private int place;
  private int first;
  private int free;
  private int home;
  /** Breaks of the shift that are over, or will not come any more. */
  private int paused;
  private int pauseEnd;
  private int dayBefore = -1;
  private int endBefore;

  Round(CareProblem problem, CareCarer carer) {
    this.problem = problem;
    this.carer = carer;
    ofDay = new int[problem.days() + 1];
    ofWeek = new int[problem.days() / 7 + 1];
  }

  /** Minutes to the visit from where the carer is then. */
  int way(CareVisit visit) {
    var held = holding(visit);
    return held == null ? TravelTimes.UNREACHABLE : ways(place(held), visit.place());
  }

  /** The first start from {@code earliest} to {@code latest} that keeps every rule, or {@link #NEVER}. */
  int start(CareVisit visit, int earliest, int latest) {
    var held = holding(visit);
    if (held == null) return NEVER;
    boolean fresh = held != shift;
    int way = ways(place(held), visit.place());
    if (way >= TravelTimes.UNREACHABLE) return NEVER;
    int open = fresh ? held.from() : free;
    int start = Math.max(earliest, open + (fresh ? 0 : problem.handover()) + way);
    if (fresh && dayBefore >= 0 && dayBefore < held.from() / DAY) start = Math.max(start, endBefore + carer.leastRest() + way);
    start = afterBreaks(held, fresh, visit, start, way);
    return start <= latest && fits(held, fresh, visit, start, way) ? start : NEVER;
  }

  void add(CareVisit visit, int start) {
    var held = java.util.Objects.requireNonNull(holding(visit));
    boolean fresh = held != shift;
    int way = ways(place(held), visit.place());
    int day = held.from() / DAY;
    if (fresh) {
      shift = held;
      home = 0;
      paused = 0;
      pauseEnd = held.from();
      first = start;
      free = held.from();
    }
    take(held, fresh, start, way);
    int back = home(held, visit);
    ofDay[day] += way + visit.minutes() + back - home;
    ofWeek[day / 7] += way + visit.minutes() + back - home;
    home = back;
    place = visit.place();
    free = start + visit.minutes();
    dayBefore = day;
    endBefore = free;
  }

  private boolean fits(Shift held, boolean fresh, CareVisit visit, int start, int way) {
    int end = start + visit.minutes();
    int back = home(held, visit);
    if (back >= TravelTimes.UNREACHABLE) return false;
    if (end + (held.endPlace() == null ? 0 : problem.handover() + back) > held.to()) return false;
    int day = held.from() / DAY;
    int more = way + visit.minutes() + back - (fresh ? 0 : home);
    return ofDay[day] + more <= carer.mostMinutesADay() && ofWeek[day / 7] + more <= carer.mostMinutesAWeek();
  }

  /** A visit that would last beyond the latest beginning of a break waits until the carer has had it. */
  private int afterBreaks(Shift held, boolean fresh, CareVisit visit, int start, int way) {
    int done = fresh ? 0 : paused;
    int until = fresh ? held.from() : pauseEnd;
    int open = fresh ? held.from() : free;
    int used = 0;
    for (int k = done; k < held.breaks().size(); k++) {
      var pause = held.breaks().get(k);
      if (fresh && start > pause.to()) continue;
      int from = Math.max(Math.max(open, until), pause.from());
      boolean needed = start + visit.minutes() > pause.to();
      int wait = Math.max(from + pause.minutes(), open + (fresh ? 0 : problem.handover()) + way + used + pause.minutes());
      if (!needed && wait > start) break;
      if (from > pause.to()) return NEVER;
      start = Math.max(start, wait);
      used += pause.minutes();
      until = from + pause.minutes();
    }
    return start;
  }

  private void take(Shift held, boolean fresh, int start, int way) {
    int used = 0;
    for (; paused < held.breaks().size(); paused++) {
      var pause = held.breaks().get(paused);
      int from = Math.max(Math.max(free, pauseEnd), pause.from());
      if (first > pause.to()) continue;
      if (from > pause.to() || from + pause.minutes() > start || free + (fresh ? 0 : problem.handover()) + way + used + pause.minutes() > start) return;
      used += pause.minutes();
      pauseEnd = from + pause.minutes();
    }
  }

  /** The first shift of the visit's day that is not over when the carer has done what there is; later ones are not asked. */
  private @Nullable Shift holding(CareVisit visit) {
    for (var each : carer.shifts()) {
      if (shift != null && each.from() < shift.from()) continue;
      if (each.from() <= visit.to() && visit.wishedFrom() + visit.minutes() <= each.to()) return each;
    }
    return null;
  }

  private int place(Shift held) {
    return held == shift ? place : held.startPlace();
  }

  private int home(Shift held, CareVisit visit) {
    return held.endPlace() == null ? 0 : ways(visit.place(), held.endPlace());
  }

  private int ways(int from, int to) {
    return problem.travel().minutes(carer.mode(), from, to);
  }
}
