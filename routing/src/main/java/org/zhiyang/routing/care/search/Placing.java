package org.zhiyang.routing.care.search;

import java.util.Arrays;

/** Puts visits that stand nowhere onto the board, one after the other at its cheapest place. One thread. */
final class Placing {
  final Desk desk;
  final Insertion insertion;
  private final PairInsertion pairs;
  private final Model m;
  private final Board board;
  private final Chance chance;
  private long[] keys = new long[64];

  Placing(Desk desk, Grounds grounds, int[][] near, Chance chance) {
    this.desk = desk;
    this.chance = chance;
    m = desk.m;
    board = desk.board;
    insertion = new Insertion(desk, grounds, near, chance);
    pairs = new PairInsertion(desk, insertion);
  }

  /** True when the visit, and the other half of its pair, stand now; a place that costs more than leaving it out is none. */
  boolean place(int v, boolean anywhere) {
    if (board.route[v] >= 0) return true;
    int u = m.mate[v];
    if (m.paired(v)) return pairs.put(Math.min(v, u), m.left[v] + m.left[u]);
    boolean found = insertion.find(v) || anywhere && insertion.findAnywhere(v);
    if (!found || insertion.price > m.left[v]) return false;
    return desk.put(v, insertion.route, insertion.at);
  }

  /** As {@link #place}, with this carer or not at all. */
  void placeWith(int v, int c) {
    if (board.route[v] < 0 && insertion.findWith(v, c) && insertion.price <= m.left[v]) desk.put(v, insertion.route, insertion.at);
  }

  /** Places visits in an order drawn by chance: any, dear ones, long ways, narrow windows, early ones or long ones first. */
  void placeAll(int[] visits, int count) {
    if (keys.length < count) keys = new long[2 * count];
    int kind = chance.below(12);
    for (int k = 0; k < count; k++) {
      int v = visits[k];
      long key = switch (kind) {
        case 0, 1, 2, 3 -> chance.below(1 << 20);
        case 4, 5 -> (9 - m.priority[v]) * 100_000L + chance.below(1 << 16);
        case 6, 7 -> m.to[v] - m.from[v];
        case 8, 9 -> m.from[v];
        default -> 1_440 - m.minutes[v];
      };
      if (m.mate[v] >= 0 && kind != 8 && kind != 9) key >>= 1;
      keys[k] = (key << 32) + v;
    }
    Arrays.sort(keys, 0, count);
    for (int k = 0; k < count; k++) place((int) keys[k], false);
  }
}
