package org.zhiyang.need.assessment;

import java.time.LocalDate;

/** The level in effect on a day: from {@code effectiveOn} to {@code validUntil}, both included. */
public record CurrentLevel(AssessmentId assessment, AbilityLevel level, LocalDate effectiveOn, LocalDate validUntil) {}
