package org.zhiyang.service.dispatch.domain;

import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.routing.care.CareSolvers;

/** The engine the platform plans with. */
final class Engine {
  static final CareSolver SOLVER = CareSolvers.standard();

  private Engine() {}
}
