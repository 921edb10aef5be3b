package org.zhiyang.routing.vrptw;

import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.vrptw.search.IslandSearch;

/**
 * The way in: gives the best plan found when the limits are reached.
 * {@snippet :
 * var problem = new VrptwProblem(stops, 200, 25, TravelMatrix.of(stops.size(), (from, to) -> metres[from][to], (from, to) -> seconds[from][to]));
 * var plan = VrptwSolver.solve(problem, Objective.DISTANCE, SearchLimits.ofSeconds(10, 1));
 * }
 */
public final class VrptwSolver {
  private VrptwSolver() {}

  /** Throws a {@link RoutingRefusal} when no plan can exist, or when none was found with so few vehicles before the limits. */
  public static VrptwPlan solve(VrptwProblem problem, Objective objective, SearchLimits limits) {
    problem.requireEachServable();
    return IslandSearch.search(problem, objective, limits).orElseThrow(() -> new RoutingRefusal(
        "在给定时间内没有找到 %d 辆车以内的可行方案，请增加车辆或计算时间。".formatted(problem.vehicles())));
  }
}
