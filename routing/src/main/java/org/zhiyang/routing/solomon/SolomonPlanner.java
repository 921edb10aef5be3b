package org.zhiyang.routing.solomon;

import java.util.List;
import java.util.stream.Collectors;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.check.PlanChecker;
import org.zhiyang.routing.check.PlanFault;
import org.zhiyang.routing.check.SolomonFacts;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.VrptwSolver;

/** From the text of a file to a checked answer. */
public final class SolomonPlanner {
  private SolomonPlanner() {}

  /** Refuses what cannot be read or served; an answer has passed the independent checker, a plan that has not is a fault of this program. */
  public static SolomonAnswer plan(String text, Objective objective, SearchLimits limits) {
    return plan(SolomonReader.read(text), objective, limits);
  }

  public static SolomonAnswer plan(SolomonInstance instance, Objective objective, SearchLimits limits) {
    var scale = SolomonScale.of(instance, objective);
    var routes = VrptwSolver.solve(scale.problem(), objective, limits).routes();
    var answer = new SolomonAnswer(cost(instance, scale, objective, routes), routes.size(), routes);
    var faults = PlanChecker.check(new SolomonFacts(instance, objective == Objective.DISTANCE), routes, answer.cost(), answer.vehicles());
    if (!faults.isEmpty()) throw new IllegalStateException(faults.stream().map(PlanFault::sentence).collect(Collectors.joining()));
    return answer;
  }

  private static double cost(SolomonInstance instance, SolomonScale scale, Objective objective, List<List<Integer>> routes) {
    double lines = 0;
    long units = 0;
    for (var route : routes) {
      int at = 0;
      for (int i = 0; i <= route.size(); i++) {
        int to = i < route.size() ? route.get(i) : 0;
        lines += instance.line(at, to);
        units += scale.problem().travel().distance(at, to);
        at = to;
      }
    }
    return objective == Objective.DISTANCE ? units / scale.unit() : lines;
  }
}
