package org.zhiyang.service.dispatch.domain;

/** What the soft wishes weigh, all in minutes of travel: 30 for {@code notUsualCarer} means that half an hour of detour is accepted to send the usual carer.
 *
 *  @param eachCarer a different carer an elder sees in the planned days, the usual one too
 *  @param perHourAlreadyPlanned grows with what a carer has on that day already, so that work spreads when a visit is placed by itself
 *  @param unserved leaving out a visit of priority 1; others so many times their priority
 *  @param uneven an hour squared above the mean load of all carers
 *  @param changed a visit that was told and gets another carer or time */
public record PlanningWeights(int notUsualCarer, int eachCarer, int notWishedCarer, int perMinuteAfterWindow, int perHourAlreadyPlanned, int unserved, int uneven, int changed) {}
