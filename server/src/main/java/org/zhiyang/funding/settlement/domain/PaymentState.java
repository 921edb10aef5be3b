package org.zhiyang.funding.settlement.domain;

/** Where one payment of a batch stands. PREPARED, SENT and PAID of one statement exclude each other: the database lets only one of them be. */
public enum PaymentState {
  PREPARED("待付"), WITHDRAWN("已撤回"), SENT("已送银行"), PAID("已付"), REFUSED("银行退回");

  private final String chinese;

  PaymentState(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
