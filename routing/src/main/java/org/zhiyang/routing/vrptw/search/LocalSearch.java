package org.zhiyang.routing.vrptw.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Improves the plan in the tours until no change of its neighbourhood helps. Only near customers are tried together (granular search), and only when one of
 * their routes has changed since they were last tried. When the time is over it leaves the plan as far as it has come.
 */
final class LocalSearch {
  private final Instance instance;
  private final Tours tours;
  private final Moves moves;
  private final Rng rng;
  private final Watch watch;
  /** Made when first wanted: it is large. */
  private @Nullable SwapStar swapStar;
  private final int[] order;
  /** The count of changes when a customer was last tried with its neighbours. */
  private final long[] triedAt;
  /** What trying a customer costs, for the {@link Watch}: more where routes may be long. */
  private final int look;
  private boolean improved;

  LocalSearch(Tours tours, Rng rng, Watch watch) {
    this.instance = tours.instance;
    this.tours = tours;
    this.rng = rng;
    this.watch = watch;
    moves = new Moves(tours);
    order = new int[instance.n];
    for (int i = 0; i < order.length; i++) order[i] = i + 1;
    triedAt = new long[instance.size];
    look = 10 + instance.n / 10;
  }

  /** Number of moves judged since the beginning. */
  long judged() {
    return moves.judged + (swapStar == null ? 0 : swapStar.judged);
  }

  /** @param wide also swaps customers of two routes to their best places, which costs more time */
  void improve(double loadPenalty, double warpPenalty, boolean wide) {
    moves.restart(loadPenalty, warpPenalty);
    Arrays.fill(triedAt, 0);
    if (wide) swapStar().restart();
    rng.shuffle(order, order.length);
    do {
      do {
        improved = false;
        for (int u : order) {
          if (watch.over(look)) break;
          tryCustomer(u);
        }
      } while (improved && !watch.over(0));
    } while (wide && !watch.over(0) && swapStar().improve());
    Arrays.fill(tours.origin, (byte) 0);
  }

  private SwapStar swapStar() {
    if (swapStar == null) swapStar = new SwapStar(moves, watch);
    return swapStar;
  }

  /** Makes a plan legal if it can, without regard to customers who are in no route and without new routes; the instance has no distances. */
  void mend(double loadPenalty, double warpPenalty, boolean[] absent) {
    moves.restart(loadPenalty, warpPenalty);
    Arrays.fill(triedAt, 0);
    rng.shuffle(order, order.length);
    do {
      improved = false;
      for (int u : order) {
        if (absent[u]) continue;
        if (watch.over(look)) return;
        mendCustomer(u, absent);
      }
    } while (improved && moves.broken());
  }

  private void mendCustomer(int u, boolean[] absent) {
    long tried = triedAt[u];
    triedAt[u] = moves.changes;
    int width = instance.width;
    for (int i = u * width; i < (u + 1) * width; i++) {
      int v = instance.near[i];
      if (absent[v]) continue;
      int ru = tours.route[u];
      int rv = tours.route[v];
      if (moves.penalty[ru] + moves.penalty[rv] == 0 || Math.max(moves.changedAt[ru], moves.changedAt[rv]) <= tried) continue;
      if (tryPair(u, v)) improved = true;
    }
  }

  private void tryCustomer(int u) {
    long tried = triedAt[u];
    triedAt[u] = moves.changes;
    boolean all = tried == 0;
    int width = instance.width;
    int from = u * width;
    for (int i = from; i < from + width; i++) {
      int v = instance.near[i];
      if (all ? !tours.knownTogether(tours.route[u], tours.route[v]) : Math.max(moves.changedAt[tours.route[u]], moves.changedAt[tours.route[v]]) > tried) {
        if (tryPair(u, v)) improved = true;
      }
    }
    if (all ? tours.origin[tours.route[u]] == 0 : moves.changedAt[tours.route[u]] > tried) tryEmpty(u);
  }

  private boolean tryPair(int u, int v) {
    if (moves.exchange(u, 1, v, 0) || moves.exchange(u, 2, v, 0) || moves.exchange(u, 3, v, 0)) return true;
    if (moves.exchange(u, 1, v, 1) || moves.exchange(u, 2, v, 1) || moves.exchange(u, 2, v, 2) || moves.exchange(u, 3, v, 1) || moves.exchange(u, 3, v, 2)) return true;
    int before = tours.prev[v];
    boolean same = tours.route[u] == tours.route[v];
    if (same ? moves.reversal(u, v) : moves.tails(u, v)) return true;
    if (!tours.isCustomer(before)) {
      if (moves.exchange(u, 1, before, 0) || moves.exchange(u, 2, before, 0) || moves.exchange(u, 3, before, 0)) return true;
      return !same && moves.tails(u, before);
    }
    return false;
  }

  /** Begins a new route with u, or with what follows it. */
  private void tryEmpty(int u) {
    for (int r = 0; r < tours.routes; r++) {
      if (tours.count[r] > 0) continue;
      int start = tours.first(r);
      if (moves.exchange(u, 1, start, 0) || moves.exchange(u, 2, start, 0) || moves.tails(u, start)) improved = true;
      return;
    }
  }
}
