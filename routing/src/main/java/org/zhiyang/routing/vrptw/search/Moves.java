package org.zhiyang.routing.vrptw.search;

/**
 * The changes of the local search: each is judged against the present plan and carried out only if it makes the penalized cost smaller. Exchange moves a piece of up to
 * three customers behind a node, or for another piece; tails swaps the ends of two routes; reversal turns a piece of one route round. Two routes are judged
 * in constant time; within one route the customers between both places are walked once, but only when the distance leaves something to gain.
 */
final class Moves extends RouteCosts {
  Moves(Tours tours) {
    super(tours);
  }

  private int endOf(int node, int length) {
    for (int i = 1; i < length; i++) {
      node = next[node];
      if (node > tours.n) return 0;
    }
    return node;
  }

  /** Puts the piece of {@code length} customers from u on in the place of the piece of {@code other} customers from v on, and that in its place; behind v when other is 0. */
  boolean exchange(int u, int length, int v, int other) {
    judged++;
    int uEnd = endOf(u, length);
    int vEnd = other == 0 ? v : endOf(v, other);
    if (uEnd == 0 || vEnd == 0) return false;
    int beforeU = prev[u];
    int afterU = next[uEnd];
    int beforeV = other == 0 ? v : prev[v];
    int afterV = next[vEnd];
    if (route[u] == route[v]) return within(u, uEnd, length, v, vEnd, other, beforeU, afterU, beforeV, afterV);
    long gained = (long) distance(beforeV, u) + distance(uEnd, afterV) - distance(beforeU, u) - distance(uEnd, afterU);
    if (other == 0) gained += (long) distance(beforeU, afterU) - distance(v, afterV);
    else gained += (long) distance(beforeU, v) + distance(vEnd, afterU) - distance(beforeV, v) - distance(vEnd, afterV);
    int ru = route[u];
    int rv = route[v];
    double change = gained - penalty[ru] - penalty[rv];
    if (change > -LEAST_GAIN) return false;
    long moved = loadTo[uEnd] - loadTo[beforeU] - (other == 0 ? 0 : loadTo[vEnd] - loadTo[beforeV]);
    change += loadCost(tours.load[ru] - moved) + loadCost(tours.load[rv] + moved);
    if (change > -LEAST_GAIN) return false;
    set(beforeV);
    steps(u, length);
    change += warpPenalty * finish(afterV);
    if (change > -LEAST_GAIN) return false;
    set(beforeU);
    steps(v, other);
    change += warpPenalty * finish(afterU);
    if (change > -LEAST_GAIN) return false;
    lastChange = change;
    relink(u, uEnd, v, vEnd, other, beforeU, afterU, beforeV, afterV);
    changed(ru);
    changed(rv);
    return true;
  }

  private boolean within(int u, int uEnd, int length, int v, int vEnd, int other, int beforeU, int afterU, int beforeV, int afterV) {
    int pu = position[u];
    int pv = position[v];
    if (other == 0 ? pv >= pu - 1 && pv < pu + length : pv < pu + length && pu < pv + other) return false;
    boolean uFirst = pu < pv;
    long gained;
    if (other == 0) {
      gained = (long) distance(beforeU, afterU) + distance(v, u) + distance(uEnd, afterV) - distance(beforeU, u) - distance(uEnd, afterU) - distance(v, afterV);
    } else if (afterU == v) {
      gained = (long) distance(beforeU, v) + distance(vEnd, u) + distance(uEnd, afterV) - distance(beforeU, u) - distance(uEnd, v) - distance(vEnd, afterV);
    } else if (afterV == u) {
      gained = (long) distance(beforeV, u) + distance(uEnd, v) + distance(vEnd, afterU) - distance(beforeV, v) - distance(vEnd, u) - distance(uEnd, afterU);
    } else {
      gained = (long) distance(beforeU, v) + distance(vEnd, afterU) + distance(beforeV, u) + distance(uEnd, afterV)
          - distance(beforeU, u) - distance(uEnd, afterU) - distance(beforeV, v) - distance(vEnd, afterV);
    }
    int r = route[u];
    double change = gained - warpPenalty * tours.warp[r];
    if (change > -LEAST_GAIN) return false;
    int end;
    if (uFirst) {
      set(beforeU);
      if (other > 0) steps(v, other);
      if (afterU != v || other == 0) walk(afterU, beforeV);
      steps(u, length);
      end = afterV;
    } else {
      set(beforeV);
      steps(u, length);
      if (other == 0) walk(afterV, beforeU);
      else {
        if (afterV != u) walk(afterV, beforeU);
        steps(v, other);
      }
      end = afterU;
    }
    change += warpPenalty * finish(end);
    if (change > -LEAST_GAIN) return false;
    lastChange = change;
    relink(u, uEnd, v, vEnd, other, beforeU, afterU, beforeV, afterV);
    changed(r);
    return true;
  }

