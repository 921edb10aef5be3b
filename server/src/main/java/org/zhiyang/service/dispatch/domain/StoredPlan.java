package org.zhiyang.service.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.facility.ProviderId;

/** A plan as it was kept; its lines are read apart.
 *
 *  @param weekRun the planning of a county's week it belongs to, null for a day planned by itself
 *  @param planned, unserved how many visits were planned and left over; @param changed how many lines differ from what was assigned when it was made */
public record StoredPlan(UUID id, ProviderId provider, String regionCode, LocalDate day, Origin origin, PlanStatus status, String planner, int planned, int unserved, int changed,
    int travelMinutes, Instant madeAt, @Nullable Instant publishedAt, @Nullable UUID weekRun) {
  public enum Origin { NIGHTLY, BY_HAND }
}
