package org.zhiyang.routing.vrptw.search;

import org.jspecify.annotations.Nullable;

/**
 * A plan opened for change. Nodes: 1 to n are the customers, {@code first(r)} and {@code last(r)} the depot at both ends of route r. For every node the figures of
 * the piece of its route up to it and from it on are kept; {@link #refresh} renews them after a change of links.
 */
final class Tours {
  final Instance instance;
  final int n;
  final int routes;
  private final int @Nullable [] arc;
  final int[] next;
  final int[] prev;
  final int[] route;
  final int[] position;
  /** Where the row and the column of the node's place begin in the arcs. */
  final int[] row;
  final int[] column;
  final long[] early;
  final long[] late;
  final long[] demand;
  /** Begin of service when the vehicle leaves as early as it can, and the time warp up to here. */
  final long[] begin;
  final long[] warpTo;
  /** Latest begin of service that adds no warp to what follows, and the warp from here on. */
  final long[] latest;
  final long[] warpFrom;
  final long[] loadTo;
  /** Distance from the depot to here, and what the same stretch is driven backwards. */
  final long[] driven;
  final long[] drivenBack;
  final long[] load;
  final long[] warp;
  final int[] count;
  /** See {@link Plan#origin}. */
  final byte[] origin;

  Tours(Instance instance) {
    this.instance = instance;
    n = instance.n;
    routes = instance.vehicles;
    arc = instance.arc;
    int nodes = n + 1 + 2 * routes;
    next = new int[nodes];
    prev = new int[nodes];
    route = new int[nodes];
    position = new int[nodes];
    row = new int[nodes];
    column = new int[nodes];
    early = new long[nodes];
    late = new long[nodes];
    demand = new long[nodes];
    begin = new long[nodes];
    warpTo = new long[nodes];
    latest = new long[nodes];
    warpFrom = new long[nodes];
    loadTo = new long[nodes];
    driven = new long[nodes];
    drivenBack = new long[nodes];
    load = new long[routes];
    warp = new long[routes];
    count = new int[routes];
    origin = new byte[routes];
    for (int node = 0; node < nodes; node++) {
      int place = node <= n ? node : 0;
      row[node] = 2 * place * instance.size;
      column[node] = 2 * place;
      early[node] = instance.early[place];
      late[node] = instance.late[place];
      demand[node] = instance.demand[place];
    }
    clear();
  }

  int first(int route) {
    return n + 1 + 2 * route;
  }

  int last(int route) {
    return n + 2 + 2 * route;
  }

  boolean isCustomer(int node) {
    return node <= n;
  }

  int distance(int from, int to) {
    return arc == null ? instance.distance(column[from] / 2, column[to] / 2) : arc[row[from] + column[to]];
  }

  int time(int from, int to) {
    return arc == null ? instance.time(column[from] / 2, column[to] / 2) : arc[row[from] + column[to] + 1];
  }

  void link(int a, int b) {
    next[a] = b;
    prev[b] = a;
  }

  /** No customer in any route. */
  void clear() {
    for (int r = 0; r < routes; r++) {
      link(first(r), last(r));
      refresh(r);
      origin[r] = 0;
    }
  }

  /** Whether both routes came unchanged from the same parent. */
  boolean knownTogether(int a, int b) {
    return origin[a] != 0 && origin[a] == origin[b];
  }

  long distanceOf(int r) {
    return driven[last(r)];
  }

  /** Time warp of the route that goes up to a and continues with b. */
  long joined(int a, int b) {
    long overlap = begin[a] + time(a, b) - latest[b];
    return warpTo[a] + warpFrom[b] + (overlap > 0 ? overlap : 0);
  }

  /** Renews everything kept about a route after its links have changed. */
  void refresh(int r) {
    int start = first(r);
    int finish = last(r);
    int at = start;
    int place = 0;
    long clock = early[start];
    long warped = 0;
    long carried = 0;
    long there = 0;
    long back = 0;
    begin[start] = clock;
    warpTo[start] = 0;
    loadTo[start] = 0;
    driven[start] = 0;
    drivenBack[start] = 0;
    route[start] = r;
    position[start] = 0;
    while (at != finish) {
      int to = next[at];
      clock += time(at, to);
      if (clock < early[to]) clock = early[to];
      if (clock > late[to]) {
        warped += clock - late[to];
        clock = late[to];
      }
      carried += demand[to];
      there += distance(at, to);
      back += distance(to, at);
      begin[to] = clock;
      warpTo[to] = warped;
      loadTo[to] = carried;
      driven[to] = there;
      drivenBack[to] = back;
      route[to] = r;
      position[to] = ++place;
      at = to;
    }
    load[r] = carried;
    warp[r] = warped;
    count[r] = place - 1;
    refreshBackwards(start, finish);
  }

  private void refreshBackwards(int start, int finish) {
    long clock = late[finish];
    long warped = 0;
    latest[finish] = clock;
    warpFrom[finish] = 0;
    for (int at = finish; at != start; ) {
      int from = prev[at];
      clock -= time(from, at);
      if (clock < early[from]) {
        warped += early[from] - clock;
        clock = early[from];
      } else if (clock > late[from]) {
        clock = late[from];
      }
      latest[from] = clock;
      warpFrom[from] = warped;
      at = from;
    }
  }

  void load(Plan plan) {
    for (int r = 0; r < routes; r++) {
      origin[r] = r < plan.routes ? plan.origin[r] : 0;
      int at = first(r);
      if (r < plan.routes) {
        for (int i = plan.from(r); i < plan.end[r]; i++) {
          link(at, plan.tour[i]);
          at = plan.tour[i];
        }
      }
      link(at, last(r));
      refresh(r);
    }
  }

  void store(Plan plan) {
    int filled = 0;
    int used = 0;
    plan.distance = 0;
    plan.excess = 0;
    plan.warp = 0;
    for (int r = 0; r < routes; r++) {
      if (count[r] == 0) continue;
      for (int at = next[first(r)]; isCustomer(at); at = next[at]) {
        plan.tour[filled++] = at;
        plan.before[at] = isCustomer(prev[at]) ? prev[at] : 0;
        plan.after[at] = isCustomer(next[at]) ? next[at] : 0;
      }
      plan.origin[used] = origin[r];
      plan.end[used++] = filled;
      plan.distance += distanceOf(r);
      plan.excess += Math.max(0, load[r] - instance.capacity);
      plan.warp += warp[r];
    }
    plan.routes = used;
  }
}
