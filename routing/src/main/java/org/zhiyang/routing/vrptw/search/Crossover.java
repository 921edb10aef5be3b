package org.zhiyang.routing.vrptw.search;

import java.util.Arrays;

/**
 * Selective route exchange: some neighbouring routes of one plan give way to the routes of another plan that serve nearly the same customers. Customers who would
 * be served twice leave one of the two places (both ways are tried), those nobody serves any more are inserted where the penalized cost grows least.
 */
final class Crossover {
  private final Instance instance;
  private final Tours tours;
  private final Rng rng;
  private final Watch watch;
  private final Insertion insertion;
  private final Plan other;
  private final boolean[] leaving;
  private final boolean[] coming;
  private final boolean[] routeLeaves;
  private final boolean[] routeComes;
  private final int[] routeOf;
  private final int[] shared;
  private final boolean[] placed;

  Crossover(Tours tours, Rng rng, Watch watch) {
    this.instance = tours.instance;
    this.tours = tours;
    this.rng = rng;
    this.watch = watch;
    insertion = new Insertion(tours, rng, watch);
    other = new Plan(instance);
    leaving = new boolean[instance.size];
    coming = new boolean[instance.size];
    placed = new boolean[instance.size];
    routeLeaves = new boolean[instance.vehicles];
    routeComes = new boolean[instance.vehicles];
    shared = new int[instance.vehicles];
    routeOf = new int[instance.size];
  }

  /** Writes the child of both plans to {@code child}; false when the time is over before it is whole. */
  boolean cross(Plan a, Plan b, Plan child, double loadPenalty, double warpPenalty) {
    if (!select(a, b) || !build(a, b, true, loadPenalty, warpPenalty)) return false;
    tours.store(child);
    if (!build(a, b, false, loadPenalty, warpPenalty)) return false;
    tours.store(other);
    if (other.cost(loadPenalty, warpPenalty) < child.cost(loadPenalty, warpPenalty)) child.copy(other);
    return true;
  }

  /** Chooses the routes of a around a customer, then as many routes of b that have most of their customers in common with them. */
  private boolean select(Plan a, Plan b) {
    Arrays.fill(routeLeaves, false);
    Arrays.fill(routeComes, false);
    Arrays.fill(leaving, false);
    Arrays.fill(coming, false);
    Arrays.fill(shared, 0);
    int most = Math.min(a.routes, b.routes);
    int wanted = most <= 1 ? 1 : 1 + rng.below(most - 1);
    for (int r = 0; r < a.routes; r++) {
      for (int i = a.from(r); i < a.end[r]; i++) routeOf[a.tour[i]] = r;
    }
    int seed = 1 + rng.below(instance.n);
    int chosen = 0;
    chosen += choose(a, routeOf[seed]);
    for (int i = seed * instance.width; chosen < wanted && i < (seed + 1) * instance.width; i++) chosen += choose(a, routeOf[instance.near[i]]);
    while (chosen < wanted) chosen += choose(a, rng.below(a.routes));
    for (int r = 0; r < b.routes; r++) {
      for (int i = b.from(r); i < b.end[r]; i++) if (leaving[b.tour[i]]) shared[r]++;
    }
    for (int k = 0; k < wanted; k++) {
      if (watch.over(b.routes)) return false;
      int found = -1;
      double best = -1;
      for (int r = 0; r < b.routes; r++) {
        if (routeComes[r]) continue;
        double share = (double) shared[r] / (b.end[r] - b.from(r));
        if (share > best) {
          best = share;
          found = r;
        }
      }
      routeComes[found] = true;
      for (int i = b.from(found); i < b.end[found]; i++) coming[b.tour[i]] = true;
    }
    return true;
  }

  private int choose(Plan a, int route) {
    if (routeLeaves[route]) return 0;
    routeLeaves[route] = true;
    for (int i = a.from(route); i < a.end[route]; i++) leaving[a.tour[i]] = true;
    return 1;
  }

  /** The routes of a that stay and the chosen routes of b; customers of both stay in a's routes when {@code stayFirst}, else in b's. */
  private boolean build(Plan a, Plan b, boolean stayFirst, double loadPenalty, double warpPenalty) {
    Arrays.fill(placed, false);
    int r = 0;
    for (int i = 0; i < a.routes; i++) {
      if (!routeLeaves[i]) fill(r++, a, i, stayFirst ? null : coming, null, (byte) 1);
    }
    for (int i = 0; i < b.routes; i++) {
      if (routeComes[i]) fill(r++, b, i, null, stayFirst ? leaving : null, (byte) 2);
    }
    for (; r < tours.routes; r++) {
      tours.link(tours.first(r), tours.last(r));
      tours.refresh(r);
      tours.origin[r] = 0;
    }
    return insertion.insertMissing(placed, loadPenalty, warpPenalty);
  }

  private void fill(int r, Plan from, int route, boolean @org.jspecify.annotations.Nullable [] without, boolean @org.jspecify.annotations.Nullable [] only, byte origin) {
    int at = tours.first(r);
    for (int i = from.from(route); i < from.end[route]; i++) {
      int c = from.tour[i];
      if (without != null && without[c] || only != null && !only[c]) continue;
      tours.link(at, c);
      at = c;
      placed[c] = true;
    }
    tours.link(at, tours.last(r));
    tours.refresh(r);
    tours.origin[r] = tours.count[r] == from.end[route] - from.from(route) ? origin : 0;
  }
}
