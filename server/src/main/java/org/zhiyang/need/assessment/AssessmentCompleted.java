package org.zhiyang.need.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiyang.registry.elder.ElderId;

/** A level took effect after its publicity period. {@code validUntil} is the last day it holds. */
public record AssessmentCompleted(
    AssessmentId assessment, ElderId elder, AbilityLevel level, LocalDate validUntil, Instant occurredAt) {}
