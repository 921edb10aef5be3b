package org.zhiyang.registry.elder;

/** The sex as an identity number carries it: odd sequence = male, even = female. */
public enum Sex {
  MALE, FEMALE
}
