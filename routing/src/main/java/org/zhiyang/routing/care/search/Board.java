package org.zhiyang.routing.care.search;

import java.util.Arrays;

/** Who goes where when, in flat arrays. Threads may work on it side by side as long as they keep to carers and visits of their own. */
final class Board {
  final Model model;
  /** Visits of each route in order; only the first {@code length} count. */
  final int[][] line;
  final int[] length;
  /** Route of each visit, -1 for none. */
  final int[] route;
  /** Window and aim as they hold now: a visit of a pair that is served is held at its moment. */
  final int[] low;
  final int[] high;
  final int[] aim;
  /** Start, and the earliest and about the latest one that the order allows. */
  final int[] start;
  final int[] early;
  final int[] late;
  /** The way to each visit from the one before. */
  final int[] wayIn;
  final int[] travel;
  final int[] service;
  final int[] offWish;
  final int[] changed;
  /** Minute of setting out for the first visit and of the end of the last. */
  final int[] out;
  final int[] back;
  /** Minutes of work of each carer that are fair: the mean load. */
  final double[] fair;

  Board(Model model) {
    this.model = model;
    int routes = model.roster.routes;
    line = new int[routes][4];
    length = new int[routes];
    route = new int[model.n];
    Arrays.fill(route, -1);
    low = model.from.clone();
    high = model.to.clone();
    aim = model.aim.clone();
    start = new int[model.n];
    early = new int[model.n];
    late = new int[model.n];
    wayIn = new int[model.n];
    travel = new int[routes];
    service = new int[routes];
    offWish = new int[routes];
    changed = new int[routes];
    out = new int[routes];
    back = new int[routes];
    fair = new double[model.roster.carers];
  }

  /** Takes the mean load from what is planned now, or when little is from what has to be done. */
  void renewFairness() {
    long done = 0;
    long all = 0;
    for (int r = 0; r < length.length; r++) done += travel[r] + service[r];
    for (int v = 0; v < model.n; v++) all += model.minutes[v];
    double load = model.roster.allShiftMinutes == 0 ? 0 : (double) Math.max(done, Math.min(all, model.roster.allShiftMinutes / 2)) / model.roster.allShiftMinutes;
    for (int c = 0; c < fair.length; c++) fair[c] = load * model.roster.shiftMinutes[c];
  }

  int carer(int v) {
    int r = route[v];
    return r < 0 ? -1 : model.roster.carer[r];
  }

  int work(int c) {
    int work = 0;
    for (int r = model.roster.first[c]; r < model.roster.first[c + 1]; r++) work += travel[r] + service[r];
    return work;
  }

  double unfair(int c, int work) {
    double above = (work - fair[c]) / 60;
    return above > 0 ? model.w.unfair() * above * above : 0;
  }


  /** What this carer costs at this visit apart from time and way. */
  double fixedCost(int v, int c) {
    int first = model.w.eachCarer() + (model.knows(v, c) ? 0 : model.w.newFace());
    double cost = first == 0 || comes(v, c) ? 0 : first;
    return model.prefers(v, c) ? cost : cost + model.w.notPreferred();
  }

  /** Whether the carer comes to the elder already, at another visit than this. */
  boolean comes(int v, int c) {
    var all = model.elderVisits[model.elder[v]];
    if (all.length <= 64) {
      for (int u : all) {
        if (u != v && carer(u) == c) return true;
      }
      return false;
    }
    for (int r = model.roster.first[c]; r < model.roster.first[c + 1]; r++) {
      for (int k = 0; k < length[r]; k++) {
        int u = line[r][k];
        if (u != v && model.elder[u] == model.elder[v]) return true;
      }
    }
    return false;
  }
}
