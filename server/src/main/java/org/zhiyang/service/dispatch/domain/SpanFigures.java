package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitToPlan;

/** What the days of one or many providers look like, to be set beside another plan of the same days.
 *
 *  @param visits, unserved how many stand, how many have nobody
 *  @param travelMinutes, serviceMinutes of all carers
 *  @param carersPerElder mean number of different faces an elder of these days sees, two decimals; 0 when nobody is visited
 *  @param notUsual visits to which somebody else comes than the usual carer, of elders who have one
 *  @param minutesAfterWindow by which visits begin later than agreed, all together
 *  @param carersAtWork with at least one visit; @param longestDayMinutes service and travel of the carer with the fullest day
 *  @param loadSpreadMinutes standard deviation of service and travel over all carers on duty, whole days together */
public record SpanFigures(int visits, int unserved, int travelMinutes, int serviceMinutes, double carersPerElder, int notUsual, int minutesAfterWindow, int carersAtWork, int longestDayMinutes,
    int loadSpreadMinutes) {

  /** As the days stand. */
  public static SpanFigures standing(List<PlanningDay> days) {
    return of(days);
  }

  /** As the days would be with these plans, one for each day. */
  public static SpanFigures planned(List<PlanningDay> days, List<DayPlan> plans) {
    var placed = new ArrayList<PlanningDay>();
    for (int i = 0; i < days.size(); i++) placed.add(HandCheck.placed(days.get(i), plans.get(i).standings()));
    return of(placed);
  }

  private static SpanFigures of(List<PlanningDay> days) {
    int visits = 0, unserved = 0, travel = 0, service = 0, notUsual = 0, late = 0, longest = 0;
    var faces = new HashMap<ElderId, Set<CarerId>>();
    var work = new HashMap<CarerId, Integer>();
    for (var day : days) {
      for (var visit : day.visits()) {
        visits++;
        if (visit.carers().isEmpty() || visit.plannedFrom() == null) {
          unserved++;
          continue;
        }
        faces.computeIfAbsent(visit.elder(), e -> new HashSet<>()).addAll(visit.carers());
        if (visit.usualCarer() != null && !visit.carers().contains(visit.usualCarer())) notUsual++;
        late += afterWindow(visit);
      }
      var onDuty = day.carers().stream().filter(c -> !c.shifts().isEmpty()).map(Carer::id).collect(Collectors.toSet());
      for (var load : new DayLook(day).loads().entrySet()) {
        var minutes = load.getValue().travelMinutes() + load.getValue().serviceMinutes();
        travel += load.getValue().travelMinutes();
        service += load.getValue().serviceMinutes();
        longest = Math.max(longest, minutes);
        if (onDuty.contains(load.getKey()) || minutes > 0) work.merge(load.getKey(), minutes, Integer::sum);
      }
    }
    var perElder = faces.values().stream().mapToInt(Set::size).average().orElse(0);
    return new SpanFigures(visits, unserved, travel, service, Math.round(perElder * 100) / 100.0, notUsual, late, (int) work.values().stream().filter(m -> m > 0).count(), longest, spread(work));
  }

  private static int afterWindow(VisitToPlan visit) {
    return Math.max(0, (java.util.Objects.requireNonNull(visit.plannedFrom()).toSecondOfDay() - visit.windowTo().toSecondOfDay()) / 60);
  }

  private static int spread(Map<CarerId, Integer> work) {
    var mean = work.values().stream().mapToInt(Integer::intValue).average().orElse(0);
    return (int) Math.round(Math.sqrt(work.values().stream().mapToDouble(m -> (m - mean) * (m - mean)).average().orElse(0)));
  }
}
