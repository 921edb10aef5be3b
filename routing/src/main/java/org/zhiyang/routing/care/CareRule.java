package org.zhiyang.routing.care;

/** The hard rules. */
public enum CareRule {
  /** Not of the pool the visit belongs to. */
  POOL,
  /** Lacks a needed skill altogether. */
  SKILL,
  /** Has the skill, but at too low a level. */
  LEVEL,
  /** The licence or certificate behind the skill expires before the visit ends. */
  EXPIRED,
  /** Elder and carer do not want each other. */
  REFUSED,
  /** No way leads there, or none leads on from there, by the carer's means of travel. */
  UNREACHABLE,
  /** No shift holds the visit and the ways. */
  SHIFT,
  /** A break of the shift would fall away. */
  BREAK,
  /** Somewhere else then, ways and handover included. */
  ONE_PLACE,
  /** Outside the window of the visit. */
  WINDOW,
  /** Would begin, or somebody set out, before now. Who goes there from the same place as in the standing plan, or to a pinned visit, may be under way. */
  NOT_IN_THE_PAST,
  /** More service and travel than a day allows. */
  DAY_LENGTH,
  /** More than a week allows. */
  WEEK_LENGTH,
  /** Too little rest between two days. */
  REST,
  /** Joined visits: one carer twice, a wrong gap, or one served without the other. */
  LINK,
  /** A pinned visit was moved. */
  PIN
}
