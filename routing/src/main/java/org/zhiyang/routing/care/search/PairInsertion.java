package org.zhiyang.routing.care.search;

/** Finds two places and two moments for a pair of visits: of the cheapest places of each those that agree in time, tried exactly in the order of their bounds. One thread. */
final class PairInsertion implements Insertion.Visitor {
  private static final int KEPT = 12;
  private static final int TRIED = 12;

  private final Desk desk;
  private final Insertion single;
  private final Model m;
  private final Board board;

  private final int[][] route = new int[2][KEPT];
  private final int[][] at = new int[2][KEPT];
  private final double[][] bound = new double[2][KEPT];
  private final int[][] earliest = new int[2][KEPT];
  private final int[][] latest = new int[2][KEPT];
  private final int[] kept = new int[2];
  private int side;
  private final double[] order = new double[KEPT * KEPT];

  private double price;
  private int bestOne;
  private int bestTwo;
  private int bestMoment;
  private int bestOther;

  PairInsertion(Desk desk, Insertion single) {
    this.desk = desk;
    this.single = single;
    m = desk.m;
    board = desk.board;
  }

  /** Puts both when their price is at most so much; false when there is no such place. */
  boolean put(int v, double most) {
    int u = m.mate[v];
    collect(0, v);
    if (kept[0] == 0) return false;
    collect(1, u);
    if (kept[1] == 0) return false;
    price = most;
    bestOne = -1;
    for (int tried = 0, cell; tried < TRIED && (cell = cheapest()) >= 0; tried++) {
      if (order[cell] >= price) break;
      order[cell] = Double.POSITIVE_INFINITY;
      attempt(v, u, cell / KEPT, cell % KEPT);
    }
    if (bestOne < 0) return false;
    desk.hold(v, bestMoment);
    desk.hold(u, bestOther);
    desk.put(v, route[0][bestOne], at[0][bestOne]);
    desk.put(u, route[1][bestTwo], at[1][bestTwo]);
    return true;
  }

  private void collect(int which, int v) {
    side = which;
    kept[which] = 0;
    if (board.low[v] <= board.high[v]) single.each(v, this);
    if (which == 0) return;
    for (int i = 0; i < KEPT; i++) {
      for (int j = 0; j < KEPT; j++) {
        order[i * KEPT + j] = i < kept[0] && j < kept[1] && agree(m.mate[v], i, j) ? bound[0][i] + bound[1][j] : Double.POSITIVE_INFINITY;
      }
    }
  }

  @Override
  public void place(int r, int k, double least, int from, int to) {
    int i = side;
    if (kept[i] == KEPT && least >= bound[i][KEPT - 1]) return;
    int j = kept[i] < KEPT ? kept[i]++ : KEPT - 1;
    for (; j > 0 && bound[i][j - 1] > least; j--) {
      route[i][j] = route[i][j - 1];
      at[i][j] = at[i][j - 1];
      bound[i][j] = bound[i][j - 1];
      earliest[i][j] = earliest[i][j - 1];
      latest[i][j] = latest[i][j - 1];
    }
    route[i][j] = r;
    at[i][j] = k;
    bound[i][j] = least;
    earliest[i][j] = from;
    latest[i][j] = to;
  }

  private boolean agree(int v, int i, int j) {
    if (m.roster.carer[route[0][i]] == m.roster.carer[route[1][j]]) return false;
    return Math.max(earliest[0][i], earliest[1][j] - m.most[v]) <= Math.min(latest[0][i], latest[1][j] - m.least[v]);
  }

  private int cheapest() {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < order.length; k++) {
      if (order[k] < least) {
        least = order[k];
        best = k;
      }
    }
    return best;
  }

  private void attempt(int v, int u, int i, int j) {
    int low = Math.max(earliest[0][i], earliest[1][j] - m.most[v]);
    int high = Math.min(latest[0][i], latest[1][j] - m.least[v]);
    int wished = Math.clamp(board.aim[v], low, high);
    if (!attempt(v, u, i, j, wished) && low != wished) attempt(v, u, i, j, low);
  }

  private boolean attempt(int v, int u, int i, int j, int moment) {
    int other = Math.clamp(board.aim[u], Math.max(earliest[1][j], moment + m.least[v]), Math.min(latest[1][j], moment + m.most[v]));
    double one = exact(v, route[0][i], at[0][i], moment);
    if (one == Double.POSITIVE_INFINITY) return false;
    double two = exact(u, route[1][j], at[1][j], other);
    if (one + two < price) {
      price = one + two;
      bestOne = i;
      bestTwo = j;
      bestMoment = moment;
      bestOther = other;
    }
    return two < Double.POSITIVE_INFINITY;
  }

  private double exact(int v, int r, int k, int moment) {
    int low = board.low[v];
    int high = board.high[v];
    int aim = board.aim[v];
    board.low[v] = board.high[v] = board.aim[v] = moment;
    boolean legal = desk.walk.with(r, v, k) && desk.limits(r) && desk.rests(r);
    board.low[v] = low;
    board.high[v] = high;
    board.aim[v] = aim;
    if (!legal) return Double.POSITIVE_INFINITY;
    int c = m.roster.carer[r];
    int work = board.work(c);
    int more = desk.walk.travel + desk.walk.service - board.travel[r] - board.service[r];
    return board.fixedCost(v, c) + desk.cost(r) + board.unfair(c, work + more) - board.unfair(c, work);
  }
}
