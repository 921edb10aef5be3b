package org.zhiyang.response.hotline.domain;

import java.util.Set;

/** Where a call-back stands: OPEN (the desk calls) → DONE, or → WITH_OFFICER (the desk could not settle it) → DONE. */
public enum CallBackStatus {
  OPEN("待回访"), WITH_OFFICER("待县区裁定"), DONE("已办结");

  private final String chinese;

  CallBackStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  public Set<CallBackStatus> successors() {
    return switch (this) {
      case OPEN -> Set.of(WITH_OFFICER, DONE);
      case WITH_OFFICER -> Set.of(DONE);
      case DONE -> Set.of();
    };
  }
}
