package org.zhiyang.need.assessment;

import java.time.Instant;
import java.util.UUID;

/** An elder is to be assessed; nobody is assigned yet. */
public record AssessmentRequested(AssessmentId assessment, UUID elder, AssessmentReason reason, Instant occurredAt) {}
