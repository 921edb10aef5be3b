package org.zhiyang.need.intake.domain;

/** Who expressed the need; not who typed it. */
public enum AskedBy {
  ELDER("老人本人"), FAMILY("家属"), NEIGHBOR("邻里"), STAFF("工作人员发现");

  private final String chinese;

  AskedBy(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
