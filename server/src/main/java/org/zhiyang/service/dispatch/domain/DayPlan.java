package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.List;
import org.zhiyang.registry.workforce.CarerId;
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

  public int travelMinutes() {
    return assignments.stream().flatMap(a -> a.legMinutes().stream()).mapToInt(Integer::intValue).sum();
  }
}
