package org.zhiyang.need.assessment.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When, where and by whom an elder is assessed: two different assessors. */
public record Appointment(UUID firstAssessor, UUID secondAssessor, Instant plannedAt, String place) {

  public List<UUID> assessors() {
    return List.of(firstAssessor, secondAssessor);
  }
}
