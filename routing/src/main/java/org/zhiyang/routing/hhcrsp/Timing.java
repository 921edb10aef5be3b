package org.zhiyang.routing.hhcrsp;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The earliest starts of a whole plan, from nothing: what {@link Rounds} keeps up to date move by move. */
final class Timing {
  private Timing() {}

  /** Start of every service, in order of the carers' routes; null when carers wait for each other in a circle. */
  static long @Nullable [] starts(Model model, List<int[]> routes) {
    var start = model.earliest.clone();
    var there = new boolean[model.services];
    for (var route : routes) {
      for (int i : route) there[i] = true;
    }
    // Starts only ever grow; without a circle the longest chain has every service once.
    for (int pass = 0; pass <= model.services + 1; pass++) {
      var before = start.clone();
      for (int c = 0; c < routes.size(); c++) {
        int from = model.services + c;
        long free = model.shiftStart[c];
        for (int i : routes.get(c)) {
          start[i] = Math.max(start[i], free + model.duration[from] + model.travel(from, i));
          free = start[i];
          from = i;
        }
      }
      for (int i = 0; i < model.services; i++) {
        int other = model.mate[i];
        if (other >= 0 && there[i] && there[other]) start[other] = Math.max(start[other], start[i] + model.lead[i]);
      }
      if (Arrays.equals(before, start)) return start;
    }
    return null;
  }

  /** Travel, tardiness and largest tardiness together, of the services on the routes; {@link Model#NEVER} for a circle or a broken shift. */
  static long cost(Model model, List<int[]> routes) {
    var start = starts(model, routes);
    if (start == null) return Model.NEVER;
    long total = 0;
    long worst = 0;
    for (int c = 0; c < routes.size(); c++) {
      int from = model.services + c;
      long free = model.shiftStart[c];
      for (int i : routes.get(c)) {
        long late = Math.max(0, start[i] - model.latest[i]);
        total += model.travel(from, i) + late;
        worst = Math.max(worst, late);
        from = i;
        free = start[i];
      }
      long way = model.travel(from, model.services + c);
      total += way;
      if (routes.get(c).length > 0 && free + model.duration[from] + way > model.shiftEnd[c]) return Model.NEVER;
    }
    return total + worst;
  }
}
