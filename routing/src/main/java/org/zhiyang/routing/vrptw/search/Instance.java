package org.zhiyang.routing.vrptw.search;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.TravelMatrix;
import org.zhiyang.routing.vrptw.Stop;
import org.zhiyang.routing.vrptw.VrptwProblem;

/**
 * A problem laid out for the search: place 0 is the depot, 1 to {@code n} the customers. {@code arc[2*(i*size+j)]} is the distance from i to j, the cell after it
 * the time from the begin of service at i to the arrival at j (service included); without a table both are asked of the travel each time.
 */
final class Instance {
  final int n;
  final int size;
  final int vehicles;
  final long capacity;
  final int @Nullable [] arc;
  final long[] early;
  final long[] late;
  final long[] demand;
  /** For each customer c the {@code width} customers that lie best before or after it, best first, from {@code near[c*width]} on. */
  final int[] near;
  final int width;
  private final TravelMatrix travel;
  private final long[] service;
  private final boolean distances;

  /** With the table and with so many near customers for each. */
  Instance(VrptwProblem problem, int vehicles, int width) {
    this(Objects.requireNonNull(bare(problem).prepared(width, true, new Watch(SearchLimits.ofIterations(1, 1), System.nanoTime()))), vehicles);
  }

  /** At once: without table or near customers, with as many vehicles as customers. */
  static Instance bare(VrptwProblem problem) {
    int size = problem.customers() + 1;
    var early = new long[size];
    var late = new long[size];
    var demand = new long[size];
    var service = new long[size];
    for (int i = 0; i < size; i++) {
      Stop stop = problem.stops().get(i);
      early[i] = stop.ready();
      late[i] = stop.due();
      demand[i] = i == 0 ? 0 : stop.demand();
      service[i] = i == 0 ? 0 : stop.service();
    }
    return new Instance(problem, early, late, demand, service);
  }

  private Instance(VrptwProblem problem, long[] early, long[] late, long[] demand, long[] service) {
    n = problem.customers();
    size = n + 1;
    vehicles = n;
    capacity = problem.capacity();
    travel = problem.travel();
    arc = null;
    this.early = early;
    this.late = late;
    this.demand = demand;
    this.service = service;
    near = new int[0];
    width = 0;
    distances = true;
  }

  private Instance(Instance of, int vehicles) {
    this(of, vehicles, of.arc, of.near, of.width, of.distances);
  }

  private Instance(Instance of, int vehicles, int @Nullable [] arc, int[] near, int width, boolean distances) {
    n = of.n;
    size = of.size;
    this.vehicles = Math.min(vehicles, n);
    capacity = of.capacity;
    travel = of.travel;
    this.arc = arc;
    early = of.early;
    late = of.late;
    demand = of.demand;
    service = of.service;
    this.near = near;
    this.width = width;
    this.distances = distances;
  }

  /** What the search needs beside, which takes a time that grows with the square of the customers; null when the time is over before. */
  @Nullable Instance prepared(int width, boolean table, Watch watch) {
    var made = this;
    if (table) {
      var arcs = new int[2 * size * size];
      for (int i = 0; i < size; i++) {
        if (watch.over(size)) return null;
        for (int j = 0; j < size; j++) {
          arcs[2 * (i * size + j)] = distance(i, j);
          arcs[2 * (i * size + j) + 1] = time(i, j);
        }
      }
      made = new Instance(this, vehicles, arcs, near, this.width, true);
    }
    int wide = Math.max(0, Math.min(width, n - 1));
    var found = made.neighbours(wide, watch);
    return found == null ? null : new Instance(made, vehicles, made.arc, found, wide, true);
  }

  /** The same with another number of vehicles. */
  Instance withVehicles(int number) {
    return new Instance(this, number);
  }

  /** The same with all distances 0, where only legality counts. */
  Instance withoutDistances() {
    if (arc == null) return new Instance(this, vehicles, null, near, width, false);
    var times = arc.clone();
    for (int i = 0; i < times.length; i += 2) times[i] = 0;
    return new Instance(this, vehicles, times, near, width, false);
  }

  /** No plan has fewer routes: all demand in full vehicles. */
  int leastRoutes() {
    long sum = 0;
    for (long d : demand) sum += d;
    return capacity == 0 ? 1 : (int) Math.max(1, (sum + capacity - 1) / capacity);
  }

  int distance(int from, int to) {
    if (arc != null) return arc[2 * (from * size + to)];
    return !distances || from == to ? 0 : travel.distance(from, to);
  }

  int time(int from, int to) {
    if (arc != null) return arc[2 * (from * size + to) + 1];
    return (int) Math.min(Integer.MAX_VALUE, service[from] + (from == to ? 0 : travel.duration(from, to)));
  }

  /** Looks at every two customers once; most are passed over as soon as the distance is known. */
  private int @Nullable [] neighbours(int width, Watch watch) {
    var found = new int[size * width];
    if (width == 0) return found;
    var best = new long[size * width];
    Arrays.fill(best, Long.MAX_VALUE);
    for (int c = 1; c <= n; c++) {
      if (watch.over(n - c)) return null;
      for (int other = c + 1; other <= n; other++) {
        long worst = Math.max(best[(c + 1) * width - 1], best[(other + 1) * width - 1]);
        if ((long) Math.min(distance(c, other), distance(other, c)) * size > worst) continue;
        long strain = Math.min(strain(c, other), strain(other, c)) * size;
        keep(best, c * width, width, strain + other);
        keep(best, other * width, width, strain + c);
      }
    }
    for (int i = width; i < found.length; i++) found[i] = (int) (best[i] % size);
    return found;
  }

  /** Puts a key among the least ones, which are in order. */
  private static void keep(long[] least, int from, int width, long key) {
    int at = from + width - 1;
    if (key >= least[at]) return;
    for (; at > from && least[at - 1] > key; at--) least[at] = least[at - 1];
    least[at] = key;
  }

  /** How little the way from one customer to the next suggests itself: distance, a fifth of the least waiting, and the least lateness. */
  private long strain(int from, int to) {
    long wait = Math.max(0, early[to] - time(from, to) - late[from]);
    long lateness = Math.max(0, early[from] + time(from, to) - late[to]);
    return Math.min(distance(from, to) + wait / 5 + lateness, Long.MAX_VALUE / (4L * size));
  }
}
