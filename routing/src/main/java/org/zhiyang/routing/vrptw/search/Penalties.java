package org.zhiyang.routing.vrptw.search;

/** What a unit of load above capacity and of time warp costs; follows the share of plans that came out legal lately. */
final class Penalties {
  private static final int WINDOW = 50;
  private static final double LEAST = 1e-3;
  private static final double MOST = 1e7;

  private final double target;
  double load;
  double warp;
  private int seen;
  private int loadLegal;
  private int warpLegal;

  Penalties(Instance instance, int legalPercent) {
    target = legalPercent / 100.0;
    long distance = 0;
    long demand = 1;
    for (int c = 1; c <= instance.n; c++) {
      distance += instance.distance(0, c);
      demand += instance.demand[c];
    }
    load = Math.clamp((double) distance / demand, 0.1, 1e5);
    warp = 1;
  }

  /** Takes note of a plan as the local search left it; true when the penalties have changed. */
  boolean note(Plan plan) {
    if (plan.excess == 0) loadLegal++;
    if (plan.warp == 0) warpLegal++;
    if (++seen < WINDOW) return false;
    load = adjusted(load, loadLegal);
    warp = adjusted(warp, warpLegal);
    seen = 0;
    loadLegal = 0;
    warpLegal = 0;
    return true;
  }

  private double adjusted(double penalty, int legal) {
    double share = (double) legal / WINDOW;
    if (share < target - 0.05) penalty *= 1.2;
    else if (share > target + 0.05) penalty *= 0.85;
    return Math.clamp(penalty, LEAST, MOST);
  }
}
