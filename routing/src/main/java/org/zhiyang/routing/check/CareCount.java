package org.zhiyang.routing.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareScore;

/** Counts the soft goals of stops as {@link org.zhiyang.routing.care.CareWeights} words them. */
final class CareCount {
  private final CareProblem problem;
  private final Map<String, CareStop> stops;
  private final long travel;
  private final Map<String, Long> work;
  private final int tolerance;

  CareCount(CareProblem problem, Map<String, CareStop> stops, long travel, Map<String, Long> work, int tolerance) {
    this.problem = problem;
    this.stops = stops;
    this.travel = travel;
    this.work = work;
    this.tolerance = tolerance;
  }

  CareScore score() {
    long unserved = 0;
    int left = 0;
    long off = 0;
    long notPreferred = 0;
    for (var visit : problem.visits()) {
      var stop = stops.get(visit.id());
      if (stop == null) {
        unserved += visit.priority();
        left++;
        continue;
      }
      off += Math.max(0, Math.max(visit.wishedFrom() - stop.start(), stop.start() - visit.wishedTo()));
      if (!visit.preferred().isEmpty() && !visit.preferred().contains(stop.carer().id())) notPreferred++;
    }
    long faces = newFaces();
    long carers = stops.values().stream().map(stop -> java.util.List.of(stop.visit().elder(), stop.carer().id())).distinct().count();
    long changed = changed();
    double unfair = unfairness();
    var w = problem.weights();
    double cost = (double) w.unserved() * unserved + travel + (double) w.offWish() * off + (double) w.newFace() * faces + (double) w.eachCarer() * carers + (double) w.notPreferred() * notPreferred + w.unfair() * unfair
        + (double) w.changed() * changed;
    return new CareScore(unserved, left, travel, off, faces, carers, notPreferred, unfair, changed, cost);
  }

  /** Who is known to an elder at one visit is known at all of them. */
  private long newFaces() {
    var known = new HashMap<String, Set<String>>();
    for (var visit : problem.visits()) known.computeIfAbsent(visit.elder(), e -> new HashSet<>()).addAll(visit.known());
    var met = new HashMap<String, Set<String>>();
    long faces = 0;
    for (var stop : stops.values()) {
      var elder = stop.visit().elder();
      var carer = stop.carer().id();
      if (!known.getOrDefault(elder, Set.of()).contains(carer) && met.computeIfAbsent(elder, e -> new HashSet<>()).add(carer)) faces++;
    }
    return faces;
  }

  private long changed() {
    var told = new HashMap<String, CarePlan.Stop>();
    for (var stop : problem.standing()) told.put(stop.visit(), stop);
    return stops.values().stream().filter(stop -> {
      var before = told.get(stop.visit().id());
      return before != null && (!before.carer().equals(stop.carer().id()) || Math.abs(before.start() - stop.start()) > tolerance);
    }).count();
  }

  private double unfairness() {
    long allShifts = 0;
    for (var carer : problem.carers()) allShifts += shifts(carer);
    long allWork = work.values().stream().mapToLong(Long::longValue).sum();
    double load = allShifts == 0 ? 0 : (double) allWork / allShifts;
    double sum = 0;
    for (var carer : problem.carers()) {
      double above = (work.getOrDefault(carer.id(), 0L) - load * shifts(carer)) / 60;
      if (above > 0) sum += above * above;
    }
    return sum;
  }

  private static long shifts(org.zhiyang.routing.care.CareCarer carer) {
    return carer.shifts().stream().mapToLong(s -> s.to() - s.from() - s.gaps().stream().mapToLong(gap -> gap.to() - gap.from()).sum()).sum();
  }
}
