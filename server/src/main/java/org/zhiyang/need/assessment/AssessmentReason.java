package org.zhiyang.need.assessment;

/** Why an elder is assessed. Source: GB/T 42195-2022, table A.1. */
public enum AssessmentReason {
  FIRST("首次评估"),
  ROUTINE("常规评估"),
  IMMEDIATE("即时评估"),
  RE_REVIEW("因对评估结果有疑问进行的复评"),
  OTHER("其他");

  private final String chineseName;

  AssessmentReason(String chineseName) {
    this.chineseName = chineseName;
  }

  public String chineseName() {
    return chineseName;
  }
}
