package org.zhiyang.routing.vrptw.search;

/** Puts customers who are in no route where the penalized cost grows least: beside a near customer, at the beginning of a route, or in a new route. */
final class Insertion {
  private final Instance instance;
  private final Tours tours;
  private final Rng rng;
  private final Watch watch;
  private final int[] missing;
  private double loadPenalty;
  private double warpPenalty;
  private double best;
  private int bestPlace;

  Insertion(Tours tours, Rng rng, Watch watch) {
    this.instance = tours.instance;
    this.tours = tours;
    this.rng = rng;
    this.watch = watch;
    missing = new int[instance.n];
  }

  /** Inserts every customer that is not marked as placed, in random order, and marks it; false when the time is over before all are. */
  boolean insertMissing(boolean[] placed, double loadPenalty, double warpPenalty) {
    this.loadPenalty = loadPenalty;
    this.warpPenalty = warpPenalty;
    int count = 0;
    for (int c = 1; c <= instance.n; c++) if (!placed[c]) missing[count++] = c;
    rng.shuffle(missing, count);
    for (int i = 0; i < count; i++) {
      insert(missing[i], placed);
      placed[missing[i]] = true;
      if (watch.over(tours.routes + tours.count[tours.route[missing[i]]])) return false;
    }
    return true;
  }

  private void insert(int c, boolean[] placed) {
    best = Double.MAX_VALUE;
    bestPlace = -1;
    for (int i = c * instance.width; i < (c + 1) * instance.width; i++) {
      int v = instance.near[i];
      if (!placed[v]) continue;
      consider(c, v);
      consider(c, tours.prev[v]);
    }
    boolean emptySeen = false;
    for (int r = 0; r < tours.routes; r++) {
      if (tours.count[r] == 0 && emptySeen) continue;
      emptySeen |= tours.count[r] == 0;
      if (bestPlace < 0 || tours.count[r] == 0) consider(c, tours.first(r));
    }
    int after = tours.next[bestPlace];
    tours.link(bestPlace, c);
    tours.link(c, after);
    tours.refresh(tours.route[bestPlace]);
    tours.origin[tours.route[bestPlace]] = 0;
  }

  private void consider(int c, int behind) {
    int after = tours.next[behind];
    int r = tours.route[behind];
    double cost = (double) tours.distance(behind, c) + tours.distance(c, after) - tours.distance(behind, after) - warpPenalty * tours.warp[r];
    if (cost >= best) return;
    long over = tours.load[r] + tours.demand[c] - instance.capacity;
    if (over > 0) cost += loadPenalty * Math.min(over, tours.demand[c]);
    if (cost >= best) return;
    long clock = Math.max(tours.early[c], tours.begin[behind] + tours.time(behind, c));
    long warped = tours.warpTo[behind];
    if (clock > tours.late[c]) {
      warped += clock - tours.late[c];
      clock = tours.late[c];
    }
    long overlap = clock + tours.time(c, after) - tours.latest[after];
    cost += warpPenalty * (warped + tours.warpFrom[after] + (overlap > 0 ? overlap : 0));
    if (cost >= best) return;
    best = cost;
    bestPlace = behind;
  }
}
