package org.zhiyang.need.assessment.domain;

import org.jspecify.annotations.Nullable;

/** One step in the life of an assessment; {@code from} is null for its first. Kept forever. */
public record Transition(@Nullable AssessmentStatus from, AssessmentStatus to, Act act) {}
