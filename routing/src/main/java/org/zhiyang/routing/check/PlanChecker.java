package org.zhiyang.routing.check;

import java.util.ArrayList;
import java.util.List;
import org.zhiyang.routing.check.PlanFault.Kind;

/**
 * Drives every route of a plan by the clock and lists every fault it meets; a plan is right when the list is empty. Times and cost may be off by a millionth, which is
 * what sums of doubles lose.
 */
public final class PlanChecker {
  private static final double SLACK = 1e-6;

  private final DeliveryFacts facts;
  private final List<List<Integer>> routes;
  private final List<PlanFault> faults = new ArrayList<>();
  private final int[] served;
  private double distance;

  private PlanChecker(DeliveryFacts facts, List<List<Integer>> routes) {
    this.facts = facts;
    this.routes = routes;
    served = new int[facts.customers() + 1];
  }

  /** All faults of the plan, in the order of the routes; also compares what the plan says of itself. */
  public static List<PlanFault> check(DeliveryFacts facts, List<List<Integer>> routes, double claimedCost, int claimedVehicles) {
    var checker = new PlanChecker(facts, routes);
    checker.checkRoutes();
    checker.checkWhole(claimedCost, claimedVehicles);
    return checker.faults;
  }

  /** The distance of a plan by the checker's own count; the plan may be wrong in other ways, but knows no unknown customer. */
  public static double distance(DeliveryFacts facts, List<List<Integer>> routes) {
    double total = 0;
    for (var route : routes) {
      int at = 0;
      for (int customer : route) {
        total += facts.distance(at, customer);
        at = customer;
      }
      total += facts.distance(at, 0);
    }
    return total;
  }

  private void checkRoutes() {
    for (int r = 0; r < routes.size(); r++) {
      if (routes.get(r).isEmpty()) add(Kind.EMPTY_ROUTE, r, 0, "第 %d 条路线没有客户。".formatted(r + 1));
      else drive(r);
    }
  }

  private void drive(int r) {
    double clock = facts.ready(0);
    double load = 0;
    int at = 0;
    for (int customer : routes.get(r)) {
      if (customer < 1 || customer > facts.customers()) {
        add(Kind.UNKNOWN_CUSTOMER, r, customer, "第 %d 条路线上没有编号为 %d 的客户。".formatted(r + 1, customer));
        continue;
      }
      if (++served[customer] == 2) add(Kind.SERVED_TWICE, r, customer, "客户 %d 被服务了不止一次。".formatted(customer));
      load += facts.demand(customer);
      distance += facts.distance(at, customer);
      double arrival = clock + facts.duration(at, customer);
      if (arrival > facts.due(customer) + SLACK) {
        add(Kind.LATE_AT_CUSTOMER, r, customer, "第 %d 条路线到达客户 %d 的时间 %.3f 晚于 %.3f。".formatted(r + 1, customer, arrival, facts.due(customer)));
      }
      clock = Math.max(arrival, facts.ready(customer)) + facts.service(customer);
      at = customer;
    }
    distance += facts.distance(at, 0);
    double home = clock + facts.duration(at, 0);
    if (home > facts.due(0) + SLACK) add(Kind.LATE_AT_DEPOT, r, 0, "第 %d 条路线返回车场的时间 %.3f 晚于 %.3f。".formatted(r + 1, home, facts.due(0)));
    if (load > facts.capacity() + SLACK) add(Kind.OVER_CAPACITY, r, 0, "第 %d 条路线的装载量 %.0f 超过容量 %.0f。".formatted(r + 1, load, facts.capacity()));
  }

  private void checkWhole(double claimedCost, int claimedVehicles) {
    for (int c = 1; c < served.length; c++) {
      if (served[c] == 0) faults.add(new PlanFault(Kind.NOT_SERVED, 0, c, "客户 %d 没有被服务。".formatted(c)));
    }
    if (routes.size() > facts.vehicles()) faults.add(new PlanFault(Kind.TOO_MANY_VEHICLES, 0, 0, "用了 %d 辆车，只有 %d 辆。".formatted(routes.size(), facts.vehicles())));
    if (routes.size() != claimedVehicles) faults.add(new PlanFault(Kind.WRONG_COUNT, 0, 0, "路线有 %d 条，却报为 %d 辆车。".formatted(routes.size(), claimedVehicles)));
    if (!(Math.abs(distance - claimedCost) <= SLACK * Math.max(1, distance))) {
      faults.add(new PlanFault(Kind.WRONG_COST, 0, 0, "路线总长为 %.6f，却报为 %.6f。".formatted(distance, claimedCost)));
    }
  }

  private void add(Kind kind, int route, int customer, String sentence) {
    faults.add(new PlanFault(kind, route + 1, customer, sentence));
  }
}
