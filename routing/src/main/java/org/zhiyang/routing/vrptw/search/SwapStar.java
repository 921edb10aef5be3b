package org.zhiyang.routing.vrptw.search;

import java.util.Arrays;

/**
 * Swaps two customers of two routes, each to its best place in the other route, and moves single customers to their best place in another route. The best three
 * places of a customer in a route are remembered until that route changes (with very many routes and customers only for the two routes at hand); what a swap
 * costs is estimated from them and the best one of two routes is then judged exactly.
 */
final class SwapStar {
  private static final int KEPT = 3;
  /** Routes times customers up to which all places are remembered: 180 MB. More would not fit where many routes meet many customers. */
  private static final long MOST_REMEMBERED = 4_000_000;

  private final Moves moves;
  private final Tours tours;
  private final int n;
  private final int routes;
  private final Watch watch;
  private final boolean remembers;
  private final int stride;
  private final long[] placesAt;
  /** For route r and customer c the nodes to insert behind, best first, and what that costs, from {@code KEPT*slot(r, c)} on. */
  private final int[] place;
  private final double[] placeCost;
  private final long[] pairTriedAt;
  /** Counts of changes at the beginning of this look at all routes and of the last one: all that is known of a pair where pairs are not remembered. */
  private long lookBegan;
  private long lastLookBegan;
  private final boolean[] close;
  private final double[] leaving;
  long judged;
  private double best;
  private int bestU;
  private int bestV;
  private int bestPlaceU;
  private int bestPlaceV;

  SwapStar(Moves moves, Watch watch) {
    this(moves, watch, MOST_REMEMBERED);
  }

  SwapStar(Moves moves, Watch watch, long mostRemembered) {
    this.moves = moves;
    tours = moves.tours;
    n = tours.n;
    routes = tours.routes;
    this.watch = watch;
    remembers = (long) routes * (n + 1) <= mostRemembered;
    stride = remembers ? n + 1 : 0;
    int slots = remembers ? routes * (n + 1) : n + 1;
    placesAt = new long[slots];
    place = new int[KEPT * slots];
    placeCost = new double[KEPT * slots];
    pairTriedAt = new long[remembers ? routes * routes : 0];
    close = new boolean[routes];
    leaving = new double[n + 1];
  }

  void restart() {
    Arrays.fill(placesAt, 0);
    Arrays.fill(pairTriedAt, 0);
    lookBegan = 0;
  }

  private int slot(int route, int customer) {
    return route * stride + customer;
  }

  /** Tries every two routes that lie close; true when something was gained. */
  boolean improve() {
    boolean improved = false;
    lastLookBegan = lookBegan;
    lookBegan = moves.changes;
    for (int a = 0; a < routes; a++) {
      if (tours.count[a] == 0) continue;
      findClose(a);
      for (int b = 0; b < routes; b++) {
        if (!close[b] || b == a || tours.count[b] == 0) continue;
        if (watch.over(tours.count[a] + tours.count[b])) return false;
        int pair = Math.min(a, b) * routes + Math.max(a, b);
        long triedAt = remembers ? pairTriedAt[pair] : lastLookBegan;
        if (Math.max(moves.changedAt[a], moves.changedAt[b]) <= triedAt) continue;
        boolean known = triedAt == 0 && tours.knownTogether(a, b);
        if (remembers) pairTriedAt[pair] = moves.changes;
        if (known) continue;
        if (improvePair(a, b)) improved = true;
      }
    }
    return improved;
  }

  private void findClose(int a) {
    Arrays.fill(close, false);
    int width = tours.instance.width;
    int looked = Math.min(width, 10);
    for (int u = tours.next[tours.first(a)]; u <= n; u = tours.next[u]) {
      for (int i = u * width; i < u * width + looked; i++) close[tours.route[tours.instance.near[i]]] = true;
    }
  }

  boolean improvePair(int a, int b) {
    best = -Moves.LEAST_GAIN;
    bestU = 0;
    bestV = 0;
    if (!prepare(a, b) || !prepare(b, a)) return false;
    for (int u = tours.next[tours.first(a)]; u <= n; u = tours.next[u]) {
      considerMove(u, a, b);
      if (watch.over(tours.count[b])) return false;
      for (int v = tours.next[tours.first(b)]; v <= n; v = tours.next[v]) considerSwap(u, v, a, b);
    }
    for (int v = tours.next[tours.first(b)]; v <= n; v = tours.next[v]) considerMove(v, b, a);
    if (bestU == 0) return false;
    moves.lastChange = best;
    if (bestV == 0) {
      int from = tours.route[bestU];
      tours.link(tours.prev[bestU], tours.next[bestU]);
      insert(bestU, bestPlaceU);
      moves.changed(from);
      moves.changed(from == a ? b : a);
      return true;
    }
    moves.lastChange = exactChange(a, b);
    if (moves.lastChange > -Moves.LEAST_GAIN) return false;
    int placeU = bestPlaceU == bestV ? tours.prev[bestV] : bestPlaceU;
    int placeV = bestPlaceV == bestU ? tours.prev[bestU] : bestPlaceV;
    tours.link(tours.prev[bestU], tours.next[bestU]);
    tours.link(tours.prev[bestV], tours.next[bestV]);
    insert(bestU, placeU);
    insert(bestV, placeV);
    moves.changed(a);
    moves.changed(b);
    return true;
  }

  private void insert(int node, int behind) {
    int after = tours.next[behind];
    tours.link(behind, node);
    tours.link(node, after);
  }

