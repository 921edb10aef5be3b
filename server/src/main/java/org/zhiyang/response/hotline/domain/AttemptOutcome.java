package org.zhiyang.response.hotline.domain;

/** How one call went. WRONG_NUMBER and REFUSED end the calling: the county officer decides on the papers. */
public enum AttemptOutcome {
  REACHED("接通"), NOT_REACHED("未接通"), WRONG_NUMBER("号码有误"), REFUSED("拒绝回访");

  private final String chinese;

  AttemptOutcome(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
