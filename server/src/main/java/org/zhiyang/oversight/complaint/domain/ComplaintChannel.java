package org.zhiyang.oversight.complaint.domain;

/** How it came in: by the elder's or family's own page, a staff visit, a call to 12349, or during a call-back. */
public enum ComplaintChannel {
  SELF("老人家属端"), VISIT("走访"), HOTLINE("12349来电"), CALL_BACK("回访");

  private final String chinese;

  ComplaintChannel(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
