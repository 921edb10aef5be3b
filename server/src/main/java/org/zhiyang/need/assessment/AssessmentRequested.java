package org.zhiyang.need.assessment;

import java.time.Instant;
import org.zhiyang.registry.elder.ElderId;

/** An elder is to be assessed; nobody is assigned yet. */
public record AssessmentRequested(AssessmentId assessment, ElderId elder, AssessmentReason reason, Instant occurredAt) {}
