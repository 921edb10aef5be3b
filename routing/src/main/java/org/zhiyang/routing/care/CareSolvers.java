package org.zhiyang.routing.care;

import org.zhiyang.routing.care.search.RuinAndRecreate;

/** Where to get a {@link CareSolver}. */
public final class CareSolvers {
  private CareSolvers() {}

  /** The engine of this module. Any number of threads may share it. */
  public static CareSolver standard() {
    return new RuinAndRecreate();
  }
}
