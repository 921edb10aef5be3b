package org.zhiyang.bench.dispatch;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.IntVar;
import com.google.ortools.constraintsolver.IntervalVar;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.check.CareChecker;

/**
 * The routing library of OR-Tools: a vehicle for each shift, a node for each visit that may be dropped at its price, breaks, limits of day and week, wished starts as
 * bounds that are firm below and soft above (soft on both sides it found worse plans of 300 visits), pairs as equations between their starts. A new face costs at every visit and not once, fairness costs nothing, and a pair of which one half is dropped is taken
 * out afterwards. Guided local search; no seed.
 */
final class OrToolsWeek implements WeekPeer {
  static {
    Loader.loadNativeLibraries();
  }

  private record Turn(CareCarer carer, CareCarer.Shift shift) {}

  private CareProblem problem;
  private List<Turn> turns;
  private RoutingIndexManager manager;
  private RoutingModel model;
  private RoutingDimension clock;
  private int[] place;
  private Map<String, Set<String>> known;

  @Override
  public String name() {
    return "or-tools";
  }

  @Override
  public CarePlan solve(CareProblem week, double seconds, long seed) {
    problem = week;
    turns = week.carers().stream().flatMap(c -> c.shifts().stream().map(s -> new Turn(c, s))).toList();
    known = new HashMap<>();
    week.visits().forEach(v -> known.computeIfAbsent(v.elder(), e -> new HashSet<>()).addAll(v.known()));
    nodes();
    costs();
    times();
    week();
    visits();
    pairs();
    var parameters = main.defaultRoutingSearchParameters().toBuilder().setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
        .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH).setTimeLimit(Duration.newBuilder().setSeconds((long) (seconds * 30))).build();
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
    int[] asked = {0};
    model.addSearchMonitor(model.solver().makeCustomLimit(() -> ++asked[0] % 64 == 0 && threads.getCurrentThreadCpuTime() > end));
    return plan(model.solveWithParameters(parameters));
  }

  /** Nodes: the visits, then a start and an end of each shift; -1 is at no place, where a shift ends when it has no end. */
  private void nodes() {
    int n = problem.visits().size();
    place = new int[n + 2 * turns.size()];
    for (int v = 0; v < n; v++) place[v] = problem.visits().get(v).place();
    var starts = new int[turns.size()];
    var ends = new int[turns.size()];
    for (int t = 0; t < starts.length; t++) {
      starts[t] = n + 2 * t;
      ends[t] = n + 2 * t + 1;
      place[starts[t]] = turns.get(t).shift().startPlace();
      place[ends[t]] = turns.get(t).shift().endPlace() == null ? -1 : turns.get(t).shift().endPlace();
    }
    manager = new RoutingIndexManager(place.length, starts.length, starts, ends);
    model = new RoutingModel(manager);
  }

  private int way(int mode, int from, int to) {
    return place[to] < 0 || place[from] < 0 ? 0 : problem.travel().minutes(mode, place[from], place[to]);
  }

  private LongBinaryOperator onNodes(LongBinaryOperator figure) {
    return (from, to) -> figure.applyAsLong(manager.indexToNode(from), manager.indexToNode(to));
  }

  private void costs() {
    var ofCarer = new HashMap<String, Integer>();
    for (int t = 0; t < turns.size(); t++) {
      var carer = turns.get(t).carer();
      int callback = ofCarer.computeIfAbsent(carer.id(), id -> model.registerTransitCallback(onNodes((from, to) -> way(carer.mode(), (int) from, (int) to) + wishes(carer, (int) to))));
      model.setArcCostEvaluatorOfVehicle(callback, t);
    }
  }

  private long wishes(CareCarer carer, int node) {
    if (node >= problem.visits().size()) return 0;
    var visit = problem.visits().get(node);
    var w = problem.weights();
    boolean notPreferred = !visit.preferred().isEmpty() && !visit.preferred().contains(carer.id());
    return (known.get(visit.elder()).contains(carer.id()) ? 0 : w.newFace()) + (notPreferred ? w.notPreferred() : 0);
  }

  private void times() {
    int n = problem.visits().size();
    long horizon = problem.days() * 1_440L;
    var clocks = new HashMap<Integer, Integer>();
    var efforts = new HashMap<Integer, Integer>();
    var clockOf = new int[turns.size()];
    var effortOf = new int[turns.size()];
    var mostADay = new long[turns.size()];
    for (int t = 0; t < clockOf.length; t++) {
      int mode = turns.get(t).carer().mode();
      clockOf[t] = clocks.computeIfAbsent(mode, m -> model.registerTransitCallback(onNodes((from, to) -> lasts(from, n) + (from < n && place[(int) to] >= 0 ? problem.handover() : 0) + way(m, (int) from, (int) to))));
      effortOf[t] = efforts.computeIfAbsent(mode, m -> model.registerTransitCallback(onNodes((from, to) -> lasts(from, n) + way(m, (int) from, (int) to))));
      mostADay[t] = turns.get(t).carer().mostMinutesADay();
    }
    model.addDimensionWithVehicleTransits(clockOf, horizon, horizon, false, "time");
    model.addDimensionWithVehicleTransitAndCapacity(effortOf, 0, mostADay, true, "effort");
    clock = model.getMutableDimension("time");
    for (int t = 0; t < turns.size(); t++) {
      var shift = turns.get(t).shift();
      clock.cumulVar(model.start(t)).setRange(shift.from(), shift.to());
      clock.cumulVar(model.end(t)).setRange(shift.from(), shift.to());
      if (!shift.breaks().isEmpty()) breaks(t, shift);
    }
  }

  private long lasts(long node, int n) {
    return node < n ? problem.visits().get((int) node).minutes() : 0;
  }

  /** While a vehicle is on its way it may rest, and while it serves it may not. */
  private void breaks(int t, CareCarer.Shift shift) {
    var pauses = new IntervalVar[shift.breaks().size()];
    for (int k = 0; k < pauses.length; k++) {
      var pause = shift.breaks().get(k);
      pauses[k] = model.solver().makeFixedDurationIntervalVar(pause.from(), pause.to(), pause.minutes(), false, "break");
    }
    var service = new long[(int) model.size() + turns.size()];
    for (int v = 0; v < problem.visits().size(); v++) service[(int) manager.nodeToIndex(v)] = problem.visits().get(v).minutes();
    clock.setBreakIntervalsOfVehicle(pauses, t, service);
  }

  private void week() {
    var effort = model.getMutableDimension("effort");
    for (var carer : problem.carers()) {
      var ends = IntStream.range(0, turns.size()).filter(t -> turns.get(t).carer() == carer).mapToObj(t -> effort.cumulVar(model.end(t))).toArray(IntVar[]::new);
      if (ends.length * (long) carer.mostMinutesADay() > carer.mostMinutesAWeek()) model.solver().addConstraint(model.solver().makeSumLessOrEqual(ends, carer.mostMinutesAWeek()));
    }
  }

  private void visits() {
    var w = problem.weights();
    for (int v = 0; v < problem.visits().size(); v++) {
      var visit = problem.visits().get(v);
      long index = manager.nodeToIndex(v);
      clock.cumulVar(index).setRange(visit.wishedFrom(), visit.to());
      clock.setCumulVarSoftUpperBound(index, visit.wishedTo(), w.offWish());
      model.addDisjunction(new long[] {index}, (long) w.unserved() * visit.priority());
      model.vehicleVar(index).removeValues(IntStream.range(0, turns.size()).filter(t -> !may(turns.get(t), visit)).mapToLong(t -> t).toArray());
    }
  }

  private static boolean may(Turn turn, CareVisit visit) {
    var carer = turn.carer();
    if (visit.to() < turn.shift().from() || visit.from() + visit.minutes() > turn.shift().to()) return false;
    if (visit.pool() != null && !carer.pools().contains(visit.pool())) return false;
    if (visit.refused().contains(carer.id()) || carer.refused().contains(visit.elder())) return false;
    int end = visit.from() + visit.minutes();
    return visit.skills().stream().allMatch(n -> carer.skills().stream().anyMatch(s -> s.code().equals(n.code()) && s.level() >= n.level() && s.until() >= end));
  }

  private void pairs() {
    var number = new HashMap<String, Integer>();
    for (var visit : problem.visits()) number.put(visit.id(), number.size());
    var solver = model.solver();
    for (var link : problem.links()) {
      long first = manager.nodeToIndex(number.get(link.first()));
      long second = manager.nodeToIndex(number.get(link.second()));
      solver.addConstraint(solver.makeLessOrEqual(solver.makeSum(clock.cumulVar(first), link.least()), clock.cumulVar(second)));
      solver.addConstraint(solver.makeLessOrEqual(clock.cumulVar(second), solver.makeSum(clock.cumulVar(first), link.most())));
      solver.addConstraint(solver.makeAllDifferentExcept(new IntVar[] {model.vehicleVar(first), model.vehicleVar(second)}, -1));
    }
  }

  private CarePlan plan(Assignment found) {
    var starts = new HashMap<String, CarePlan.Stop>();
    for (int t = 0; found != null && t < turns.size(); t++) {
      for (long at = found.value(model.nextVar(model.start(t))); !model.isEnd(at); at = found.value(model.nextVar(at))) {
        var visit = problem.visits().get(manager.indexToNode(at));
        starts.put(visit.id(), new CarePlan.Stop(visit.id(), turns.get(t).carer().id(), (int) found.min(clock.cumulVar(at))));
      }
    }
    for (var link : problem.links()) {
      if (starts.containsKey(link.first()) && starts.containsKey(link.second())) continue;
      starts.remove(link.first());
      starts.remove(link.second());
    }
    var stops = new ArrayList<>(starts.values());
    stops.sort(Comparator.comparing(CarePlan.Stop::carer).thenComparingInt(CarePlan.Stop::start));
    return new CarePlan(stops, problem.visits().stream().map(CareVisit::id).filter(id -> !starts.containsKey(id)).toList(), CareChecker.score(problem, stops, CareProblem.TOLERANCE));
  }
}
