package org.zhiyang.need.careplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.platform.web.Problems.FieldError;

/** Checks a plan as typed: 1 to 30 services, weekdays 1 (Monday) to 7, 1 to 24 units, a window that ends after it begins, a start from today to a year ahead. */
public final class PlanForm {
  private static final int MOST_ITEMS = 30;
  private static final int MOST_UNITS = 24;

  private PlanForm() {}

  /** Every fault at once; empty when the plan can be stored. */
  public static List<FieldError> faults(LocalDate from, List<PlanItem> items, LocalDate today) {
    var faults = new ArrayList<FieldError>();
    if (from.isBefore(today)) faults.add(new FieldError("fromOn", "past", Map.of("earliest", today)));
    if (from.isAfter(today.plusYears(1))) faults.add(new FieldError("fromOn", "too-far", Map.of("latest", today.plusYears(1))));
    if (items.isEmpty()) faults.add(new FieldError("items", "required", Map.of()));
    if (items.size() > MOST_ITEMS) faults.add(new FieldError("items", "size", Map.of("max", MOST_ITEMS)));
    for (int i = 0; i < items.size(); i++) item("items[" + i + "].", items.get(i), faults);
    twice(items, faults);
    return faults;
  }

  private static void item(String at, PlanItem item, List<FieldError> faults) {
    if (item.weekdays().isEmpty()) faults.add(new FieldError(at + "weekdays", "required", Map.of()));
    if (item.weekdays().stream().anyMatch(d -> d < 1 || d > 7)) faults.add(new FieldError(at + "weekdays", "range", Map.of("min", 1, "max", 7)));
    if (item.units() < 1 || item.units() > MOST_UNITS) faults.add(new FieldError(at + "units", "range", Map.of("min", 1, "max", MOST_UNITS)));
    if (!item.windowFrom().isBefore(item.windowTo())) faults.add(new FieldError(at + "windowTo", "before-start", Map.of()));
  }

  /** The same service twice in overlapping windows of one day would be one visit counted twice. */
  private static void twice(List<PlanItem> items, List<FieldError> faults) {
    var seen = new HashMap<String, List<PlanItem>>();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      for (var earlier : seen.computeIfAbsent(item.service(), s -> new ArrayList<>())) {
        var shared = new TreeSet<>(item.weekdays());
        shared.retainAll(earlier.weekdays());
        if (!shared.isEmpty() && item.windowFrom().isBefore(earlier.windowTo()) && earlier.windowFrom().isBefore(item.windowTo())) {
          faults.add(new FieldError("items[" + i + "].weekdays", "twice", Map.of("weekdays", shared)));
        }
      }
      seen.get(item.service()).add(item);
    }
  }
}
