package org.zhiyang.routing.vrptw.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.VrptwPlan;

/** The best legal plan of all islands. */
final class Board {
  private final Objective objective;
  private final Plan best;
  private @Nullable Island owner;

  Board(Instance instance, Objective objective) {
    this.objective = objective;
    best = new Plan(instance);
  }

  /** Takes over a plan that is better than the best so far. */
  synchronized void offer(Plan plan, Island from) {
    if (owner != null && !better(plan, best)) return;
    best.copy(plan);
    owner = from;
  }

  /** Copies the best plan to {@code into} if another island found it and it is better than {@code than}. */
  synchronized boolean take(Plan than, Plan into, Island by) {
    if (owner == null || owner == by || !better(best, than)) return false;
    into.copy(best);
    return true;
  }

  private boolean better(Plan a, Plan b) {
    return objective == Objective.VEHICLES && a.routes != b.routes ? a.routes < b.routes : a.distance < b.distance;
  }

  synchronized Optional<VrptwPlan> plan() {
    if (owner == null) return Optional.empty();
    var routes = new ArrayList<List<Integer>>();
    for (int r = 0; r < best.routes; r++) {
      var route = new ArrayList<Integer>();
      for (int i = best.from(r); i < best.end[r]; i++) route.add(best.tour[i]);
      routes.add(route);
    }
    return Optional.of(new VrptwPlan(routes, best.distance));
  }
}
