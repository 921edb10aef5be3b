package org.zhiyang.response.hotline;

/** What the desk found out. The first two decide the visit at once; PARTLY and CANNOT_REACH go to the county officer; DECIDED_OTHERWISE: somebody decided the visit before the call. */
public enum CallBackResult {
  CONFIRMED_SERVICE("服务属实"), NOT_DONE("未提供服务"), PARTLY("部分提供"), CANNOT_REACH("无法联系"), DECIDED_OTHERWISE("已由他人裁定");

  private final String chinese;

  CallBackResult(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
