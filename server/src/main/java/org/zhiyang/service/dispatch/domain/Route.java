package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** One carer's way through the day. Immutable: trying and changing give other routes. */
final class Route {
  private final PlanningDay day;
  private final Carer carer;
  private final List<Stop> stops;
  private final Schedule schedule;

  private Route(PlanningDay day, Carer carer, List<Stop> stops, Schedule schedule) {
    this.day = day;
    this.carer = carer;
    this.stops = stops;
    this.schedule = schedule;
  }

  /** A route with what stands already, in the order of the clock. */
  static Route of(PlanningDay day, Carer carer, List<Stop> given) {
    var stops = given.stream().sorted(java.util.Comparator.comparingInt(Stop::from)).toList();
    return inOrder(day, carer, stops);
  }

  private static Route inOrder(PlanningDay day, Carer carer, List<Stop> stops) {
    return new Route(day, carer, stops, Schedule.unlimited(day, carer, stops));
  }

  /** A way to take a visit in: the route as it would be, its cost over the present one in minutes of travel, and the minutes alone. */
  record Trial(Route route, VisitToPlan visit, int start, int extraMinutes, int cost) {}

  Carer carer() {
    return carer;
  }

  List<Stop> stops() {
    return stops;
  }

  int travel() {
    return schedule.travel();
  }

  /** The cheapest way to take the visit in at some time of its window, others moving within theirs. */
  Optional<Trial> best(VisitToPlan visit) {
    return best(Stop.within(visit, day));
  }

  Optional<Trial> best(Stop stop) {
    if (Qualification.missing(stop.visit(), carer) != null || stop.from() > stop.to()) return Optional.empty();
    Trial best = null;
    for (int at = 0; at <= stops.size(); at++) {
      var trial = trial(stop, at);
      if (trial != null && (best == null || trial.cost() < best.cost())) best = trial;
    }
    return Optional.ofNullable(best);
  }

  /** Every start at which the visit could be taken in as early as possible, one for each place in the order. */
  List<Integer> starts(VisitToPlan visit) {
    var found = new ArrayList<Integer>();
    if (Qualification.missing(visit, carer) != null) return found;
    for (int at = 0; at <= stops.size(); at++) {
      var trial = trial(Stop.within(visit, day), at);
      if (trial != null) found.add(trial.start());
    }
    return found;
  }

  /** The visit at exactly this minute, if nothing forbids it. */
  Optional<Trial> at(VisitToPlan visit, int start, Stop.Standing standing) {
    return Qualification.missing(visit, carer) != null ? Optional.empty() : Optional.ofNullable(trial(Stop.at(visit, start, standing), placeFor(start)));
  }

  /** The rule in the way whatever the time: between visit and carer, or because no way leads there. */
  @Nullable HardRule missing(VisitToPlan visit) {
    var missing = Qualification.missing(visit, carer);
    return missing == null && !reaches(day, visit, carer) ? HardRule.UNREACHABLE : missing;
  }

  /** Whether a way leads from where the carer's day begins to the visit. */
  static boolean reaches(PlanningDay day, VisitToPlan visit, Carer carer) {
    return day.travel().minutes(carer.travelMode(), new Position(carer.baseLng(), carer.baseLat()), new Position(visit.lng(), visit.lat())) < TravelEstimate.NO_WAY;
  }

  /** Why the visit cannot be taken in at exactly this minute; null if it can. */
  @Nullable Objection objection(VisitToPlan visit, int start) {
    var missing = missing(visit);
    if (missing != null) return new Objection(missing, carer.id(), null);
    var tried = Schedule.of(day, carer, withStop(visit, start));
    return tried.broken() == null ? null : new Objection(tried.broken(), carer.id(), tried.other());
  }

  /** The day with the visit at exactly this minute, whole or broken; skills and certificates are not looked at. */
  Schedule with(VisitToPlan visit, int start) {
    return Schedule.unlimited(day, carer, withStop(visit, start));
  }

  private List<Stop> withStop(VisitToPlan visit, int start) {
    return inserted(Stop.at(visit, start, Stop.Standing.FIXED), placeFor(start));
  }

  /** The rule the day's work would break with the visit at exactly this minute; only for a day that can be walked. */
  @Nullable HardRule overwork(VisitToPlan visit, int start) {
    return Schedule.of(day, carer, withStop(visit, start)).broken();
  }

  /** What the carer does on this day; null with nothing to do, or where the day cannot be walked. */
  Elsewhere.@Nullable Duty duty() {
    if (stops.isEmpty()) return null;
    if (!schedule.possible()) return new Elsewhere.Duty(stops.stream().mapToInt(Stop::minutes).sum(), stops.getFirst().from(), stops.getLast().from() + stops.getLast().minutes());
    int last = stops.size() - 1;
    return new Elsewhere.Duty(schedule.travel() + stops.stream().mapToInt(Stop::minutes).sum(), schedule.starts()[0] - schedule.legs()[0], schedule.starts()[last] + stops.get(last).minutes());
  }

  /** Why the visit cannot be taken in at any minute of its window: the rule that would fall last. Only for one that has no {@link #best}. */
  HardRule obstacle(VisitToPlan visit) {
    var missing = missing(visit);
    if (missing != null) return missing;
    var stop = Stop.within(visit, day);
    if (!Schedule.unlimited(day, carer, List.of(stop)).possible()) return HardRule.SHIFT;
    for (int at = 0; at <= stops.size(); at++) {
      var broken = Schedule.of(day, carer, inserted(stop, at)).broken();
      if (broken == HardRule.DAY_LENGTH || broken == HardRule.WEEK_LENGTH || broken == HardRule.REST) return broken;
    }
    return HardRule.ONE_PLACE;
  }

  Route without(VisitId visit) {
    return inOrder(day, carer, stops.stream().filter(s -> !s.visit().id().equals(visit)).toList());
  }

  int startOf(VisitId visit) {
    return schedule.starts()[indexOf(visit)];
  }

  int legTo(VisitId visit) {
    return schedule.possible() ? schedule.legs()[indexOf(visit)] : 0;
  }

  private int indexOf(VisitId visit) {
    for (int i = 0; i < stops.size(); i++) if (stops.get(i).visit().id().equals(visit)) return i;
    throw new IllegalArgumentException("not on this route");
  }

  private int placeFor(int start) {
    int at = 0;
    while (at < stops.size() && schedule.starts()[at] <= start) at++;
    return at;
  }

  private List<Stop> inserted(Stop stop, int at) {
    var all = new ArrayList<>(stops);
    all.add(at, stop);
    return all;
  }

  private @Nullable Trial trial(Stop stop, int at) {
    var all = inserted(stop, at);
    var tried = Schedule.of(day, carer, all);
    if (!tried.possible()) return null;
    var extra = tried.travel() - schedule.travel();
    var weights = day.settings().weights();
    var cost = extra + weights.perMinuteAfterWindow() * (tried.afterWindow() - schedule.afterWindow()) + wishes(stop.visit());
    return new Trial(new Route(day, carer, all, tried), stop.visit(), tried.starts()[at], extra, cost);
  }

  private int wishes(VisitToPlan visit) {
    var weights = day.settings().weights();
    var cost = weights.perHourAlreadyPlanned() * stops.stream().mapToInt(Stop::minutes).sum() / 60;
    if (visit.usualCarer() != null && !visit.usualCarer().equals(carer.id())) cost += weights.notUsualCarer();
    if (visit.wishes().wouldRatherHaveAnother(carer.id())) cost += weights.notWishedCarer();
    return cost;
  }
}
