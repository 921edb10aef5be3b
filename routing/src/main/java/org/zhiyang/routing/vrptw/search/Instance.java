package org.zhiyang.routing.vrptw.search;

import java.util.Arrays;
import org.zhiyang.routing.vrptw.Stop;
import org.zhiyang.routing.vrptw.VrptwProblem;

/**
 * A problem laid out for the search: place 0 is the depot, 1 to {@code n} the customers. {@code arc[2*(i*size+j)]} is the distance from i to j, the cell after it
 * the time from the begin of service at i to the arrival at j (service included).
 */
final class Instance {
  final int n;
  final int size;
  final int vehicles;
  final long capacity;
  final int[] arc;
  final long[] early;
  final long[] late;
  final long[] demand;
  /** For each customer c the {@code width} customers that lie best before or after it, best first, from {@code near[c*width]} on. */
  final int[] near;
  final int width;

  Instance(VrptwProblem problem, int vehicles, int width) {
    n = problem.customers();
    size = n + 1;
    this.vehicles = Math.min(vehicles, n);
    this.width = Math.max(0, Math.min(width, n - 1));
    capacity = problem.capacity();
    arc = new int[2 * size * size];
    early = new long[size];
    late = new long[size];
    demand = new long[size];
    for (int i = 0; i < size; i++) {
      Stop stop = problem.stops().get(i);
      early[i] = stop.ready();
      late[i] = stop.due();
      demand[i] = i == 0 ? 0 : stop.demand();
      long service = i == 0 ? 0 : stop.service();
      for (int j = 0; j < size; j++) {
        arc[2 * (i * size + j)] = i == j ? 0 : problem.travel().distance(i, j);
        arc[2 * (i * size + j) + 1] = (int) Math.min(Integer.MAX_VALUE, service + (i == j ? 0 : problem.travel().duration(i, j)));
      }
    }
    near = neighbours();
  }

  private Instance(Instance of, int vehicles, int[] arc) {
    n = of.n;
    size = of.size;
    this.vehicles = Math.min(vehicles, n);
    capacity = of.capacity;
    this.arc = arc;
    early = of.early;
    late = of.late;
    demand = of.demand;
    near = of.near;
    width = of.width;
  }

  /** The same with another number of vehicles. */
  Instance withVehicles(int number) {
    return new Instance(this, number, arc);
  }

  /** The same with all distances 0, where only legality counts. */
  Instance withoutDistances() {
    var times = arc.clone();
    for (int i = 0; i < times.length; i += 2) times[i] = 0;
    return new Instance(this, vehicles, times);
  }

  /** No plan has fewer routes: all demand in full vehicles. */
  int leastRoutes() {
    long sum = 0;
    for (long d : demand) sum += d;
    return capacity == 0 ? 1 : (int) Math.max(1, (sum + capacity - 1) / capacity);
  }

  int distance(int from, int to) {
    return arc[2 * (from * size + to)];
  }

  int time(int from, int to) {
    return arc[2 * (from * size + to) + 1];
  }

  private int[] neighbours() {
    var found = new int[size * width];
    var keys = new long[n];
    for (int c = 1; c <= n && width > 0; c++) {
      int k = 0;
      for (int other = 1; other <= n; other++) {
        if (other != c) keys[k++] = Math.min(strain(c, other), strain(other, c)) * size + other;
      }
      Arrays.sort(keys, 0, k);
      for (int i = 0; i < width; i++) found[c * width + i] = (int) (keys[i] % size);
    }
    return found;
  }

  /** How little the way from one customer to the next suggests itself: distance, a fifth of the least waiting, and the least lateness. */
  private long strain(int from, int to) {
    long wait = Math.max(0, early[to] - time(from, to) - late[from]);
    long lateness = Math.max(0, early[from] + time(from, to) - late[to]);
    return Math.min(distance(from, to) + wait / 5 + lateness, Long.MAX_VALUE / (4L * size));
  }
}
