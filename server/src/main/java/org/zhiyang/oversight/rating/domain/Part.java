package org.zhiyang.oversight.rating.domain;

/** The parts of a provider's month, in the order they are shown. */
public enum Part {
  PUNCTUALITY("准时"), COMPLETION("完成"), VERIFIED_CALL_BACKS("回访属实"), COMPLAINTS("无投诉"), SATISFACTION("满意");

  private final String chinese;

  Part(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
