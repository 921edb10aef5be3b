package org.zhiyang.routing.care.search;

import static org.zhiyang.routing.care.search.Roster.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhiyang.routing.care.CarePlan;

/** Lays a plan that people know onto the board, next to what stands firm. What is not legal there any more falls out. */
final class Laying {
  private final Board board;
  private final Model m;
  private final Desk desk;
  /** Visits that stood where their carer could still come. */
  final boolean[] laid;
  private final int[] stood;

  Laying(Workshop shop) {
    board = shop.board;
    m = shop.model;
    desk = shop.desk;
    laid = new boolean[m.n];
    stood = new int[m.n];
  }

  void lay(List<CarePlan.Stop> stops) {
    var sorted = new ArrayList<>(stops);
    sorted.sort(Comparator.comparingInt(CarePlan.Stop::start));
    desk.begin();
    for (var stop : sorted) {
      var v = m.index.get(stop.visit());
      var c = m.roster.index.get(stop.carer());
      if (v == null || c == null || m.frozen[v] || board.route[v] >= 0 || !m.may(v, c)) continue;
      int r = m.shiftHolding(c, stop.start(), stop.start() + m.minutes[v]);
      if (r < 0) continue;
      laid[v] = true;
      stood[v] = stop.start();
      insert(v, r, stop.start());
      if (m.paired(v)) desk.hold(v, stop.start());
    }
    for (int v = 0; v < m.n; v++) {
      if (m.paired(v) && board.route[v] >= 0 && !m.frozen[v] && !agrees(v)) lift(v);
    }
    for (int r = 0; r < board.length.length; r++) {
      if (!legal(r)) thin(r);
      desk.walk.along(r);
      desk.walk.keep(r);
    }
    for (int r = 0; r < board.length.length; r++) {
      while (board.length[r] > 0 && overLimits(r) && dropLast(r)) {
        desk.walk.along(r);
        desk.walk.keep(r);
      }
    }
    // The other halves of what fell out.
    boolean again = true;
    while (again) {
      again = false;
      for (int v = 0; v < m.n; v++) {
        if (!m.paired(v) || board.route[v] < 0 || board.route[m.mate[v]] >= 0 || m.begun[v]) continue;
        int r = board.route[v];
        lift(v);
        desk.walk.along(r);
        desk.walk.keep(r);
        again = true;
      }
    }
    desk.begin();
  }

  private boolean agrees(int v) {
    int u = m.mate[v];
    if (board.route[u] < 0 || board.carer(u) == board.carer(v) || board.low[v] < m.from[v] || board.low[v] > m.to[v]) return false;
    int gap = board.low[u] - board.low[v];
    return gap >= m.least[v] && gap <= m.most[v];
  }

  private void insert(int v, int r, int start) {
    if (board.length[r] == board.line[r].length) board.line[r] = Arrays.copyOf(board.line[r], 2 * board.length[r]);
    int at = board.length[r];
    var line = board.line[r];
    while (at > 0 && m.frozen[line[at - 1]] && m.from[line[at - 1]] >= start + (hasBegun(line[at - 1]) ? DAY : 0)) at--;
    System.arraycopy(line, at, line, at + 1, board.length[r]++ - at);
    line[at] = v;
    board.route[v] = r;
    board.start[v] = start;
  }

  /** Whoever is there already stays until it is done, however late that was begun; what is fixed for later only has its hour. */
  private boolean hasBegun(int v) {
    return m.begun[v] && m.from[v] <= m.now;
  }

  private void lift(int v) {
    int r = board.route[v];
    var line = board.line[r];
    int at = 0;
    while (line[at] != v) at++;
    System.arraycopy(line, at + 1, line, at, --board.length[r] - at);
    board.route[v] = -1;
    if (m.paired(v)) desk.loosen(v);
  }

  private boolean legal(int r) {
    return board.length[r] == 0 || desk.walk.along(r);
  }

  private boolean overLimits(int r) {
    if (IntStream.range(0, board.length[r]).allMatch(k -> m.frozen[board.line[r][k]])) return false;
    desk.walk.along(r);
    return !desk.limits(r) || !desk.rests(r);
  }

  private boolean dropLast(int r) {
    for (int k = board.length[r] - 1; k >= 0; k--) {
      if (m.frozen[board.line[r][k]]) continue;
      lift(board.line[r][k]);
      return true;
    }
    return false;
  }

  /** Takes out the one visit without which the rest is legal, the least dear; where there is none, keeps of all one after the other what fits. */
  private void thin(int r) {
    var line = Arrays.copyOf(board.line[r], board.length[r]);
    var free = IntStream.of(line).filter(v -> !m.frozen[v]).boxed().sorted(Comparator.comparingInt(v -> m.priority[v])).toList();
    for (int v : free) {
      int at = position(line, v);
      lift(v);
      if (legal(r)) return;
      put(v, r, at);
      if (m.paired(v)) desk.hold(v, stood[v]);
    }
    for (int v : free) lift(v);
    var back = new ArrayList<>(free);
    back.sort(Comparator.comparingInt((Integer v) -> -m.priority[v]).thenComparingInt(v -> position(line, v)));
    for (int v : back) {
      int at = 0;
      while (at < board.length[r] && position(line, board.line[r][at]) < position(line, v)) at++;
      if (m.paired(v)) desk.hold(v, stood[v]);
      put(v, r, at);
      if (!legal(r)) lift(v);
    }
  }

  private static int position(int[] line, int v) {
    int at = 0;
    while (line[at] != v) at++;
    return at;
  }

  private void put(int v, int r, int at) {
    var line = board.line[r];
    System.arraycopy(line, at, line, at + 1, board.length[r]++ - at);
    line[at] = v;
    board.route[v] = r;
  }

  int[] absent() {
    return IntStream.range(0, m.n).filter(v -> board.route[v] < 0 && !m.frozen[v]).toArray();
  }
}