  /** What each customer of route a gains by leaving, and its best places in route b; false when the time is over. */
  private boolean prepare(int a, int b) {
    for (int u = tours.next[tours.first(a)]; u <= n; u = tours.next[u]) {
      int before = tours.prev[u];
      int after = tours.next[u];
      leaving[u] = (double) tours.distance(before, after) - tours.distance(before, u) - tours.distance(u, after)
          + moves.warpPenalty * (tours.joined(before, after) - tours.warp[a]);
      if (remembers && placesAt[slot(b, u)] >= moves.changedAt[b]) continue;
      if (watch.over(tours.count[b])) return false;
      findPlaces(u, b);
    }
    return true;
  }

  private void findPlaces(int u, int r) {
    int base = KEPT * slot(r, u);
    placesAt[slot(r, u)] = moves.changes;
    for (int i = base; i < base + KEPT; i++) {
      place[i] = -1;
      placeCost[i] = 1e30;
    }
    for (int behind = tours.first(r); behind != tours.last(r); behind = tours.next[behind]) {
      int after = tours.next[behind];
      double cost = (double) tours.distance(behind, u) + tours.distance(u, after) - tours.distance(behind, after) - moves.warpPenalty * tours.warp[r];
      if (cost >= placeCost[base + 2]) continue;
      cost += moves.warpPenalty * through(behind, u, after);
      if (cost >= placeCost[base + 2]) continue;
      int at = base + 2;
      while (at > base && cost < placeCost[at - 1]) {
        placeCost[at] = placeCost[at - 1];
        place[at] = place[at - 1];
        at--;
      }
      placeCost[at] = cost;
      place[at] = behind;
    }
  }

  /** Warp of the route that goes up to {@code before}, then to u, then continues with {@code after}. */
  private long through(int before, int u, int after) {
    judged++;
    long clock = Math.max(tours.early[u], tours.begin[before] + tours.time(before, u));
    long warped = tours.warpTo[before];
    if (clock > tours.late[u]) {
      warped += clock - tours.late[u];
      clock = tours.late[u];
    }
    long overlap = clock + tours.time(u, after) - tours.latest[after];
    return warped + tours.warpFrom[after] + (overlap > 0 ? overlap : 0);
  }

  private double loadChange(long toA, int a, int b) {
    return moves.penaltyOf(tours.load[a] + toA, 0) + moves.penaltyOf(tours.load[b] - toA, 0) - moves.penaltyOf(tours.load[a], 0) - moves.penaltyOf(tours.load[b], 0);
  }

  private void considerMove(int u, int from, int to) {
    int cheapest = KEPT * slot(to, u);
    double change = leaving[u] + placeCost[cheapest];
    if (change >= best) return;
    change += loadChange(-tours.demand[u], from, to);
    if (change >= best) return;
    best = change;
    bestU = u;
    bestV = 0;
    bestPlaceU = place[cheapest];
  }

  private void considerSwap(int u, int v, int a, int b) {
    double change = leaving[u] + leaving[v];
    if (change >= best) return;
    change += loadChange(tours.demand[v] - tours.demand[u], a, b);
    if (change >= best) return;
    int placeU = bestPlace(u, v, b);
    double costU = placeU < 0 ? 1e30 : placeCost[placeU];
    int placeV = bestPlace(v, u, a);
    double costV = placeV < 0 ? 1e30 : placeCost[placeV];
    // In each other's place: the distance first, the warp only when that leaves something to gain.
    double inV = inPlaceDistance(u, v) - leaving[v] - moves.warpPenalty * tours.warp[b];
    double inU = inPlaceDistance(v, u) - leaving[u] - moves.warpPenalty * tours.warp[a];
    if (change + Math.min(costU, inV) + Math.min(costV, inU) >= best) return;
    if (inV < costU) inV += moves.warpPenalty * through(tours.prev[v], u, tours.next[v]);
    if (inU < costV) inU += moves.warpPenalty * through(tours.prev[u], v, tours.next[u]);
    change += Math.min(costU, inV) + Math.min(costV, inU);
    if (change >= best) return;
    best = change;
    bestU = u;
    bestV = v;
    bestPlaceU = inV < costU ? v : place[placeU];
    bestPlaceV = inU < costV ? u : place[placeV];
  }

  private double inPlaceDistance(int u, int v) {
    int before = tours.prev[v];
    int after = tours.next[v];
    return (double) tours.distance(before, u) + tours.distance(u, after) - tours.distance(before, v) - tours.distance(v, after);
  }

  /** Index of the best kept place for u in route r that does not touch v; -1 when there is none. */
  private int bestPlace(int u, int v, int r) {
    int base = KEPT * slot(r, u);
    for (int i = base; i < base + KEPT; i++) {
      if (place[i] >= 0 && place[i] != v && place[i] != tours.prev[v]) return i;
    }
    return -1;
  }

  private double exactChange(int a, int b) {
    double change = loadChange(tours.demand[bestV] - tours.demand[bestU], a, b);
    return change + routeChange(bestU, bestV, bestPlaceU, b) + routeChange(bestV, bestU, bestPlaceV, a);
  }

  /** Exact change of route r without {@code leaver} and with {@code comer} behind {@code behind}, or in the leaver's place when that is the leaver itself. */
  private double routeChange(int comer, int leaver, int behind, int r) {
    int before = tours.prev[leaver];
    int after = tours.next[leaver];
    if (behind == leaver) {
      return inPlaceDistance(comer, leaver) + moves.warpPenalty * (through(before, comer, after) - tours.warp[r]);
    }
    int following = tours.next[behind];
    double change = (double) tours.distance(behind, comer) + tours.distance(comer, following) - tours.distance(behind, following)
        + tours.distance(before, after) - tours.distance(before, leaver) - tours.distance(leaver, after);
    return change + moves.warpPenalty * (moves.warpAfterSwap(comer, leaver, behind) - tours.warp[r]);
  }
}
