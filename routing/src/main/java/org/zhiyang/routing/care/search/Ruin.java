package org.zhiyang.routing.care.search;

/** Takes some visits off the board that have to do with each other: neighbours in place and time, those of one elder, or a whole shift. One thread. */
final class Ruin {
  private static final int LONGEST = 6;
  /** Of a hundred times; measured on weeks of 2,000 visits, where 0 to 30 gave plans 3 % dearer. */
  private static final int WHOLE_ELDERS = 60;
  private static final int MOST_OF_AN_ELDER = 6;
  /** Minutes around a visit that are cleared for it, about a way. */
  private static final int ROOM = 15;

  private final Desk desk;
  private final Board board;
  private final Model m;
  private final int[][] near;
  private final Chance chance;
  private final int[] ruined;
  private int round;
  boolean[] shut = {};
  /** Mostly takes all visits of an elder to give them to one carer. */
  boolean wholeElders = true;

  int[] taken = new int[64];
  int count;
  /** The first so many of what was taken are meant for this carer. */
  int given;
  int meant;

  Ruin(Desk desk, int[][] near, Chance chance) {
    this.desk = desk;
    this.near = near;
    this.chance = chance;
    board = desk.board;
    m = desk.m;
    ruined = new int[m.roster.routes];
  }

  void around(int seed) {
    round++;
    count = 0;
    given = 0;
    if (wholeElders && chance.below(100) < WHOLE_ELDERS) {
      oneFace(seed);
      return;
    }
    int kind = chance.below(100);
    if (kind < 50) neighbours(seed, 1 + chance.below(4));
    else if (kind < 88) elder(seed);
    else if (kind < 95) shift(seed);
    else few(seed);
  }

  private void neighbours(int seed, int routes) {
    if (open(seed)) string(seed);
    for (int u : near[seed]) {
      if (routes <= 0) break;
      if (!open(u) || ruined[board.route[u]] == round || chance.below(8) == 0) continue;
      string(u);
      routes--;
    }
  }

  private void string(int v) {
    int r = board.route[v];
    ruined[r] = round;
    int most = Math.min(board.length[r], LONGEST);
    int size = 1 + chance.below(most);
    int at = 0;
    while (board.line[r][at] != v) at++;
    int from = Math.max(0, Math.min(at - chance.below(size), board.length[r] - size));
    // Now and then one in the middle stays.
    int stays = size > 2 && chance.below(2) == 0 ? from + 1 + chance.below(size - 2) : -1;
    var run = new int[size];
    System.arraycopy(board.line[r], from, run, 0, size);
    for (int k = 0; k < size; k++) {
      if (from + k != stays) take(run[k]);
    }
  }

  private void elder(int seed) {
    var all = m.elderVisits[m.elder[seed]];
    int from = all.length > MOST_OF_AN_ELDER ? chance.below(all.length) : 0;
    for (int k = 0; k < Math.min(MOST_OF_AN_ELDER, all.length); k++) {
      int v = all[(from + k) % all.length];
      take(v);
      if (near[v].length > 0 && chance.below(2) == 0) take(near[v][chance.below(Math.min(4, near[v].length))]);
    }
  }

  /** All visits of the elder for one carer, and out of that carer's days what is in the way. */
  private void oneFace(int seed) {
    int c = someone(seed);
    if (c < 0) {
      elder(seed);
      return;
    }
    var all = m.elderVisits[m.elder[seed]];
    for (int k = 0; k < Math.min(MOST_OF_AN_ELDER, all.length); k++) {
      int v = all[k];
      if (board.carer(v) != c && !m.paired(v) && m.may(v, c)) take(v);
    }
    given = count;
    meant = c;
    for (int k = 0; k < given; k++) makeRoom(taken[k], c);
  }

  /** One who knows the elder, comes to the elder already, or comes nearby. */
  private int someone(int seed) {
    int e = m.elder[seed];
    int kind = chance.below(4);
    var known = m.known[e];
    if (kind < 2 && known.length > 0) return known[chance.below(known.length)];
    if (kind < 3) return board.carer(m.elderVisits[e][chance.below(m.elderVisits[e].length)]);
    return near[seed].length == 0 ? -1 : board.carer(near[seed][chance.below(near[seed].length)]);
  }

  private void makeRoom(int v, int c) {
    int from = board.aim[v] - ROOM;
    int to = board.aim[v] + m.minutes[v] + ROOM;
    for (int r = m.roster.first[c]; r < m.roster.first[c + 1]; r++) {
      if (m.roster.from[r] > to || m.roster.to[r] < from) continue;
      for (int k = board.length[r] - 1; k >= 0; k--) {
        int u = board.line[r][k];
        if (board.start[u] < to && board.start[u] + m.minutes[u] > from && m.elder[u] != m.elder[v] && chance.below(4) > 0) take(u);
      }
    }
  }

  private void shift(int seed) {
    int r = board.route[seed];
    if (!open(seed) || board.length[r] > 12) {
      neighbours(seed, 2);
      return;
    }
    ruined[r] = round;
    var run = java.util.Arrays.copyOf(board.line[r], board.length[r]);
    for (int v : run) take(v);
    neighbours(seed, 1);
  }

  private void few(int seed) {
    take(seed);
    for (int k = 0; k < 3 && near[seed].length > 0; k++) take(near[seed][chance.below(near[seed].length)]);
  }

  private void take(int v) {
    if (!free(v)) return;
    int u = m.mate[v];
    if (m.paired(v)) {
      if (!open(u)) return;
      remove(u);
    }
    remove(v);
  }

  private boolean free(int v) {
    return !m.frozen[v] && open(v);
  }

  /** Stands in a route that may be changed. The route is read once: another thread may move what is not ours. */
  private boolean open(int v) {
    int r = board.route[v];
    return r >= 0 && !(shut.length > 0 && shut[r]);
  }

  private void remove(int v) {
    if (count == taken.length) taken = java.util.Arrays.copyOf(taken, 2 * count);
    taken[count++] = v;
    desk.take(v);
  }
}
