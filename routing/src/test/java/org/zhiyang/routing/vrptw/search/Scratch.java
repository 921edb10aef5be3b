package org.zhiyang.routing.vrptw.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zhiyang.routing.SearchLimits;

/** Counts a plan's cost from its routes alone, step by step, as slowly and plainly as can be. */
final class Scratch {
  private Scratch() {}

  static Watch noHurry() {
    return new Watch(SearchLimits.ofIterations(1, 1), System.nanoTime());
  }

  static List<List<Integer>> routes(Tours tours) {
    var all = new ArrayList<List<Integer>>();
    for (int r = 0; r < tours.routes; r++) {
      var route = new ArrayList<Integer>();
      for (int at = tours.next[tours.first(r)]; tours.isCustomer(at); at = tours.next[at]) route.add(at);
      all.add(route);
    }
    return all;
  }

  static long warp(Instance in, List<Integer> route) {
    long clock = in.early[0];
    long warp = 0;
    int at = 0;
    for (int i = 0; i <= route.size(); i++) {
      int to = i < route.size() ? route.get(i) : 0;
      clock = Math.max(in.early[to], clock + in.time(at, to));
      warp += Math.max(0, clock - in.late[to]);
      clock = Math.min(clock, in.late[to]);
      at = to;
    }
    return warp;
  }

  static long distance(Instance in, List<Integer> route) {
    long sum = 0;
    int at = 0;
    for (int c : route) {
      sum += in.distance(at, c);
      at = c;
    }
    return sum + in.distance(at, 0);
  }

  static long load(Instance in, List<Integer> route) {
    return route.stream().mapToLong(c -> in.demand[c]).sum();
  }

  static double cost(Instance in, List<List<Integer>> routes, double loadPenalty, double warpPenalty) {
    double cost = 0;
    for (var route : routes) cost += distance(in, route) + loadPenalty * Math.max(0, load(in, route) - in.capacity) + warpPenalty * warp(in, route);
    return cost;
  }

  /** Every customer in a route chosen by chance, in any order. */
  static void scatter(Tours tours, Random random) {
    tours.clear();
    for (int c = 1; c <= tours.n; c++) {
      int behind = tours.first(random.nextInt(tours.routes));
      for (int steps = random.nextInt(6); steps > 0 && tours.isCustomer(tours.next[behind]); steps--) behind = tours.next[behind];
      tours.link(c, tours.next[behind]);
      tours.link(behind, c);
    }
    for (int r = 0; r < tours.routes; r++) tours.refresh(r);
  }
}
