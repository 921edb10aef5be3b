package org.zhiyang.funding.settlement.domain;

/** What a line of a statement is. Only CORRECTION and CARRY name an earlier record and may be negative. */
public enum LineKind {
  /** A confirmed visit of the statement's own month. */
  VISIT("本月服务"),
  /** A visit of a month already frozen that was confirmed afterwards and never settled. */
  LATE("补结"),
  /** The difference between what a frozen line says and what holds now. */
  CORRECTION("更正"),
  /** What an earlier statement took back beyond its own dues. */
  CARRY("上期结转");

  private final String chinese;

  LineKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
