package org.zhiyang.need.assessment;

import java.util.UUID;

/** Identifier of one assessment (UUID version 7). */
public record AssessmentId(UUID value) {}
