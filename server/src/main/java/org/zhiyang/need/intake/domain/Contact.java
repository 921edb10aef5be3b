package org.zhiyang.need.intake.domain;

/** How the elder wishes to be answered. */
public enum Contact {
  CALL_ELDER("打电话给老人"), CALL_FAMILY("打电话给家属"), VISIT("上门来说");

  private final String chinese;

  Contact(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
