package org.zhiyang.need.assessment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When, where and by whom an elder is assessed: two different assessors. */
public record Appointment(UUID firstAssessor, UUID secondAssessor, Instant plannedAt, String place) {

  /** What moves within half a day (an afternoon's appointment kept in the morning) is agreed at the door; earlier is another day, which the family and the other assessor have to know of. */
  private static final Duration SAME_DAY = Duration.ofHours(12);

  boolean isLongAhead(Instant now) {
    return now.isBefore(plannedAt.minus(SAME_DAY));
  }

  public List<UUID> assessors() {
    return List.of(firstAssessor, secondAssessor);
  }
}
