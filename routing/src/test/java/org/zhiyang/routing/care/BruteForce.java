package org.zhiyang.routing.care;

import java.util.ArrayList;
import java.util.List;
import org.zhiyang.routing.check.CareChecker;

/** The least cost over all ways to give visits to carers in every order, at every quarter of an hour of their windows, by the checker alone. */
final class BruteForce {
  private static final int STEP = 15;

  private final CareProblem problem;
  private double best = Double.POSITIVE_INFINITY;

  private BruteForce(CareProblem problem) {
    this.problem = problem;
  }

  static double leastCost(CareProblem problem) {
    var search = new BruteForce(problem);
    search.assign(0, new ArrayList<>());
    return search.best;
  }

  private void assign(int v, List<CarePlan.Stop> stops) {
    if (v == problem.visits().size()) {
      var unserved = problem.visits().stream().map(CareVisit::id).filter(id -> stops.stream().noneMatch(s -> s.visit().equals(id))).toList();
      var score = CareChecker.score(problem, stops, CareProblem.TOLERANCE);
      if (score.cost() < best && CareChecker.check(problem, new CarePlan(stops, unserved, score)).isEmpty()) best = score.cost();
      return;
    }
    assign(v + 1, stops);
    var visit = problem.visits().get(v);
    for (var carer : problem.carers()) {
      for (int start = visit.from(); start <= visit.to(); start += STEP) {
        stops.add(new CarePlan.Stop(visit.id(), carer.id(), start));
        assign(v + 1, stops);
        stops.removeLast();
      }
    }
  }
}
