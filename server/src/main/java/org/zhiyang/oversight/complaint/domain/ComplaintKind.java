package org.zhiyang.oversight.complaint.domain;

/** What a complaint is about. */
public enum ComplaintKind {
  NOT_COME("没有上门"), LATE("不按时"), ATTITUDE("服务态度"), QUALITY("服务质量"), CHARGE("乱收费或推销"), SAFETY("安全问题"), OTHER("其他");

  private final String chinese;

  ComplaintKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
