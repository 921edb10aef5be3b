package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.homecare.VisitId;

/** A planned day: every visit once, in {@code assignments} (by start) or in {@code unserved}. */
public record DayPlan(List<Assignment> assignments, List<Unserved> unserved) {
  public DayPlan {
    assignments = List.copyOf(assignments);
    unserved = List.copyOf(unserved);
  }

  /** @param carers as many as the crew needs; @param from start; @param to end, exclusive
   *  @param legMinutes for each carer, in their order, the way from the place before (or the base); 0 where unknown */
  public record Assignment(VisitId visit, List<CarerId> carers, LocalTime from, LocalTime to, List<Integer> legMinutes, Explanation explanation) {}

  /** Every visit of the plan as it would stand, nobody where nobody could be sent. */
  public Map<VisitId, Standing> standings() {
    var standings = new LinkedHashMap<VisitId, Standing>();
    assignments.forEach(a -> standings.put(a.visit(), new Standing(a.carers(), a.from())));
    unserved.forEach(u -> standings.put(u.visit(), Standing.NOBODY));
    return standings;
  }

  public int travelMinutes() {
    return assignments.stream().flatMap(a -> a.legMinutes().stream()).mapToInt(Integer::intValue).sum();
  }
}
