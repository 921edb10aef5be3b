package org.zhiyang.need.intake.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseStep;

/** How many calendar days a case may wait for each step; a step without an entry has no limit. */
public record StepLimits(Map<CaseStep, Integer> days) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StepLimits {
    days = Map.copyOf(days);
  }

  /** The last day in time, inclusive: the day it began to wait plus the limit. Null without a limit. */
  public @Nullable LocalDate lastDay(CaseStep step, Instant since, ZoneId zone) {
    var limit = days.get(step);
    return limit == null ? null : since.atZone(zone).toLocalDate().plusDays(limit);
  }
}
