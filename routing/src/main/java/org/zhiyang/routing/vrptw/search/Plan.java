package org.zhiyang.routing.vrptw.search;

/** One plan of the population, legal or not: its routes back to back, who follows whom, and what it costs. Reused, never thrown away. */
final class Plan {
  /** Customers in the order of the routes; route r is {@code tour[end[r-1]] … tour[end[r]-1]}. */
  final int[] tour;
  final int[] end;
  int routes;
  /** Which parent each route came from as it was (1 or 2), 0 when it is new: what has been improved together need not be tried together again. */
  final byte[] origin;
  /** The customer before and after each customer; 0 for the depot. */
  final int[] before;
  final int[] after;
  long distance;
  long excess;
  long warp;

  Plan(Instance instance) {
    tour = new int[instance.n];
    end = new int[instance.vehicles];
    origin = new byte[instance.vehicles];
    before = new int[instance.size];
    after = new int[instance.size];
  }

  boolean legal() {
    return excess == 0 && warp == 0;
  }

  int from(int route) {
    return route == 0 ? 0 : end[route - 1];
  }

  double cost(double loadPenalty, double warpPenalty) {
    return distance + loadPenalty * excess + warpPenalty * warp;
  }

  void copy(Plan other) {
    System.arraycopy(other.tour, 0, tour, 0, tour.length);
    System.arraycopy(other.end, 0, end, 0, other.routes);
    System.arraycopy(other.origin, 0, origin, 0, other.routes);
    System.arraycopy(other.before, 0, before, 0, before.length);
    System.arraycopy(other.after, 0, after, 0, after.length);
    routes = other.routes;
    distance = other.distance;
    excess = other.excess;
    warp = other.warp;
  }

  /** Number of customers whose follower differs, plus those who begin a route in one plan only: 0 for the same plan. */
  int brokenPairs(Plan other) {
    int broken = 0;
    for (int c = 1; c < after.length; c++) {
      if (after[c] != other.after[c]) broken++;
      if (before[c] == 0 && other.before[c] != 0) broken++;
    }
    return broken;
  }
}
