package org.zhiyang.need.assessment.domain;

/** Whether two level-raising circumstances together raise by two or by one; the standard's text read does not say. */
public enum Stacking {
  /** Each that holds raises by one. */
  EACH_ONCE,
  /** All that hold together raise by one. */
  ONCE_IN_ALL
}
