package org.zhiyang.need.intake.domain;

/** How soon help is wanted, as the person said it; does not decide anything by itself. */
public enum Urgency {
  ORDINARY("不着急"), SOON("一周内"), URGENT("马上需要");

  private final String chinese;

  Urgency(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
