package org.zhiyang.routing.vrptw;

/** What a plan is judged by. */
public enum Objective {
  /** The total distance; vehicles cost nothing. */
  DISTANCE,
  /** First the number of vehicles, then the total distance. */
  VEHICLES
}
