package org.zhiyang.routing.care.search;

import static org.zhiyang.routing.care.search.Roster.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareIntake;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSolver.Repair;
import org.zhiyang.routing.care.CareSolver.RepairLimits;
import org.zhiyang.routing.care.CareWeights;

/** One repair: the standing plan laid as far as it is legal, then what fell out or is new placed, and the neighbourhood searched for a plan that moves fewer. */
final class Repairing {
  /** Leaving out weighs more than any number of moved visits, and a moved visit more than all else. */
  private static final int UNSERVED = 1_000_000_000;
  private static final int MOVED = 1_000_000;
  private static final int SOUGHT = 30;
  private static final int MOST_ROUTES = 120;
  private static final int MOST_STEPS = 40_000;
  private static final int NEAR = 16;

  private final RepairLimits limits;
  private final long began = System.nanoTime();
  private final Workshop shop;
  private final Board board;
  private final Model m;
  private final Laying laying;
  private final Placing placing;
  /** What may change: some routes, and all others shut. */
  private int[] open = {};
  private boolean[] shut = {};
  /** What lies near what among the visits sought and those on open routes: pricing all of them takes longer than a search of one. */
  private int[][] near = {};

  Repairing(CareProblem problem, RepairLimits limits) {
    this.limits = limits;
    CareIntake.check(problem);
    var w = problem.weights();
    shop = new Workshop(problem, limits.tolerance(), new CareWeights(UNSERVED, w.offWish(), w.newFace(), w.eachCarer(), w.notPreferred(), w.unfair(), MOVED), problem.standing());
    board = shop.board;
    m = shop.model;
    for (int v = 0; v < m.n; v++) if (m.told[v] >= 0) m.left[v] += UNSERVED / 2.0; // of two that matter as much, the one who waits for somebody
    laying = new Laying(shop);
    placing = new Placing(shop.desk, shop.grounds, new int[0][], new Chance(limits.seed()));
  }

  Repair run() {
    shop.layFrozen();
    laying.lay(m.problem.standing());
    board.renewFairness();
    var absent = IntStream.of(laying.absent()).filter(this::reachable).boxed().sorted(Comparator.comparingInt((Integer v) -> m.told[v] >= 0 ? 0 : 1).thenComparingInt(v -> -m.priority[v])).toList();
    var sought = new ArrayList<>(absent.subList(0, Math.min(SOUGHT, absent.size())));
    for (int r = 0; r < board.length.length; r++) {
      for (int k = 0; board.changed[r] > 0 && k < board.length[r] && sought.size() < SOUGHT; k++) {
        int v = board.line[r][k];
        if (changed(v)) sought.add(v);
      }
    }
    if (!sought.isEmpty()) {
      open(sought);
      var laid = new Snapshot(board);
      laid.save(open);
      for (int v : absent) place(v);
      var visits = visits(sought);
      near = near(visits);
      search(visits, MOST_STEPS, 0.5);
      if (moved() > 0 && !absent.isEmpty()) oneByOne(absent, laid);
    }
    return answer();
  }

  /** Once more, one visit after the other, the dearest first; one that moves too many stays out, unless it is vital. What was found for all together stays when it is within the limit and better. */
  private void oneByOne(List<Integer> absent, Snapshot laid) {
    var all = new Snapshot(board);
    all.save(open);
    int movedForAll = moved();
    double leftOfAll = left(absent);
    laid.restore(shop.desk);
    for (int v : absent) lift(v);
    int most = Math.max(limits.mostMoved(), moved());
    var before = new Snapshot(board);
    for (int v : absent) {
      if (board.route[v] >= 0) continue;
      before.save(open);
      place(v);
      if (board.route[v] < 0 || moved() > most) search(visits(m.paired(v) ? List.of(v, m.mate[v]) : List.of(v)), MOST_STEPS / 8, 0.9);
      if (moved() <= most || m.priority[v] >= limits.vital()) continue;
      before.restore(shop.desk);
      lift(v);
    }
    if (movedForAll > most ? moved() < movedForAll : left(absent) < leftOfAll || left(absent) == leftOfAll && moved() <= movedForAll) return;
    // What was placed on a route that is not open is no part of a snapshot: it is placed again, a pair as a whole.
    for (int v : absent) lift(v);
    all.restore(shop.desk);
    for (int v : absent) if (m.paired(v) && board.route[m.mate[v]] < 0) lift(v);
    for (int v : absent) if (board.route[v] < 0) place(v);
  }

  /** Among the open routes, or where there is no place anywhere. */
  private void place(int v) {
    shop.desk.begin();
    placing.insertion.shut(shut);
    if (placing.place(v, true)) return;
    placing.insertion.shut(new boolean[0]);
    placing.place(v, true);
  }

  /** Both of a pair, also where only one of them stands. */
  private void lift(int v) {
    shop.desk.begin();
    if (m.paired(v) && board.route[m.mate[v]] >= 0) shop.desk.take(m.mate[v]);
    if (board.route[v] >= 0) shop.desk.take(v);
    shop.desk.settle();
  }

