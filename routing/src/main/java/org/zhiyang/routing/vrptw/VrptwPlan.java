package org.zhiyang.routing.vrptw;

import java.util.List;

/**
 * Routes that serve every customer once and break no rule. A route lists customers (1 and up) in the order of visits, without the depot; no route is empty.
 *
 * @param distance in the unit of the problem's matrix
 */
public record VrptwPlan(List<List<Integer>> routes, long distance) {
  public VrptwPlan {
    routes = routes.stream().map(List::copyOf).toList();
  }

  public int vehicles() {
    return routes.size();
  }

  /** Whether this plan beats the other by the objective. */
  public boolean beats(VrptwPlan other, Objective objective) {
    if (objective == Objective.VEHICLES && vehicles() != other.vehicles()) return vehicles() < other.vehicles();
    return distance < other.distance;
  }
}
