package org.zhiyang.registry.elder;

/** Where an elder's household is registered (户籍), seen from the county they live in. */
public enum Hukou {
  /** In the county of residence. */
  LOCAL,
  /** In another county of this city. */
  SAME_CITY,
  /** Outside this city. */
  OUTSIDE
}
