package org.zhiyang.routing.care.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.TravelTimes;
import org.zhiyang.routing.check.CareChecker;

/**
 * Dispatches as a desk without a planner does: visit after visit in the order of their agreed start, each to the nearest qualified carer who is free then, or, when nobody
 * is, to the nearest who will be free in time. Keeps every hard rule and looks neither ahead nor back. For problems nobody has begun with: no pins, no moment that is now.
 */
public final class NearestDispatcher {
  private final CareProblem problem;
  private final List<Round> rounds = new ArrayList<>();
  private final Map<String, List<Round>> byPool = new HashMap<>();
  private final List<CarePlan.Stop> stops = new ArrayList<>();
  private final Set<String> served = new HashSet<>();

  private NearestDispatcher(CareProblem problem) {
    this.problem = problem;
    for (var carer : problem.carers()) {
      var round = new Round(problem, carer);
      rounds.add(round);
      for (var pool : carer.pools()) byPool.computeIfAbsent(pool, p -> new ArrayList<>()).add(round);
    }
  }

  public static CarePlan dispatch(CareProblem problem) {
    if (problem.notBefore() > 0 || problem.visits().stream().anyMatch(v -> v.pin() != null)) throw new IllegalArgumentException("the nearest-available dispatcher begins with an empty week");
    return new NearestDispatcher(problem).run();
  }

  private CarePlan run() {
    var byId = new HashMap<String, CareVisit>();
    problem.visits().forEach(v -> byId.put(v.id(), v));
    var links = new HashMap<String, CareLink>();
    problem.links().forEach(link -> {
      links.put(link.first(), link);
      links.put(link.second(), link);
    });
    var order = new ArrayList<>(problem.visits());
    order.sort(Comparator.comparingInt(CareVisit::wishedFrom).thenComparing(CareVisit::id));
    var seen = new HashSet<String>();
    for (var visit : order) {
      if (!seen.add(visit.id())) continue;
      var link = links.get(visit.id());
      if (link == null) {
        one(visit);
      } else {
        seen.add(link.first());
        seen.add(link.second());
        two(byId.get(link.first()), byId.get(link.second()), link);
      }
    }
    stops.sort(Comparator.comparing(CarePlan.Stop::carer).thenComparingInt(CarePlan.Stop::start));
    var unserved = problem.visits().stream().map(CareVisit::id).filter(id -> !served.contains(id)).toList();
    return new CarePlan(stops, unserved, CareChecker.score(problem, stops, CareProblem.TOLERANCE));
  }

  private void one(CareVisit visit) {
    Round late = null;
    int lateStart = 0;
    for (var round : nearest(visit)) {
      int start = start(round, visit, visit.wishedFrom());
      if (start <= visit.wishedTo()) {
        give(round, visit, start);
        return;
      }
      if (late == null && start != Round.NEVER) {
        late = round;
        lateStart = start;
      }
    }
    if (late != null) give(late, visit, lateStart);
  }

  /** The nearest for the first, with the nearest for the second who can be there when it must be; on time if such a pair can be found. */
  private void two(CareVisit first, CareVisit second, CareLink link) {
    var firsts = nearest(first);
    var seconds = nearest(second);
    for (boolean onTime : new boolean[] {true, false}) {
      for (var one : firsts) {
        if (start(one, first, first.wishedFrom()) == Round.NEVER) continue;
        for (var other : seconds) {
          if (one == other) continue;
          int[] starts = together(one, first, other, second, link);
          if (starts.length == 0 || onTime && (starts[0] > first.wishedTo() || starts[1] > second.wishedTo())) continue;
          give(one, first, starts[0]);
          give(other, second, starts[1]);
          return;
        }
      }
    }
  }

  /** Both starts, pushed later in turn until they agree; empty when they never do. */
  private int[] together(Round one, CareVisit first, Round other, CareVisit second, CareLink link) {
    int a = first.wishedFrom();
    int b = second.wishedFrom();
    while (true) {
      a = start(one, first, a);
      if (a == Round.NEVER) return new int[0];
      b = start(other, second, Math.max(b, a + link.least()));
      if (b == Round.NEVER) return new int[0];
      if (b - a <= link.most()) return new int[] {a, b};
      a = b - link.most();
    }
  }

  private int start(Round round, CareVisit visit, int earliest) {
    int start = round.start(visit, earliest, visit.to());
    return start != Round.NEVER && qualified(round.carer, visit, start + visit.minutes()) ? start : Round.NEVER;
  }

  private List<Round> nearest(CareVisit visit) {
    var pool = visit.pool() == null ? rounds : byPool.getOrDefault(visit.pool(), List.of());
    record Away(Round round, int minutes) {}
    return pool.stream().filter(r -> qualified(r.carer, visit, visit.wishedFrom() + visit.minutes())).map(r -> new Away(r, r.way(visit)))
        .filter(a -> a.minutes() < TravelTimes.UNREACHABLE).sorted(Comparator.comparingInt(Away::minutes).thenComparing(a -> a.round().carer.id())).map(Away::round).toList();
  }

  private static boolean qualified(CareCarer carer, CareVisit visit, int end) {
    if (visit.refused().contains(carer.id()) || carer.refused().contains(visit.elder())) return false;
    for (var needed : visit.skills()) {
      boolean held = false;
      for (var skill : carer.skills()) held |= skill.code().equals(needed.code()) && skill.level() >= needed.level() && end <= skill.until();
      if (!held) return false;
    }
    return true;
  }

  private void give(Round round, CareVisit visit, int start) {
    round.add(visit, start);
    served.add(visit.id());
    stops.add(new CarePlan.Stop(visit.id(), round.carer.id(), start));
  }
}
