package org.zhiyang.routing.check;

/** One rule that a plan of home visits breaks; {@code sentence} is Chinese and names whom it concerns. */
public record HomeVisitFault(Kind kind, String sentence) {
  public enum Kind {
    UNKNOWN_CARER, CARER_TWICE, UNKNOWN_VISIT, SERVED_TWICE, NOT_SERVED, NOT_ABLE, REFUSED_CARER, TOO_EARLY, NO_TIME_TO_TRAVEL, WRONG_DURATION, SAME_CARER, WRONG_GAP, OUTSIDE_SHIFT, WRONG_COST
  }
}
