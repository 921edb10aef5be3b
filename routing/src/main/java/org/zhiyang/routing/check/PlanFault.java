package org.zhiyang.routing.check;

/** One rule that a plan breaks. Routes are counted from 1, {@code customer} is 0 where the fault is the route's or the plan's; {@code sentence} is Chinese. */
public record PlanFault(Kind kind, int route, int customer, String sentence) {
  public enum Kind {
    UNKNOWN_CUSTOMER, SERVED_TWICE, NOT_SERVED, EMPTY_ROUTE, TOO_MANY_VEHICLES, OVER_CAPACITY, LATE_AT_CUSTOMER, LATE_AT_DEPOT, WRONG_COST, WRONG_COUNT
  }
}
