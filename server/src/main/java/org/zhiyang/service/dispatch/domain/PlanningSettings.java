package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.Map;

/** The figures of a plan, from the profile's {@code dispatch-*} parameters.
 *
 *  @param dayFrom, dayTo no visit begins before or ends after
 *  @param handoverMinutes between the end of one visit and setting out to the next
 *  @param maximumMinutesPerDay, maximumMinutesPerWeek most minutes of service and travel for one carer; the week counts the days that are planned together
 *  @param restMinutes between the last visit of a day and the first way of the next
 *  @param windowToleranceMinutes how much later than the agreed window a visit may begin; every minute of it costs
 *  @param priorities 1 (may wait) to 9 (must be) by service
 *  @param searchSeconds how long one day may be searched */
public record PlanningSettings(LocalTime dayFrom, LocalTime dayTo, int handoverMinutes, int maximumMinutesPerDay, int maximumMinutesPerWeek, int restMinutes, int windowToleranceMinutes,
    PlanningWeights weights, Map<String, Integer> priorities, double searchSeconds) {
  private static final int USUAL_PRIORITY = 5;

  public PlanningSettings {
    priorities = Map.copyOf(priorities);
  }

  int priorityOf(String service) {
    return priorities.getOrDefault(service, USUAL_PRIORITY);
  }
}
