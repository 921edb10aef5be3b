package org.zhiyang.need.eligibility.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.registry.elder.EconomicStatus;

/** Hours of home care a month by ability level (rows) and economic status (columns), whole hours, 0 and more; every cell stands in the file. */
public record HoursTable(Map<AbilityLevel, Map<EconomicStatus, Integer>> hours) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HoursTable {
    for (var level : AbilityLevel.values()) {
      for (var status : EconomicStatus.values()) {
        var cell = hours.getOrDefault(level, Map.of()).get(status);
        if (cell == null || cell < 0 || cell > 744) throw new IllegalArgumentException("hours of %s and %s must be 0 to 744".formatted(level, status));
      }
    }
  }

  @JsonValue
  @Override
  public Map<AbilityLevel, Map<EconomicStatus, Integer>> hours() {
    return hours;
  }

  public int of(AbilityLevel level, EconomicStatus status) {
    return hours.get(level).get(status);
  }
}
