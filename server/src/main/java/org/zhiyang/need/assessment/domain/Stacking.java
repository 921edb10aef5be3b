package org.zhiyang.need.assessment.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether two level-raising circumstances together raise by two or by one; the standard's text read does not say. */
public enum Stacking {
  /** Each that holds raises by one. */
  @JsonProperty("each_once") EACH_ONCE,
  /** All that hold together raise by one. */
  @JsonProperty("once_in_all") ONCE_IN_ALL
}
