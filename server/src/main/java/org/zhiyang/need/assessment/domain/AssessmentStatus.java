package org.zhiyang.need.assessment.domain;

import java.util.Map;
import java.util.Set;

/** Where an assessment stands in its life; {@link #successors} is the whole table of what may follow what. */
public enum AssessmentStatus {
  REQUESTED("待安排"),
  SCHEDULED("已安排"),
  STARTED("评估中"),
  SIGNED("已签名"),
  IN_PUBLICITY("公示中"),
  OBJECTED("有异议待复评"),
  EFFECTIVE("生效"),
  EXPIRED("已到期"),
  SUPERSEDED("已被新评估取代"),
  WITHDRAWN("已撤销");

  private static final Map<AssessmentStatus, Set<AssessmentStatus>> TABLE = Map.of(
      REQUESTED, Set.of(SCHEDULED, WITHDRAWN),
      SCHEDULED, Set.of(SCHEDULED, STARTED, REQUESTED, WITHDRAWN),
      STARTED, Set.of(SIGNED, REQUESTED, WITHDRAWN),
      SIGNED, Set.of(STARTED, IN_PUBLICITY, REQUESTED, WITHDRAWN),
      IN_PUBLICITY, Set.of(EFFECTIVE, OBJECTED, WITHDRAWN),
      OBJECTED, Set.of(EFFECTIVE, SUPERSEDED),
      EFFECTIVE, Set.of(EXPIRED, SUPERSEDED),
      EXPIRED, Set.of(),
      SUPERSEDED, Set.of(),
      WITHDRAWN, Set.of());

  private final String chineseName;

  AssessmentStatus(String chineseName) {
    this.chineseName = chineseName;
  }

  public String chineseName() {
    return chineseName;
  }

  public Set<AssessmentStatus> successors() {
    return TABLE.get(this);
  }

  /** Work on it is still to be done: an elder has at most one such assessment. */
  public boolean isOpen() {
    return switch (this) {
      case REQUESTED, SCHEDULED, STARTED, SIGNED, IN_PUBLICITY -> true;
      case OBJECTED, EFFECTIVE, EXPIRED, SUPERSEDED, WITHDRAWN -> false;
    };
  }
}
