package org.zhiyang.routing.vrptw.search;

/** Changes a legal plan by random moves that keep it legal, whatever they cost: a customer behind a near one, two near customers for each other, two tails. */
final class Shaking {
  private final Tours tours;
  private final Rng rng;
  private final Instance instance;

  Shaking(Tours tours, Rng rng) {
    this.tours = tours;
    this.rng = rng;
    instance = tours.instance;
  }

  /** @param waiting customers who are in no route at present */
  void shake(int moves, boolean[] waiting) {
    if (instance.width == 0) return;
    for (int i = 0; i < moves; i++) {
      int u = 1 + rng.below(instance.n);
      int v = instance.near[u * instance.width + rng.below(instance.width)];
      if (waiting[u] || waiting[v] || tours.route[u] == tours.route[v]) continue;
      switch (rng.below(3)) {
        case 0 -> move(u, rng.percent(50) ? v : tours.prev[v]);
        case 1 -> swap(u, v);
        default -> tails(u, v);
      }
    }
  }

  private void move(int u, int behind) {
    int from = tours.route[u];
    int to = tours.route[behind];
    // The last customer of a route stays: an empty route would be one route less, which is not decided here.
    if (tours.count[from] == 1 || tours.load[to] + tours.demand[u] > instance.capacity || !fits(behind, u, tours.next[behind])) return;
    tours.link(tours.prev[u], tours.next[u]);
    tours.link(u, tours.next[behind]);
    tours.link(behind, u);
    tours.refresh(from);
    tours.refresh(to);
  }

  private void swap(int u, int v) {
    int ru = tours.route[u];
    int rv = tours.route[v];
    long more = tours.demand[v] - tours.demand[u];
    if (tours.load[ru] + more > instance.capacity || tours.load[rv] - more > instance.capacity) return;
    int beforeU = tours.prev[u];
    int afterU = tours.next[u];
    int beforeV = tours.prev[v];
    int afterV = tours.next[v];
    if (!fits(beforeU, v, afterU) || !fits(beforeV, u, afterV)) return;
    tours.link(beforeU, v);
    tours.link(v, afterU);
    tours.link(beforeV, u);
    tours.link(u, afterV);
    tours.refresh(ru);
    tours.refresh(rv);
  }

  private void tails(int u, int v) {
    int x = tours.next[u];
    int y = tours.next[v];
    int ru = tours.route[u];
    int rv = tours.route[v];
    if (tours.loadTo[u] + tours.load[rv] - tours.loadTo[v] > instance.capacity || tours.loadTo[v] + tours.load[ru] - tours.loadTo[u] > instance.capacity) return;
    if (tours.joined(u, y) > 0 || tours.joined(v, x) > 0) return;
    int endU = tours.prev[tours.last(ru)];
    int endV = tours.prev[tours.last(rv)];
    hang(u, y, endV, tours.last(rv), tours.last(ru));
    hang(v, x, endU, tours.last(ru), tours.last(rv));
    tours.refresh(ru);
    tours.refresh(rv);
  }

  private void hang(int head, int tail, int end, int oldLast, int newLast) {
    if (tail == oldLast) {
      tours.link(head, newLast);
    } else {
      tours.link(head, tail);
      tours.link(end, newLast);
    }
  }

  /** Whether u may stand between two nodes of a legal route that need not be neighbours. */
  boolean fits(int before, int u, int after) {
    long clock = Math.max(tours.early[u], tours.begin[before] + tours.time(before, u));
    return clock <= tours.late[u] && clock + tours.time(u, after) <= tours.latest[after];
  }
}
