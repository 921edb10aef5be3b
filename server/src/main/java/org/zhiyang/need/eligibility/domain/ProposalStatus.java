package org.zhiyang.need.eligibility.domain;

/** Where a computed proposal stands. Only PROPOSED may be decided; a newer computation supersedes what is open. */
public enum ProposalStatus {
  PROPOSED("待确认"), UNDECIDABLE("缺少事实，不能判定"), UNCHANGED("与现有待遇相同"), CONFIRMED("已确认"), RETURNED("已退回"), SUPERSEDED("已被新的测算取代");

  private final String chinese;

  ProposalStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  public boolean mayBecome(ProposalStatus next) {
    return switch (this) {
      case PROPOSED -> next == CONFIRMED || next == RETURNED || next == SUPERSEDED;
      case UNDECIDABLE, RETURNED -> next == SUPERSEDED;
      case UNCHANGED, CONFIRMED, SUPERSEDED -> false;
    };
  }
}
