package org.zhiyang.need.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A level took effect after its publicity period. {@code validUntil} is the last day it holds. */
public record AssessmentCompleted(
    AssessmentId assessment, UUID elder, AbilityLevel level, LocalDate validUntil, Instant occurredAt) {}
