package org.zhiyang.need.intake;

import java.util.List;
import java.util.stream.Stream;

/** The steps of the community and home loop, in order (M254-M260). The first four belong to the case as a whole, the others are reached anew in every service month.
 *  Each belongs to one of the four phases of the service workflow (申请、评估审批、规范服务、跟踪回访, M280) and has somebody who holds it until it is done. */
public enum CaseStep {
  NEED("需求登记", Phase.APPLICATION, "村社工作者"), ASSESSED("能力评估", Phase.ASSESSMENT, "镇街安排，评估员上门"), ELIGIBLE("资格认定", Phase.ASSESSMENT, "县区民政"),
  PLANNED("计划确认", Phase.ASSESSMENT, "镇街制定，老人或家属确认"), ORDERED("生成工单", Phase.SERVICE, "镇街经办"), MATCHED("匹配服务商", Phase.SERVICE, "服务商"),
  DISPATCHED("派单", Phase.SERVICE, "服务商"), VISITED("上门服务", Phase.SERVICE, "护理员"), VERIFIED("核验", Phase.FOLLOW_UP, "12349坐席"),
  EVALUATED("运行评估", Phase.FOLLOW_UP, "县区民政"), SETTLED("结算", Phase.FOLLOW_UP, "县区财务"), PAID("拨付", Phase.FOLLOW_UP, "市级财务"), FELT("效果反馈", Phase.FOLLOW_UP, "老人或家属");

  /** Who names a provider for an order nobody takes. */
  public static final String COUNTY = "县区民政";

  /** Steps that must be done before services are ordered (M256). */
  private static final List<CaseStep> BEFORE_SUPPLY = Stream.of(values()).filter(step -> !step.isMonthly()).toList();

  /** The four-step workflow any service of the platform follows (M280). */
  public enum Phase {
    APPLICATION("申请"), ASSESSMENT("评估审批"), SERVICE("服务"), FOLLOW_UP("跟踪回访");

    private final String chinese;

    Phase(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  private final String chinese;
  private final Phase phase;
  private final String holder;

  CaseStep(String chinese, Phase phase, String holder) {
    this.chinese = chinese;
    this.phase = phase;
    this.holder = holder;
  }

  public String chinese() {
    return chinese;
  }

  public Phase phase() {
    return phase;
  }

  /** In whose hands the case lies while this step is not done, in Chinese. */
  public String holder() {
    return holder;
  }

  public boolean isMonthly() {
    return compareTo(ORDERED) >= 0;
  }

  public static List<CaseStep> beforeSupply() {
    return BEFORE_SUPPLY;
  }
}
