package org.zhiyang.oversight.rating.domain;

import java.util.Set;

/** Where a month's score stands: PUBLISHED (the provider may object) → FINAL; OBJECTED waits for the county and goes back to PUBLISHED. */
public enum ScoreStatus {
  PUBLISHED("公示中"), OBJECTED("异议待处理"), FINAL("已定分");

  private final String chinese;

  ScoreStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  public Set<ScoreStatus> successors() {
    return switch (this) {
      case PUBLISHED -> Set.of(OBJECTED, FINAL);
      case OBJECTED -> Set.of(PUBLISHED);
      case FINAL -> Set.of();
    };
  }
}
