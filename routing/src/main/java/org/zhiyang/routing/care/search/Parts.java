package org.zhiyang.routing.care.search;

import java.util.Arrays;

/** Which visits and carers have nothing to do with each other: parts that share no pool, no carer and no pair. */
final class Parts {
  final int count;
  /** Part of each visit and of each carer. */
  final int[] ofVisit;
  final int[] ofCarer;
  private final int[] up;

  Parts(Model m) {
    int carers = m.roster.carers;
    int pools = m.roster.poolCarers.size();
    // Nodes: carers, pools, then one for visits of any pool.
    up = new int[carers + pools + 1];
    for (int i = 0; i < up.length; i++) up[i] = i;
    for (int p = 0; p < pools; p++) {
      int pool = carers + p;
      m.roster.poolCarers.get(p).stream().forEach(c -> join(c, pool));
    }
    boolean any = false;
    for (int v = 0; v < m.n; v++) {
      any |= m.pool[v] < 0;
      if (m.mate[v] >= 0) join(node(m, v), node(m, m.mate[v]));
      if (m.only[v] >= 0) join(node(m, v), m.only[v]);
    }
    for (int c = 0; any && c < carers; c++) join(c, up.length - 1);
    var number = new int[up.length];
    Arrays.fill(number, -1);
    int next = 0;
    ofVisit = new int[m.n];
    ofCarer = new int[carers];
    for (int v = 0; v < m.n; v++) {
      int top = top(node(m, v));
      if (number[top] < 0) number[top] = next++;
      ofVisit[v] = number[top];
    }
    for (int c = 0; c < carers; c++) ofCarer[c] = number[top(c)];
    count = next;
  }

  /** Visits of each part. */
  int[][] visits() {
    var size = new int[count];
    for (int p : ofVisit) size[p]++;
    var visits = new int[count][];
    for (int p = 0; p < count; p++) visits[p] = new int[size[p]];
    for (int v = ofVisit.length - 1; v >= 0; v--) visits[ofVisit[v]][--size[ofVisit[v]]] = v;
    return visits;
  }

  private int node(Model m, int v) {
    return m.pool[v] < 0 ? up.length - 1 : m.roster.carers + m.pool[v];
  }

  private void join(int a, int b) {
    up[top(a)] = top(b);
  }

  private int top(int i) {
    while (up[i] != i) {
      up[i] = up[up[i]];
      i = up[i];
    }
    return i;
  }
}
