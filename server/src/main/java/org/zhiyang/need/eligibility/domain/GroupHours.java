package org.zhiyang.need.eligibility.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hours of home care a month at least, by group of elders (独居80岁以上, 计划生育特殊家庭, 百岁老人). A group that is not listed has none. */
public record GroupHours(Map<String, Integer> hours) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public GroupHours {
    hours.forEach((group, value) -> {
      if (value < 0 || value > 744) throw new IllegalArgumentException("hours of " + group + " must be 0 to 744");
    });
  }

  @JsonValue
  @Override
  public Map<String, Integer> hours() {
    return hours;
  }

  public @Nullable Integer of(String group) {
    return hours.get(group);
  }
}
