package org.zhiyang.service.dispatch.domain;

import org.zhiyang.platform.region.Position;
import org.zhiyang.service.homecare.VisitToPlan;

/** One visit on a carer's route; minutes of the day.
 *
 *  @param from, to earliest and latest start; equal unless {@code MOVABLE} */
record Stop(VisitToPlan visit, int from, int to, Standing standing) {
  /** MOVABLE within its window; FIXED to a minute now chosen; PROMISED: fixed earlier, so the carer may be on the way already; GIVEN: not questioned at all. */
  enum Standing { MOVABLE, FIXED, PROMISED, GIVEN }

  static Stop at(VisitToPlan visit, int start, Standing standing) {
    return new Stop(visit, start, start, standing);
  }

  static Stop within(VisitToPlan visit, PlanningDay day) {
    var from = visit.windowFrom().toSecondOfDay() / 60;
    var now = day.notBefore() == null ? 0 : minuteAfter(day.notBefore());
    return new Stop(visit, Math.max(from, now), visit.windowTo().toSecondOfDay() / 60 + day.settings().windowToleranceMinutes(), Standing.MOVABLE);
  }

  static int minuteAfter(java.time.LocalTime time) {
    return (time.toSecondOfDay() + 59) / 60;
  }

  boolean fixed() {
    return standing != Standing.MOVABLE;
  }

  boolean given() {
    return standing == Standing.GIVEN;
  }

  int minutes() {
    return visit.durationMinutes();
  }

  int minutesAfterWindow(int start) {
    return Math.max(0, start - visit.windowTo().toSecondOfDay() / 60);
  }

  Position place() {
    return new Position(visit.lng(), visit.lat());
  }
}
