package org.zhiyang.oversight.complaint.domain;

import java.util.Set;

/** Where a complaint stands: RECEIVED → ASSIGNED (the provider must answer) → ANSWERED → CLOSED by the county, or back to ASSIGNED when the answer does not do; WITHDRAWN by who complained. */
public enum ComplaintStatus {
  RECEIVED("已受理"), ASSIGNED("待服务商答复"), ANSWERED("待县区认定"), CLOSED("已办结"), WITHDRAWN("已撤回");

  private final String chinese;

  ComplaintStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** ASSIGNED → CLOSED only after the provider let its day pass. */
  public Set<ComplaintStatus> successors() {
    return switch (this) {
      case RECEIVED -> Set.of(ASSIGNED, WITHDRAWN);
      case ASSIGNED -> Set.of(ANSWERED, CLOSED, WITHDRAWN);
      case ANSWERED -> Set.of(ASSIGNED, CLOSED, WITHDRAWN);
      case CLOSED, WITHDRAWN -> Set.of();
    };
  }
}
