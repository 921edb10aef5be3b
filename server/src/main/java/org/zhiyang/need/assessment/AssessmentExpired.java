package org.zhiyang.need.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiyang.registry.elder.ElderId;

/** A level's last day has passed without a newer one; the elder needs a reassessment. */
public record AssessmentExpired(
    AssessmentId assessment, ElderId elder, AbilityLevel level, LocalDate validUntil, Instant occurredAt) {}
