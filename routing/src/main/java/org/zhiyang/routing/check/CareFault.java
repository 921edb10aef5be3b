package org.zhiyang.routing.check;

import org.zhiyang.routing.care.CareRule;

/** One thing wrong with a plan of a city's home visits; {@code sentence} is Chinese and names whom it concerns. */
public record CareFault(Kind kind, String sentence) {
  /** The hard rules of {@link CareRule}, then what makes a plan no plan at all. */
  public enum Kind {
    POOL, SKILL, LEVEL, EXPIRED, REFUSED, UNREACHABLE, SHIFT, BREAK, ONE_PLACE, WINDOW, NOT_IN_THE_PAST, DAY_LENGTH, WEEK_LENGTH, REST, LINK, PIN,
    /** A visit or a carer that the problem does not have. */ UNKNOWN,
    /** A visit that stands in the plan more than once. */ TWICE,
    /** A visit that is neither served nor listed as unserved. */ MISSING,
    /** The score is not that of the stops. */ WRONG_SCORE
  }

  static CareFault of(CareRule rule, String sentence) {
    return new CareFault(Kind.valueOf(rule.name()), sentence);
  }
}
