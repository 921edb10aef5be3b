package org.zhiyang.need.assessment.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something with an assessment, when, where and why.
 *
 * @param actor account id; the platform's own account for what the clock does
 * @param at business time
 * @param place where it was done, in words; null for what happens at a desk or by the clock
 * @param reason in words; required for withdrawing, objecting, rescheduling, releasing the pair and beginning long before the appointment
 */
public record Act(UUID actor, Instant at, @Nullable String place, @Nullable String reason) {

  /** The reason, or the refusal that asks for one. */
  String requireReason() {
    if (!hasReason()) {
      throw new AssessmentRefusal.ReasonMissing();
    }
    return reason;
  }

  boolean hasReason() {
    return reason != null && !reason.isBlank();
  }
}
