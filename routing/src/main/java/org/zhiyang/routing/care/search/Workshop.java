package org.zhiyang.routing.care.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.routing.care.CareWeights;
import org.zhiyang.routing.check.CareChecker;
import org.zhiyang.routing.check.CareFault;

/** A problem laid out for planning: model, board, and what is near what. */
final class Workshop {
  final Model model;
  final Board board;
  final Desk desk;
  final Parts parts;
  final Grounds grounds;

  /** @param weights and @param kept as for the {@link Model} */
  Workshop(CareProblem problem, int tolerance, CareWeights weights, List<CarePlan.Stop> kept) {
    model = new Model(problem, tolerance, weights, kept);
    board = new Board(model);
    board.renewFairness();
    desk = new Desk(board);
    parts = new Parts(model);
    grounds = new Grounds(model);
  }

  /** Puts down what is pinned and refuses when that breaks a rule. */
  void layFrozen() {
    new FirstPlan(desk).frozen();
    if (IntStream.range(0, model.n).noneMatch(v -> model.frozen[v] && !model.begun[v])) return;
    var faults = CareChecker.check(model.problem, plan(), model.tolerance);
    if (!faults.isEmpty()) throw new RoutingRefusal("已固定的服务不合规则：%s请先解除固定或改正。".formatted(faults.getFirst().sentence()));
  }

  CarePlan plan() {
    var stops = new ArrayList<CarePlan.Stop>();
    for (int r = 0; r < board.length.length; r++) {
      var carer = model.problem.carers().get(model.roster.carer[r]).id();
      for (int k = 0; k < board.length[r]; k++) {
        int v = board.line[r][k];
        stops.add(new CarePlan.Stop(model.problem.visits().get(v).id(), carer, board.start[v]));
      }
    }
    var unserved = new ArrayList<String>();
    for (int v = 0; v < model.n; v++) {
      if (board.route[v] < 0) unserved.add(model.problem.visits().get(v).id());
    }
    return new CarePlan(stops, unserved, score());
  }

  /** The plan after the checker has passed it; a plan that it does not pass is a fault of this program. */
  CarePlan checkedPlan() {
    var plan = plan();
    var faults = CareChecker.check(model.problem, plan, model.tolerance);
    if (!faults.isEmpty()) throw new IllegalStateException(faults.stream().limit(5).map(CareFault::sentence).collect(Collectors.joining()));
    return plan;
  }

  CareScore score() {
    long unserved = 0;
    int left = 0;
    long faces = 0;
    long notPreferred = 0;
    for (int v = 0; v < model.n; v++) {
      int c = board.carer(v);
      if (c < 0) {
        unserved += model.priority[v];
        left++;
      } else if (!model.prefers(v, c)) notPreferred++;
    }
    long carers = 0;
    for (int e = 0; e < model.elderVisits.length; e++) {
      var who = carers(e);
      carers += who.length;
      for (int c : who) if (!model.knows(model.elderVisits[e][0], c)) faces++;
    }
    long travel = 0;
    long service = 0;
    long off = 0;
    long changed = 0;
    for (int r = 0; r < board.length.length; r++) {
      travel += board.travel[r];
      service += board.service[r];
      off += board.offWish[r];
      changed += board.changed[r];
    }
    double unfair = unfairness(travel + service);
    var w = model.problem.weights();
    double cost = (double) w.unserved() * unserved + travel + (double) w.offWish() * off + (double) w.newFace() * faces + (double) w.eachCarer() * carers + (double) w.notPreferred() * notPreferred + w.unfair() * unfair
        + (double) w.changed() * changed;
    return new CareScore(unserved, left, travel, off, faces, carers, notPreferred, unfair, changed, cost);
  }

  private int[] carers(int elder) {
    return IntStream.of(model.elderVisits[elder]).filter(v -> board.route[v] >= 0).map(board::carer).distinct().toArray();
  }

  private double unfairness(long work) {
    double load = model.roster.allShiftMinutes == 0 ? 0 : (double) work / model.roster.allShiftMinutes;
    double sum = 0;
    for (int c = 0; c < model.roster.carers; c++) {
      double above = (board.work(c) - load * model.roster.shiftMinutes[c]) / 60;
      if (above > 0) sum += above * above;
    }
    return sum;
  }

}
