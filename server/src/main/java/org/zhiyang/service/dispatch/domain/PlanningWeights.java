package org.zhiyang.service.dispatch.domain;

/** What the soft wishes weigh, all in minutes of travel: 30 for {@code notUsualCarer} means that half an hour of detour is accepted to send the usual carer.
 *
 *  @param perHourAlreadyPlanned grows with what a carer has on that day already, so that work spreads */
public record PlanningWeights(int notUsualCarer, int notWishedCarer, int perMinuteAfterWindow, int perHourAlreadyPlanned) {}