  /** Warp of the leaver's route without it and with {@code comer} behind another of its nodes, neither the leaver nor the one before it. */
  long warpAfterSwap(int comer, int leaver, int behind) {
    if (position[behind] < position[leaver]) {
      set(behind);
      step(comer);
      walk(next[behind], prev[leaver]);
      return finish(next[leaver]);
    }
    set(prev[leaver]);
    walk(next[leaver], behind);
    step(comer);
    return finish(next[behind]);
  }

  private void relink(int u, int uEnd, int v, int vEnd, int other, int beforeU, int afterU, int beforeV, int afterV) {
    if (other == 0) {
      tours.link(beforeU, afterU);
      tours.link(v, u);
      tours.link(uEnd, afterV);
    } else if (afterU == v) {
      tours.link(beforeU, v);
      tours.link(vEnd, u);
      tours.link(uEnd, afterV);
    } else if (afterV == u) {
      tours.link(beforeV, u);
      tours.link(uEnd, v);
      tours.link(vEnd, afterU);
    } else {
      tours.link(beforeU, v);
      tours.link(vEnd, afterU);
      tours.link(beforeV, u);
      tours.link(uEnd, afterV);
    }
  }

  /** Lets what follows v follow u, and what followed u follow v; u and v stand in different routes and may be their beginnings. */
  boolean tails(int u, int v) {
    judged++;
    int x = next[u];
    int y = next[v];
    int ru = route[u];
    int rv = route[v];
    double change = (double) distance(u, y) + distance(v, x) - distance(u, x) - distance(v, y) - penalty[ru] - penalty[rv];
    if (change > -LEAST_GAIN) return false;
    change += loadCost(loadTo[u] + tours.load[rv] - loadTo[v]) + loadCost(loadTo[v] + tours.load[ru] - loadTo[u]);
    if (change > -LEAST_GAIN) return false;
    change += warpPenalty * tours.joined(u, y);
    if (change > -LEAST_GAIN) return false;
    change += warpPenalty * tours.joined(v, x);
    if (change > -LEAST_GAIN) return false;
    lastChange = change;
    int lastU = tours.last(ru);
    int lastV = tours.last(rv);
    int endU = prev[lastU];
    int endV = prev[lastV];
    if (y == lastV) {
      tours.link(u, lastU);
    } else {
      tours.link(u, y);
      tours.link(endV, lastU);
    }
    if (x == lastU) {
      tours.link(v, lastV);
    } else {
      tours.link(v, x);
      tours.link(endU, lastV);
    }
    changed(ru);
    changed(rv);
    return true;
  }

  /** Turns the piece after u, up to v, round; u stands before v in the same route. */
  boolean reversal(int u, int v) {
    if (position[u] + 1 >= position[v]) return false;
    judged++;
    int x = next[u];
    int y = next[v];
    int r = route[u];
    long inside = tours.drivenBack[v] - tours.drivenBack[x] - tours.driven[v] + tours.driven[x];
    double change = (double) distance(u, v) + distance(x, y) - distance(u, x) - distance(v, y) + inside - warpPenalty * tours.warp[r];
    if (change > -LEAST_GAIN) return false;
    set(u);
    for (int node = v; node != u; node = prev[node]) {
      step(node);
      if (change + warpPenalty * warped > -LEAST_GAIN) return false;
    }
    change += warpPenalty * finish(y);
    if (change > -LEAST_GAIN) return false;
    lastChange = change;
    int node = x;
    int following = y;
    while (node != y) {
      int then = next[node];
      tours.link(node, following);
      following = node;
      node = then;
    }
    tours.link(u, v);
    changed(r);
    return true;
  }
}
