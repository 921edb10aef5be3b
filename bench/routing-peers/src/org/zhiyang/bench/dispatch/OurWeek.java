package org.zhiyang.bench.dispatch;

import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSolver;

record OurWeek(CareSolver solver) implements WeekPeer {
  @Override
  public String name() {
    return "zhiyang";
  }

  @Override
  public CarePlan solve(CareProblem problem, double seconds, long seed) {
    return solver.solve(problem, SearchLimits.ofProcessorSeconds(seconds, seed), progress -> {});
  }
}
