package org.zhiyang.bench;

import java.util.List;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.VrptwProblem;
import org.zhiyang.routing.vrptw.VrptwSolver;

final class Ours implements Peer {
  @Override
  public String name() {
    return "zhiyang";
  }

  @Override
  public List<List<Integer>> solve(SolomonInstance instance, VrptwProblem problem, double seconds, long seed) {
    return VrptwSolver.solve(problem, Objective.DISTANCE, SearchLimits.ofProcessorSeconds(seconds, seed)).routes();
  }
}
