package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;

/** The figures of a plan, from the profile's {@code dispatch-*} parameters.
 *
 *  @param dayFrom, dayTo no visit begins before or ends after
 *  @param handoverMinutes between the end of one visit and setting out to the next
 *  @param maximumMinutesPerDay most minutes of service and travel for one carer a day
 *  @param windowToleranceMinutes how much later than the agreed window a visit may begin; every minute of it costs */
public record PlanningSettings(LocalTime dayFrom, LocalTime dayTo, int handoverMinutes, int maximumMinutesPerDay, int windowToleranceMinutes, PlanningWeights weights) {}
