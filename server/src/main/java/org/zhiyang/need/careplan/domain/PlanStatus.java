package org.zhiyang.need.careplan.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where a plan stands. ENDED plans were accepted once and keep the days they were in force. */
public enum PlanStatus {
  DRAFT("草稿"), PROPOSED("待确认"), CHANGE_WANTED("老人想改"), ACCEPTED("已确认"), ENDED("已终止"), WITHDRAWN("已撤回");

  private final String chinese;

  PlanStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  public Set<PlanStatus> successors() {
    return switch (this) {
      case DRAFT -> EnumSet.of(DRAFT, PROPOSED, WITHDRAWN);
      case PROPOSED -> EnumSet.of(DRAFT, ACCEPTED, CHANGE_WANTED, WITHDRAWN);
      case CHANGE_WANTED -> EnumSet.of(DRAFT, PROPOSED, WITHDRAWN);
      case ACCEPTED -> EnumSet.of(ENDED);
      case ENDED, WITHDRAWN -> EnumSet.noneOf(PlanStatus.class);
    };
  }

  /** @throws PlanRefusal.WrongStatus when this step is not possible */
  public PlanStatus to(PlanStatus next) {
    if (!successors().contains(next)) throw new PlanRefusal.WrongStatus(this, next);
    return next;
  }
}
