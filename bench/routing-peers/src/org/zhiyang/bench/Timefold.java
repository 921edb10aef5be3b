package org.zhiyang.bench;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.ArrayList;
import java.util.List;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.vrptw.VrptwProblem;

/** Timefold with its usual phases on a list variable, begins of service as a shadow variable, three constraints. */
final class Timefold implements Peer {
  @Override
  public String name() {
    return "timefold";
  }

  @Override
  public List<List<Integer>> solve(SolomonInstance instance, VrptwProblem problem, double seconds, long seed) {
    var config = new SolverConfig().withSolutionClass(TimefoldPlan.class).withEntityClasses(TimefoldPlan.Van.class, TimefoldPlan.Call.class)
        .withConstraintProviderClass(TimefoldPlan.Rules.class).withRandomSeed(seed).withEnvironmentMode(EnvironmentMode.NO_ASSERT);
    var solver = SolverFactory.<TimefoldPlan>create(config).buildSolver();
    var stopper = Peer.stopAfter(Thread.currentThread(), seconds, solver::terminateEarly);
    var best = solver.solve(TimefoldPlan.of(problem));
    stopper.interrupt();
    var routes = new ArrayList<List<Integer>>();
    if (best.score.hardScore() < 0) return routes;
    for (var van : best.vans) if (!van.calls.isEmpty()) routes.add(van.calls.stream().map(call -> call.number).toList());
    return routes;
  }
}
