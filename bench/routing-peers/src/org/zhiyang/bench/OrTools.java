package org.zhiyang.bench;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.vrptw.VrptwProblem;

/** The routing library of OR-Tools with guided local search. It takes no seed; a limit of its own ends it by processor time. */
final class OrTools implements Peer {
  static {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    return "or-tools";
  }

  @Override
  public List<List<Integer>> solve(SolomonInstance instance, VrptwProblem problem, double seconds, long seed) {
    var manager = new RoutingIndexManager(problem.stops().size(), problem.vehicles(), 0);
    var model = new RoutingModel(manager);
    var travel = problem.travel();
    model.setArcCostEvaluatorOfAllVehicles(model.registerTransitCallback((from, to) -> travel.distance(manager.indexToNode(from), manager.indexToNode(to))));
    int time = model.registerTransitCallback((from, to) -> problem.stops().get(manager.indexToNode(from)).service() + travel.duration(manager.indexToNode(from), manager.indexToNode(to)));
    int load = model.registerUnaryTransitCallback(from -> problem.stops().get(manager.indexToNode(from)).demand());
    long horizon = problem.stops().getFirst().due();
    model.addDimension(time, horizon, horizon, false, "time");
    model.addDimensionWithVehicleCapacity(load, 0, IntStream.range(0, problem.vehicles()).mapToLong(v -> problem.capacity()).toArray(), true, "load");
    var clock = model.getMutableDimension("time");
    for (int c = 1; c < problem.stops().size(); c++) clock.cumulVar(manager.nodeToIndex(c)).setRange(problem.stops().get(c).ready(), problem.stops().get(c).due());
    RoutingSearchParameters parameters = main.defaultRoutingSearchParameters().toBuilder().setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
        .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH).setTimeLimit(Duration.newBuilder().setSeconds((long) (seconds * 30))).build();
    long end = Peer.processorNanos(Thread.currentThread()) + (long) (seconds * 1e9);
    int[] asked = {0};
    model.addSearchMonitor(model.solver().makeCustomLimit(() -> ++asked[0] % 64 == 0 && Peer.processorNanos(Thread.currentThread()) > end));
    var found = model.solveWithParameters(parameters);
    var routes = new ArrayList<List<Integer>>();
    if (found == null) return routes;
    for (int v = 0; v < problem.vehicles(); v++) {
      var stops = new ArrayList<Integer>();
      for (long at = found.value(model.nextVar(model.start(v))); !model.isEnd(at); at = found.value(model.nextVar(at))) stops.add(manager.indexToNode(at));
      if (!stops.isEmpty()) routes.add(stops);
    }
    return routes;
  }
}
