package org.zhiyang.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Looks, as the county would, whether every walker's loop stands in the books exactly once: nothing lost, nothing doubled. */
final class Books {
  private final Cast cast;

  Books(Cast cast) {
    this.cast = cast;
  }

  /** What is wrong with one elder's records; empty when nothing is. */
  List<String> faultsOf(Walker w) {
    var faults = new ArrayList<String>();
    exactly(1, count("/api/needs?elder=" + w.elder), "needs", w, faults);
    exactly(1, count("/api/cases?status=ALL&elder=" + w.elder), "cases", w, faults);
    exactly(0, count("/api/cases?status=OPEN&elder=" + w.elder), "open cases", w, faults);
    exactly(1, count("/api/assessments?elder=" + w.elder), "assessments", w, faults);
    exactly(1, count("/api/care-plans?elder=" + w.elder), "plans", w, faults);
    exactly(1, count("/api/orders?elder=" + w.elder), "orders", w, faults);
    exactly(1, count("/api/visits?status=CONFIRMED&elder=" + w.elder), "confirmed visits", w, faults);
    oncePerStep(w, faults);
    oneSettledVisit(w, faults);
    return faults;
  }

  private int count(String path) {
    return cast.county.get("对账", path).path("total").asInt();
  }

  private static void exactly(int wanted, int found, String what, Walker w, List<String> faults) {
    if (found != wanted) faults.add("elder " + w.elder + " has " + found + " " + what + " instead of " + wanted);
  }

  /** Every step of the loop was reached, none more than once in the case's month. */
  private void oncePerStep(Walker w, List<String> faults) {
    var reached = new TreeMap<String, Integer>();
    for (var t : cast.county.get("对账", "/api/cases/" + w.careCase).path("transitions"))
      if (t.path("kind").asString().equals("REACHED")) reached.merge(t.path("step").asString(), 1, Integer::sum);
    for (var step : List.of("NEED", "ASSESSED", "ELIGIBLE", "PLANNED", "ORDERED", "MATCHED", "DISPATCHED", "VISITED", "VERIFIED", "EVALUATED", "SETTLED", "PAID", "FELT"))
      if (!reached.containsKey(step)) faults.add("elder " + w.elder + " never reached " + step);
  }

  /** The visit stands in one line of one statement. */
  private void oneSettledVisit(Walker w, List<String> faults) {
    var settled = 0;
    for (var month : cast.county.get("对账", "/api/elders/" + w.elder + "/settlements").path("months")) settled += month.path("visits").asInt();
    if (settled != 1) faults.add("elder " + w.elder + " has " + settled + " settled visits instead of 1");
  }
}
