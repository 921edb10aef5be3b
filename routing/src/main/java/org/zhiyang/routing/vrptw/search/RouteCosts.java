package org.zhiyang.routing.vrptw.search;

import org.jspecify.annotations.Nullable;

/** What a change of the present plan costs: penalties, and the walk over a route that does not exist yet, made of pieces of present ones. */
abstract class RouteCosts {
  /** A change must gain more than this (distances are whole numbers, penalties are not). */
  static final double LEAST_GAIN = 1e-3;

  final Tours tours;
  final int[] next;
  final int[] prev;
  final int[] route;
  final int[] position;
  final int[] row;
  final int[] column;
  private final int @Nullable [] arc;
  final long[] early;
  final long[] late;
  final long[] begin;
  final long[] warpTo;
  final long[] latest;
  final long[] warpFrom;
  final long[] loadTo;
  final long capacity;
  double loadPenalty = 1;
  double warpPenalty = 1;
  /** What the illegal parts of each route cost at the present penalties. */
  final double[] penalty;
  /** When each route was last changed, counted in changes. */
  final long[] changedAt;
  long changes;
  long judged;
  /** What the last move carried out changed the penalized cost by, below 0. */
  double lastChange;
  /** The walk over a route that does not exist yet: where it is, the clock there, the warp so far. */
  private int at;
  private long clock;
  long warped;

  RouteCosts(Tours tours) {
    this.tours = tours;
    next = tours.next;
    prev = tours.prev;
    route = tours.route;
    position = tours.position;
    row = tours.row;
    column = tours.column;
    arc = tours.instance.arc;
    early = tours.early;
    late = tours.late;
    begin = tours.begin;
    warpTo = tours.warpTo;
    latest = tours.latest;
    warpFrom = tours.warpFrom;
    loadTo = tours.loadTo;
    capacity = tours.instance.capacity;
    penalty = new double[tours.routes];
    changedAt = new long[tours.routes];
  }

  /** Takes over the plan that now stands in the tours. */
  void restart(double loadPenalty, double warpPenalty) {
    this.loadPenalty = loadPenalty;
    this.warpPenalty = warpPenalty;
    changes = 1;
    for (int r = 0; r < tours.routes; r++) {
      penalty[r] = penaltyOf(tours.load[r], tours.warp[r]);
      changedAt[r] = 1;
    }
  }

  /** Whether any route is illegal. */
  boolean broken() {
    for (double p : penalty) if (p > 0) return true;
    return false;
  }

  double penaltyOf(long load, long warp) {
    return warpPenalty * warp + (load > capacity ? loadPenalty * (load - capacity) : 0);
  }

  final double loadCost(long load) {
    return load > capacity ? loadPenalty * (load - capacity) : 0;
  }

  final int distance(int from, int to) {
    return arc == null ? tours.distance(from, to) : arc[row[from] + column[to]];
  }

  final int time(int from, int to) {
    return arc == null ? tours.time(from, to) : arc[row[from] + column[to] + 1];
  }

  final void set(int node) {
    at = node;
    clock = begin[node];
    warped = warpTo[node];
  }

  final void step(int to) {
    long c = clock + time(at, to);
    if (c < early[to]) c = early[to];
    if (c > late[to]) {
      warped += c - late[to];
      c = late[to];
    }
    clock = c;
    at = to;
  }

  final void steps(int from, int count) {
    for (int node = from; count > 0; count--, node = next[node]) step(node);
  }

  /** Walks from one node to another of the same route, both included. */
  final void walk(int from, int to) {
    for (int node = from; ; node = next[node]) {
      step(node);
      if (node == to) return;
    }
  }

  final long finish(int to) {
    long overlap = clock + time(at, to) - latest[to];
    return warped + warpFrom[to] + (overlap > 0 ? overlap : 0);
  }

  void changed(int r) {
    tours.refresh(r);
    penalty[r] = penaltyOf(tours.load[r], tours.warp[r]);
    changedAt[r] = ++changes;
    tours.origin[r] = 0;
  }
}
