package org.zhiyang.platform.access;

import java.util.List;

/** What an account of a role stands for or works at, as {@code access/roles.yaml} says.
 *
 *  @param levels for REGION the levels allowed: 2 city, 3 county, 4 town, 5 village; empty otherwise */
public record Tie(Kind kind, List<Integer> levels) {
  /** PROXY is a family member whom an elder entrusted; NONE an account that belongs to the platform itself. */
  public enum Kind { REGION, ORGANIZATION, CARER, ASSESSOR, ELDER, PROXY, NONE }
}
