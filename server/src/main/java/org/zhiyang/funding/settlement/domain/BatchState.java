package org.zhiyang.funding.settlement.domain;

import java.util.Set;

/** Where a payment batch stands. */
public enum BatchState {
  PREPARED("待审批"), APPROVED("已审批"), SENT("已送银行"), RECONCILED("已对账"), WITHDRAWN("已撤回");

  private final String chinese;

  BatchState(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** The transition table. */
  public Set<BatchState> successors() {
    return switch (this) {
      case PREPARED -> Set.of(APPROVED, WITHDRAWN);
      case APPROVED -> Set.of(SENT, WITHDRAWN);
      case SENT -> Set.of(RECONCILED);
      case RECONCILED, WITHDRAWN -> Set.of();
    };
  }
}
