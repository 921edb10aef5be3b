package org.zhiyang.oversight.rating.domain;

import java.util.Set;

/** Where an improvement task stands: OPEN (the provider answers) → ANSWERED → CHECKED by the county, or back to OPEN → CLOSED when the elder was told; a task about a month's score, which no
 *  single elder waits for, is CLOSED with the check. */
public enum ImprovementStatus {
  OPEN("待整改"), ANSWERED("待核查"), CHECKED("待告知老人"), CLOSED("已办结");

  private final String chinese;

  ImprovementStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  public Set<ImprovementStatus> successors() {
    return switch (this) {
      case OPEN -> Set.of(ANSWERED);
      case ANSWERED -> Set.of(OPEN, CHECKED, CLOSED);
      case CHECKED -> Set.of(CLOSED);
      case CLOSED -> Set.of();
    };
  }
}
