package org.zhiyang.bench.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.check.CareChecker;

/**
 * What a plan is worth, counted by the checker and from its stops alone.
 *
 * @param faults hard rules broken
 * @param carersPerElder different carers in the week, the mean of all elders somebody came to
 */
record Figures(int faults, int served, int unserved, long travel, double carersPerElder, long newFaces, long offWishMinutes, double cost) {
  static Figures of(CareProblem problem, CarePlan plan) {
    var faults = CareChecker.check(problem, plan);
    if (!faults.isEmpty()) System.out.println("  hard rule broken: " + faults.getFirst());
    var score = CareChecker.score(problem, plan.stops(), CareProblem.TOLERANCE);
    var elder = new HashMap<String, String>();
    problem.visits().forEach(v -> elder.put(v.id(), v.elder()));
    Map<String, Set<String>> met = new HashMap<>();
    plan.stops().forEach(stop -> met.computeIfAbsent(elder.get(stop.visit()), e -> new HashSet<>()).add(stop.carer()));
    double carers = met.values().stream().mapToInt(Set::size).average().orElse(0);
    return new Figures(faults.size(), plan.stops().size(), plan.unserved().size(), score.travelMinutes(), carers, score.newFaces(), score.offWishMinutes(), score.cost());
  }

  double travelPerVisit() {
    return (double) travel / Math.max(1, served);
  }

  /** The larger of the ratios of all travel and of travel for each visit served: neither serving fewer nor serving more makes it look better. */
  double travelRatio(Figures other) {
    return Math.max((double) travel / other.travel, travelPerVisit() / other.travelPerVisit());
  }

  String line(String who) {
    return "  %-10s cost %12.0f  unserved %5d  travel %8d min (%.2f a visit)  carers per elder %.3f  new faces %6d  off wish %7d min  hard rules broken %d".formatted(who, cost, unserved, travel,
        travelPerVisit(), carersPerElder, newFaces, offWishMinutes, faults);
  }
}
