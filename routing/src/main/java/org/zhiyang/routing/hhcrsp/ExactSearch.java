package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The least cost of a tiny instance by branch and bound: services are put, one after the other, at every place of every round. What a partial plan costs bounds what
 * it becomes, because travel by the shortest ways never shrinks by a further stop. Exact while the triangle inequality is broken by roundings only.
 */
public final class ExactSearch {
  private final Model model;
  private final List<int[]> routes = new ArrayList<>();
  private final int[] order;
  private final int[] carer;
  private final long slack;
  private long best;
  private long steps;

  private ExactSearch(Model model, double bound, long steps) {
    this.model = model;
    this.steps = steps;
    best = Math.round(bound * 3 * model.unit) + 1;
    carer = new int[model.services];
    slack = Math.round(0.002 * model.unit) * (model.services + 1);
    for (int c = 0; c < model.carers; c++) routes.add(new int[0]);
    order = java.util.stream.IntStream.range(0, model.services).boxed().sorted(java.util.Comparator.comparingLong(this::ease)).mapToInt(Integer::intValue).toArray();
  }

  /**
   * Empty when the steps did not suffice.
   *
   * @param bound a cost that is known to be reached, or infinity
   * @param steps partial plans to look at, at most
   */
  public static OptionalDouble leastCost(HhcrspInstance instance, double bound, long steps) {
    var search = new ExactSearch(new Model(instance), Double.isInfinite(bound) ? 1e9 : bound, steps);
    search.put(0);
    return search.steps <= 0 ? OptionalDouble.empty() : OptionalDouble.of(search.model.minutes(search.best) / 3);
  }

  /** Tied services first, then those far from the office. */
  private long ease(int i) {
    int pair = Math.max(i, model.mate[i]);
    int office = model.services;
    return (model.mate[i] >= 0 ? -Model.NEVER / 1_000 : 0) - (model.travel(office, i) + model.travel(i, office)) * 1_000 + pair;
  }

  private void put(int depth) {
    if (depth == order.length) {
      best = Math.min(best, Timing.cost(model, routes));
      return;
    }
    int i = order[depth];
    for (int c = 0; c < model.carers; c++) {
      if (!model.able[c][i] || sameAsMate(depth, i, c)) continue;
      var before = routes.get(c);
      for (int k = 0; k <= before.length && steps > 0; k++) {
        var longer = new int[before.length + 1];
        System.arraycopy(before, 0, longer, 0, k);
        longer[k] = i;
        System.arraycopy(before, k, longer, k + 1, before.length - k);
        routes.set(c, longer);
        carer[i] = c;
        steps--;
        long cost = Timing.cost(model, routes);
        if (cost < Model.NEVER && cost - (depth + 1 < order.length ? slack : 0) < best) put(depth + 1);
      }
      routes.set(c, before);
    }
  }

  private boolean sameAsMate(int depth, int i, int c) {
    for (int k = 0; k < depth; k++) {
      if (order[k] == model.mate[i]) return carer[order[k]] == c;
    }
    return false;
  }
}