  /** What those cost that stand nowhere. */
  private double left(List<Integer> absent) {
    return absent.stream().filter(v -> board.route[v] < 0).mapToDouble(v -> m.left[v]).sum();
  }

  /** Others that were moved, so far. */
  private int moved() {
    int moved = 0;
    for (int v = 0; v < m.n; v++) if (isMoved(v)) moved++;
    return moved;
  }

  /** Stood where its carer can still come, and stands otherwise now. */
  private boolean isMoved(int v) {
    return laying.laid[v] && board.route[v] >= 0 && changed(v);
  }

  private boolean changed(int v) {
    return m.told[v] >= 0 && (m.told[v] != board.carer(v) || Math.abs(board.start[v] - m.toldStart[v]) > m.tolerance);
  }

  private boolean reachable(int v) {
    if (board.low[v] > board.high[v] || board.high[v] < m.now) return false;
    for (int r : shop.grounds.routes(v)) {
      if (m.may(v, m.roster.carer[r]) && m.roster.from[r] <= board.high[v] && m.roster.to[r] >= board.low[v] + m.minutes[v]) return true;
    }
    return false;
  }

  /** The routes to which the visits could go; all others stay shut. */
  private void open(List<Integer> sought) {
    var some = new BitSet();
    int share = Math.max(8, MOST_ROUTES / sought.size());
    for (int v : sought) {
      if (board.route[v] >= 0) some.set(board.route[v]);
      if (m.told[v] >= 0 && m.told[v] < m.roster.carers) ofDay(m.told[v], v, some);
      var routes = Arrays.stream(shop.grounds.routes(v)).filter(r -> m.may(v, m.roster.carer[r])).mapToLong(r -> ((long) distance(v, r) << 32) + r).sorted().limit(share).mapToInt(k -> (int) k);
      routes.forEach(some::set);
    }
    open = some.stream().toArray();
    shut = new boolean[m.roster.routes];
    for (int r = 0; r < shut.length; r++) shut[r] = !some.get(r);
  }

  /** With everything that stands on open routes. */
  private int[] visits(List<Integer> sought) {
    return IntStream.concat(sought.stream().mapToInt(v -> v), Arrays.stream(open).flatMap(r -> IntStream.range(0, board.length[r]).map(k -> board.line[r][k]))).distinct().toArray();
  }

  /** @param part of the time by the end of which it stops */
  private void search(int[] visits, int steps, double part) {
    var annealing = new Annealing(shop.desk, shop.grounds, near, new Absent(m.n), limits.seed());
    annealing.first = 8;
    annealing.last = 0.5;
    annealing.visitsOneByOne();
    annealing.shut(shut);
    var watch = new Watch(SearchLimits.Clock.WALL);
    long end = began + (long) (limits.time().toNanos() * part);
    if (end <= watch.now()) end = watch.now() + limits.time().toNanos() / 20;
    annealing.run(visits, open, watch, end, steps);
  }

  private void ofDay(int c, int v, BitSet open) {
    for (int r = m.roster.first[c]; r < m.roster.first[c + 1]; r++) {
      if (!m.roster.closed[r] && m.roster.day[r] == m.from[v] / DAY) open.set(r);
    }
  }

  /** How far a route passes from a visit. */
  private int distance(int v, int r) {
    int c = m.roster.carer[r];
    int least = m.way(c, m.roster.startPlace[r], m.place[v]);
    for (int k = 0; k < board.length[r]; k++) least = Math.min(least, m.way(c, m.place[board.line[r][k]], m.place[v]));
    return least;
  }

  private int[][] near(int[] visits) {
    var near = new int[m.n][];
    Arrays.fill(near, new int[0]);
    var price = new long[visits.length];
    for (int v : visits) {
      int count = 0;
      for (int u : visits) {
        if (u == v || u == m.mate[v] || m.from[u] / DAY != m.from[v] / DAY) continue;
        double cost = m.travel.minutes(m.roster.mode[0], m.place[v], m.place[u]) + 0.15 * Math.abs(m.aim[v] - m.aim[u]);
        price[count++] = ((long) (cost * 8) << 32) + u;
      }
      Arrays.sort(price, 0, count);
      near[v] = Arrays.stream(price, 0, Math.min(NEAR, count)).mapToInt(k -> (int) k).toArray();
    }
    return near;
  }

  private Repair answer() {
    var moved = new ArrayList<String>();
    var placed = new ArrayList<String>();
    var lost = new ArrayList<String>();
    for (int v = 0; v < m.n; v++) {
      var id = m.problem.visits().get(v).id();
      if (board.route[v] < 0) {
        if (m.told[v] >= 0) lost.add(id);
      } else if (m.told[v] < 0) {
        if (!m.frozen[v]) placed.add(id);
      } else if (isMoved(v)) moved.add(id);
    }
    return new Repair(shop.checkedPlan(), moved, placed, lost);
  }
}
