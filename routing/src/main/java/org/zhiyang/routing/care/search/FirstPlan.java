package org.zhiyang.routing.care.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The first legal plan: what stands firm, then all others, dear and difficult ones first, each at its cheapest place. */
final class FirstPlan {
  private final Board board;
  private final Model m;
  private final Desk desk;

  FirstPlan(Desk desk) {
    this.desk = desk;
    board = desk.board;
    m = desk.m;
  }

  /** Puts down what is pinned, whether or not that is legal: the checker says so. */
  void frozen() {
    IntStream.range(0, m.n).filter(v -> m.frozen[v]).boxed().sorted(Comparator.comparingInt((Integer v) -> m.from[v]).thenComparingInt(v -> m.minutes[v])).forEach(v -> {
      int r = route(v);
      if (r >= 0) append(v, r);
    });
    for (int r = 0; r < board.length.length; r++) {
      if (board.length[r] == 0) continue;
      if (desk.walk.along(r)) desk.walk.keep(r); // else each stays at its own hour, and the checker names what is wrong
    }
  }

  void append(int v, int r) {
    if (board.length[r] == board.line[r].length) board.line[r] = Arrays.copyOf(board.line[r], 2 * board.length[r]);
    board.line[r][board.length[r]++] = v;
    board.route[v] = r;
    board.start[v] = m.from[v];
  }

  private int route(int v) {
    if (!m.begun[v]) return m.shiftHolding(m.only[v], m.from[v], m.from[v] + m.minutes[v]);
    int r = m.shiftOfBegun(v);
    for (int k = m.roster.first[m.only[v]]; r < 0 && k < m.roster.first[m.only[v] + 1]; k++) {
      if (m.roster.closed[k] && m.roster.from[k] == m.from[v] && m.roster.startPlace[k] == m.place[v]) r = k;
    }
    return r;
  }

  /** Places so many of the visits as fit. */
  void greedy(int[] visits, Placing placing) {
    var order = Arrays.stream(visits).filter(v -> board.route[v] < 0).mapToLong(v -> (key(v) << 32) + v).sorted().mapToInt(k -> (int) k).toArray();
    desk.begin();
    for (int v : order) {
      desk.begin();
      placing.place(v, true);
    }
  }

  /** Of those equally dear and difficult, one pool's after the other's: they look at the same routes, which then lie near in memory. */
  private long key(int v) {
    long key = (9 - m.priority[v]) * 2L + (m.mate[v] >= 0 ? 0 : 1);
    return (key * 1_024 + (m.pool[v] + 1) % 1_024) * 2_000 + Math.clamp(m.to[v] - m.from[v], 0, 1_439) + m.from[v] % 1_440 / 4;
  }
}
