package org.zhiyang.routing.vrptw.search;

/**
 * Finds how a customer can get into a route when a few others leave it: the legal way whose leavers were the least often in trouble so far. Goes through the
 * choices of leavers in the order of the route and cuts off what cannot become better.
 */
final class Ejection {
  private static final int MOST_LEAVERS = 4;
  /** Cuts a search off that has become too large: nodes visited for one customer. */
  private static final int LARGEST_SEARCH = 60_000;
  /** The search goes one call deeper with every stop of a route: in longer ones nobody makes room. */
  private static final int LONGEST_ROUTE = 1_000;

  private final Tours tours;
  private final long capacity;
  private final int[] trouble;
  private final Rng rng;
  private final Watch watch;
  private final int[] leavers = new int[MOST_LEAVERS];
  final int[] bestLeavers = new int[MOST_LEAVERS];
  int bestCount;
  int bestPlace;
  private long best;
  private int place;
  private int comer;
  private int visited;

  Ejection(Tours tours, int[] trouble, Rng rng, Watch watch) {
    this.tours = tours;
    this.trouble = trouble;
    this.rng = rng;
    this.watch = watch;
    capacity = tours.instance.capacity;
  }

  /** Nodes the last search visited. */
  int visited() {
    return visited;
  }

  /** Looks for the best way to let the customer in; true when there is one, see {@link #bestPlace} and {@link #bestLeavers}. */
  boolean find(int customer) {
    comer = customer;
    best = Long.MAX_VALUE;
    bestCount = 0;
    bestPlace = -1;
    int from = rng.below(tours.routes);
    visited = 0;
    for (int i = 0; i < tours.routes; i++) {
      int r = (from + i) % tours.routes;
      if (tours.count[r] == 0 || tours.count[r] > LONGEST_ROUTE) continue;
      long tooMuch = tours.load[r] + tours.demand[customer] - capacity;
      for (int behind = tours.first(r); behind != tours.last(r); behind = tours.next[behind]) {
        place = behind;
        int start = tours.first(r);
        search(start, tours.begin[start], 0, 0, tooMuch);
      }
    }
    return bestPlace >= 0;
  }

  /** Stands at a kept node; decides about the ones after it. */
  private void search(int node, long clock, int count, long sum, long tooMuch) {
    if (++visited > LARGEST_SEARCH && bestPlace >= 0 || watch.over(1)) return;
    int at = node;
    int following = tours.next[node];
    if (node == place) {
      clock = Math.max(tours.early[comer], clock + tours.time(node, comer));
      if (clock > tours.late[comer]) return;
      at = comer;
    }
    while (true) {
      boolean passed = tours.position[following] > tours.position[place];
      if (passed && tooMuch <= 0 && tours.warpFrom[following] == 0 && clock + tours.time(at, following) <= tours.latest[following]) {
        record(count, sum);
        return;
      }
      if (!tours.isCustomer(following)) return;
      // Keep the next one, deeper; then let it go and look at the one after it.
      long arrival = Math.max(tours.early[following], clock + tours.time(at, following));
      if (arrival <= tours.late[following]) search(following, arrival, count, sum, tooMuch);
      sum += trouble[following];
      if (count == MOST_LEAVERS || sum >= best || following == place) return;
      leavers[count++] = following;
      tooMuch -= tours.demand[following];
      following = tours.next[following];
    }
  }

  private void record(int count, long sum) {
    if (sum >= best) return;
    best = sum;
    bestCount = count;
    bestPlace = place;
    System.arraycopy(leavers, 0, bestLeavers, 0, count);
  }
}
