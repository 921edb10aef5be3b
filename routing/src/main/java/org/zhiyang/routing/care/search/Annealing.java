package org.zhiyang.routing.care.search;

/** Ruins and recreates one part of a plan again and again; worse plans are taken too as long as it is hot. Ends on the best plan seen. One thread. */
final class Annealing {
  private static final int MOST_ABSENT = 8;

  private final Model m;
  private final Board board;
  private final Desk desk;
  private final Placing placing;
  private final Ruin ruin;
  private final Chance chance;
  private final Absent absent;
  private final Snapshot best;
  private int[] open = new int[64];

  double first = 12;
  double last = 0.4;
  /** Go back to the best plan at the end, not on from the last. */
  boolean keepBest = true;
  /** How much better or worse the part has become; below 0 is better. */
  double gained;
  long steps;

  Annealing(Desk desk, Grounds grounds, int[][] near, Absent absent, long seed) {
    this.desk = desk;
    this.absent = absent;
    chance = new Chance(seed);
    m = desk.m;
    board = desk.board;
    placing = new Placing(desk, grounds, near, chance);
    placing.insertion.blinks = 2;
    ruin = new Ruin(desk, near, chance);
    best = new Snapshot(board);
  }

  /** For a repair, which moves few: visits one by one. */
  void visitsOneByOne() {
    ruin.wholeElders = false;
  }

  /** Routes that may not be changed. */
  void shut(boolean[] routes) {
    placing.insertion.shut(routes);
    ruin.shut = routes;
  }

  /** @param end by the watch; @param most steps */
  void run(int[] visits, int[] routes, Watch watch, long end, long most) {
    absent.clear();
    for (int v : visits) {
      if (board.route[v] < 0 && !m.frozen[v]) absent.note(v, true);
    }
    gained = 0;
    double least = 0;
    boolean pending = false;
    long saved = 0;
    best.save(routes);
    long began = watch.now();
    double heat = first;
    long step = 0;
    for (; step < most; step++) {
      if ((step & 31) == 0) {
        double progress = Math.max((double) (watch.now() - began) / Math.max(1, end - began), most == Long.MAX_VALUE ? 0 : (double) step / most);
        if (progress >= 1) break;
        heat = first * Math.pow(last / first, progress);
      }
      int seed = absent.count > 0 && chance.below(4) == 0 ? absent.get(chance.below(absent.count)) : visits[chance.below(visits.length)];
      double change = step(seed, -Math.log(1 - chance.part()) * heat);
      if (change == Double.POSITIVE_INFINITY) continue;
      gained += change;
      // Not worth a copy each time: in large parts the best is kept only now and then.
      if (gained < least - 1e-9) {
        least = gained;
        pending = true;
      } else if (change > 0) pending = false;
      if (pending && step - saved > routes.length) {
        best.save(routes);
        best.cost = gained;
        saved = step;
        pending = false;
      }
    }
    steps += step;
    if (keepBest && gained > best.cost + 1e-9) {
      best.restore(desk);
      gained = best.cost;
    }
    best.cost = 0;
  }

  /** One new plan; infinite when it was taken back. */
  private double step(int seed, double limit) {
    desk.begin();
    ruin.around(seed);
    if (!desk.settle()) {
      desk.undo();
      return Double.POSITIVE_INFINITY;
    }
    int count = ruin.count;
    int more = Math.min(absent.count, MOST_ABSENT);
    if (open.length < count + more) open = new int[2 * (count + more)];
    System.arraycopy(ruin.taken, 0, open, 0, count);
    for (int k = 0; k < ruin.given; k++) placing.placeWith(open[k], ruin.meant);
    int from = absent.count > more ? chance.below(absent.count) : 0;
    for (int k = 0; k < more; k++) open[count++] = absent.get((from + k) % absent.count);
    placing.placeAll(open, count);
    if (desk.delta > limit) {
      desk.undo();
      return Double.POSITIVE_INFINITY;
    }
    for (int k = 0; k < count; k++) {
      int v = open[k];
      absent.note(v, board.route[v] < 0);
      if (m.paired(v)) absent.note(m.mate[v], board.route[m.mate[v]] < 0);
    }
    return desk.delta;
  }
}
