package org.zhiyang.routing.care.search;

/** The lines of some routes as they were, with the moments of pairs. */
final class Snapshot {
  private final Board board;
  private int[] routes = {};
  private int[][] lines = {};
  private int[] length = {};
  /** Start of each visit in the lines: pairs are held there. */
  private int[][] starts = {};
  double cost;

  Snapshot(Board board) {
    this.board = board;
  }

  void save(int[] which) {
    if (routes != which) {
      routes = which;
      lines = new int[which.length][0];
      starts = new int[which.length][0];
      length = new int[which.length];
    }
    for (int k = 0; k < which.length; k++) {
      int r = which[k];
      length[k] = board.length[r];
      if (lines[k].length < length[k]) {
        lines[k] = new int[board.line[r].length];
        starts[k] = new int[board.line[r].length];
      }
      for (int i = 0; i < length[k]; i++) {
        lines[k][i] = board.line[r][i];
        starts[k][i] = board.start[board.line[r][i]];
      }
    }
  }

  void restore(Desk desk) {
    var m = board.model;
    for (int r : routes) {
      for (int i = 0; i < board.length[r]; i++) {
        int v = board.line[r][i];
        if (board.route[v] == r) board.route[v] = -1;
        if (m.paired(v)) desk.loosen(v);
      }
    }
    desk.begin();
    for (int k = 0; k < routes.length; k++) {
      int r = routes[k];
      if (board.line[r].length < length[k]) board.line[r] = new int[lines[k].length];
      System.arraycopy(lines[k], 0, board.line[r], 0, length[k]);
      board.length[r] = length[k];
      for (int i = 0; i < length[k]; i++) {
        int v = lines[k][i];
        board.route[v] = r;
        if (m.paired(v)) desk.hold(v, starts[k][i]);
      }
    }
    for (int r : routes) {
      desk.walk.along(r);
      desk.walk.keep(r);
    }
    desk.begin();
  }
}
