package org.zhiyang.need.intake;

/** The steps of the community and home loop, in order (M254-M260). The first four belong to the case as a whole, the others are reached anew in every service month. */
public enum CaseStep {
  NEED("需求登记"), ASSESSED("能力评估"), ELIGIBLE("资格认定"), PLANNED("计划确认"),
  ORDERED("生成工单"), MATCHED("匹配服务商"), DISPATCHED("派单"), VISITED("上门服务"), VERIFIED("核验"), EVALUATED("运行评估"), SETTLED("结算"), PAID("拨付"), FELT("效果反馈");

  private final String chinese;

  CaseStep(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  public boolean isMonthly() {
    return compareTo(ORDERED) >= 0;
  }
}
