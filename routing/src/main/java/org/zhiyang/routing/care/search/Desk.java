package org.zhiyang.routing.care.search;

import java.util.Arrays;

/** Changes a board and takes the changes back. The cost of all changes since {@link #begin} stands in {@code delta}. One thread. */
final class Desk {
  final Board board;
  final Model m;
  final Walk walk;
  double delta;
  private final Roster roster;

  private int[] touched = new int[32];
  private int[][] before = new int[32][];
  private int touches;
  private final int[] mark;
  private int round;
  private int[] held = new int[32];
  private int holds;

  Desk(Board board) {
    this.board = board;
    m = board.model;
    roster = m.roster;
    walk = new Walk(board);
    mark = new int[roster.routes];
  }

  void begin() {
    round++;
    touches = holds = 0;
    delta = 0;
  }

  private void touch(int r) {
    if (mark[r] == round) return;
    mark[r] = round;
    if (touches == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touches);
      before = Arrays.copyOf(before, 2 * touches);
    }
    touched[touches] = r;
    before[touches++] = Arrays.copyOf(board.line[r], board.length[r]);
  }

  /** Takes visits away; their routes are timed anew by {@link #settle}. */
  void take(int v) {
    int r = board.route[v];
    int c = roster.carer[r];
    touch(r);
    var line = board.line[r];
    int at = 0;
    while (line[at] != v) at++;
    System.arraycopy(line, at + 1, line, at, --board.length[r] - at);
    board.route[v] = -1;
    delta += m.left[v] - board.fixedCost(v, c);
    if (m.paired(v)) loosen(v);
  }

  /** Times the touched routes anew; false when one is illegal without what was taken. */
  boolean settle() {
    for (int k = 0; k < touches; k++) {
      if (!settle(touched[k])) return false;
    }
    return true;
  }

  private boolean settle(int r) {
    if (!walk.along(r)) return false;
    boolean longer = walk.travel + walk.service > board.travel[r] + board.service[r];
    if (longer && !limits(r) || !rests(r)) return false;
    apply(r);
    return true;
  }

  private void apply(int r) {
    int c = roster.carer[r];
    delta += cost(r);
    int work = board.work(c);
    int then = work + walk.travel + walk.service - board.travel[r] - board.service[r];
    delta += board.unfair(c, then) - board.unfair(c, work);
    walk.keep(r);
  }

  /** What the walk just made costs more than the route does now, fairness apart. */
  double cost(int r) {
    return walk.travel - board.travel[r] + (double) m.w.offWish() * (walk.off - board.offWish[r]) + (double) m.w.changed() * (walk.changed - board.changed[r]);
  }

  /** Whether the walk just made keeps to the limits of day and week. */
  boolean limits(int r) {
    int c = roster.carer[r];
    int day = walk.travel + walk.service;
    int week = day;
    for (int k = roster.first[c]; k < roster.first[c + 1]; k++) {
      if (k == r || roster.day[k] / 7 != roster.day[r] / 7) continue;
      int work = board.travel[k] + board.service[k];
      week += work;
      if (roster.day[k] == roster.day[r]) day += work;
    }
    return day <= roster.mostDay[c] && week <= roster.mostWeek[c];
  }

  /** Whether the walk just made leaves enough rest to the days of work before and after. */
  boolean rests(int r) {
    if (!roster.restMatters[r] || walk.count == 0) return true;
    int c = roster.carer[r];
    int out = walk.out;
    int back = walk.back;
    int last = -1;
    int next = -1;
    for (int k = roster.first[c]; k < roster.first[c + 1]; k++) {
      if (k == r || board.length[k] == 0) continue;
      if (roster.day[k] < roster.day[r]) last = k;
      else if (roster.day[k] > roster.day[r]) {
        if (next < 0) next = k;
      } else {
        out = Math.min(out, board.out[k]);
        back = Math.max(back, board.back[k]);
      }
    }
    if (last >= 0 && out - board.back[last] < roster.rest[c]) return false;
    return next < 0 || board.out[next] - back >= roster.rest[c];
  }

  /** Puts a visit where it was found to fit; false when it does not. */
  boolean put(int v, int r, int at) {
    if (!walk.with(r, v, at) || !limits(r) || !rests(r)) return false;
    place(v, r, at);
    return true;
  }

  /** As {@link #put}, for what may not be questioned. */
  void place(int v, int r, int at) {
    touch(r);
    if (board.length[r] == board.line[r].length) board.line[r] = Arrays.copyOf(board.line[r], 2 * board.length[r]);
    var line = board.line[r];
    System.arraycopy(line, at, line, at + 1, board.length[r]++ - at);
    line[at] = v;
    delta += board.fixedCost(v, roster.carer[r]) - m.left[v];
    board.route[v] = r;
    apply(r);
  }

  /** Holds a visit of a pair at a moment until it is taken away. */
  void hold(int v, int moment) {
    if (m.frozen[v]) return;
    note(v);
    board.low[v] = board.high[v] = board.aim[v] = moment;
  }

  void loosen(int v) {
    note(v);
    board.low[v] = m.from[v];
    board.high[v] = m.to[v];
    board.aim[v] = m.aim[v];
  }

  private void note(int v) {
    if (holds + 4 > held.length) held = Arrays.copyOf(held, 2 * held.length);
    held[holds++] = v;
    held[holds++] = board.low[v];
    held[holds++] = board.high[v];
    held[holds++] = board.aim[v];
  }

  /** Makes everything as it was at {@link #begin}. */
  void undo() {
    while (holds > 0) {
      holds -= 4;
      int v = held[holds];
      board.low[v] = held[holds + 1];
      board.high[v] = held[holds + 2];
      board.aim[v] = held[holds + 3];
    }
    for (int k = 0; k < touches; k++) {
      int r = touched[k];
      for (int i = 0; i < board.length[r]; i++) {
        if (board.route[board.line[r][i]] == r) board.route[board.line[r][i]] = -1;
      }
    }
    for (int k = 0; k < touches; k++) {
      int r = touched[k];
      var line = before[k];
      if (board.line[r].length < line.length) board.line[r] = new int[line.length];
      System.arraycopy(line, 0, board.line[r], 0, line.length);
      board.length[r] = line.length;
      for (int v : line) board.route[v] = r;
    }
    for (int k = 0; k < touches; k++) {
      walk.along(touched[k]);
      walk.keep(touched[k]);
    }
    touches = 0;
    delta = 0;
  }

  /** Routes changed since {@link #begin}. */
  int touches() {
    return touches;
  }
}
