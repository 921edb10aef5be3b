package org.zhiyang.bench.dispatch;

import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;

/** A solver whose week is compared with ours. */
interface WeekPeer {
  String name();

  /** The plan after so many seconds of processor time with one thread. */
  CarePlan solve(CareProblem problem, double seconds, long seed);
}
