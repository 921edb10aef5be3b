package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/**
 * Which visits of today cannot begin as they were told, because a carer has not come, came late, or stays longer. A few minutes are no delay: a visit is delayed when it would begin by the tolerance
 * after what was told, after the agreed window and its tolerance, or when it would no longer fit in the shift. A visit that should have been over two hours ago and nobody came to is no delay any more.
 * Minutes of the day.
 */
public final class Delays {
  private static final int GIVEN_UP = 120;

  private final DayRepair.Situation situation;
  private final PlanningDay day;
  private final int now;
  private final List<Delay> found = new ArrayList<>();

  private Delays(DayRepair.Situation situation, int now) {
    this.situation = situation;
    this.day = situation.day();
    this.now = now;
  }

  /** @param carer who is late; @param because the visit they have not come to, or are still at: the delayed visit itself, or one before */
  public record Delay(VisitId visit, CarerId carer, VisitId because) {}

  /** By carer, in the order of the clock; none on a day that is not today. */
  public static List<Delay> of(DayRepair.Situation situation) {
    var now = situation.day().notBefore();
    if (now == null) return List.of();
    var delays = new Delays(situation, Stop.minuteAfter(now));
    situation.day().carers().forEach(delays::walk);
    return List.copyOf(delays.found);
  }

  /** The carer's day from now on, each visit as early as it can begin but not before it was told. */
  private void walk(Carer carer) {
    var free = 0;
    @Nullable Position place = null;
    @Nullable VisitId because = null;
    for (var visit : visitsOf(carer)) {
      var begun = situation.begun().containsKey(visit.id());
      var told = minute(visit);
      if (!begun && isGivenUp(visit, now)) continue;
      if (situation.over().contains(visit.id())) {
        place = null;
        because = null;
        continue;
      }
      var at = begun ? began(visit) : Math.max(told, Math.max(now, place == null ? 0 : free + day.travel().minutes(carer.travelMode(), place, home(visit))));
      if (at > told && because == null) because = visit.id();
      if (at <= told && !begun) because = null;
      if (!begun && isDelayed(carer, visit, told, at)) found.add(new Delay(visit.id(), carer.id(), Objects.requireNonNull(because)));
      if (begun && now > told + visit.durationMinutes() && because == null) because = visit.id();
      free = (begun ? Math.max(now, at + visit.durationMinutes()) : at + visit.durationMinutes()) + day.settings().handoverMinutes();
      place = home(visit);
    }
  }

  /** It should have been over two hours ago: whoever was there has not told yet, or nobody was; nothing can be proposed for it. */
  static boolean isGivenUp(VisitToPlan visit, int now) {
    return minute(visit) + visit.durationMinutes() + GIVEN_UP < now;
  }

  private List<VisitToPlan> visitsOf(Carer carer) {
    return day.visits().stream().filter(v -> v.plannedFrom() != null && v.carers().contains(carer.id())).sorted(Comparator.comparing(VisitToPlan::plannedFrom)).toList();
  }

  private int began(VisitToPlan visit) {
    var really = situation.begun().get(visit.id());
    return really == null ? minute(visit) : really.toSecondOfDay() / 60;
  }

  private boolean isDelayed(Carer carer, VisitToPlan visit, int told, int at) {
    if (at <= told) return false;
    var latest = visit.windowTo().toSecondOfDay() / 60 + day.settings().windowToleranceMinutes();
    return at >= told + situation.limits().lateMinutes() || at > latest && told <= latest || !fits(carer, visit, at) && fits(carer, visit, told);
  }

  private boolean fits(Carer carer, VisitToPlan visit, int at) {
    var end = at + visit.durationMinutes();
    return end <= day.settings().dayTo().toSecondOfDay() / 60 && DutyHours.of(carer).stream().anyMatch(hours -> hours.from() <= at && end <= hours.to());
  }

  private static int minute(VisitToPlan visit) {
    return Objects.requireNonNull(visit.plannedFrom()).toSecondOfDay() / 60;
  }

  private static Position home(VisitToPlan visit) {
    return new Position(visit.lng(), visit.lat());
  }
}
