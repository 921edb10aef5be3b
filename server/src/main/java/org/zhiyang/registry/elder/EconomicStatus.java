package org.zhiyang.registry.elder;

/** The recognized economic status of an elder (经济状况), poorest first. */
public enum EconomicStatus {
  /** 特困人员: no income, no ability to work, nobody who must support them. */
  TEKUN,
  /** 最低生活保障. */
  DIBAO,
  /** 低保边缘. */
  DIBAO_EDGE,
  ORDINARY
}
