package org.zhiyang.funding.settlement.domain;

import java.util.Set;

/** Where a statement stands. Only a DRAFT is recomputed; from FROZEN on its lines never change. */
public enum StatementState {
  DRAFT("待冻结"), FROZEN("待复核"), REVIEWED("待付款"), IN_BATCH("付款中"), PAID("已付款"), CLEARED("无需付款"), CARRIED("结转下期");

  private final String chinese;

  StatementState(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** The transition table. A payment the bank refused, or a withdrawn batch, puts IN_BATCH back to REVIEWED. */
  public Set<StatementState> successors() {
    return switch (this) {
      case DRAFT -> Set.of(FROZEN);
      case FROZEN -> Set.of(REVIEWED, CLEARED, CARRIED);
      case REVIEWED -> Set.of(IN_BATCH);
      case IN_BATCH -> Set.of(PAID, REVIEWED);
      case PAID, CLEARED, CARRIED -> Set.of();
    };
  }

  /** Paid, or there is nothing to pay. */
  public boolean isOver() {
    return successors().isEmpty();
  }

  /** What a review makes of a statement of this sum, in fen. */
  public static StatementState afterReview(long payableFen) {
    return payableFen > 0 ? REVIEWED : payableFen == 0 ? CLEARED : CARRIED;
  }
}
