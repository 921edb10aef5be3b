package org.zhiyang.service.dispatch.domain;

import org.zhiyang.routing.care.CareSolver;

final class Engine {
  static final CareSolver SOLVER = new InterimSolver();

  private Engine() {}
}
