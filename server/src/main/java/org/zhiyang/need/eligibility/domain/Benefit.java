package org.zhiyang.need.eligibility.domain;

/** What an elder can be entitled to here. */
public enum Benefit {
  HOME_CARE_HOURS("居家养老服务时数"), CARE_VOUCHER("养老服务消费补贴（居家服务）");

  private final String chinese;

  Benefit(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
