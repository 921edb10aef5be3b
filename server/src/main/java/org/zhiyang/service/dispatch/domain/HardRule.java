package org.zhiyang.service.dispatch.domain;

/** The rules no plan and no hand may break. */
public enum HardRule {
  /** Not an active carer of this provider, or without a shift that day. */
  ON_DUTY,
  /** The elder does not want this carer to come again. */
  REFUSED,
  /** Lacks the skill the service asks for. */
  SKILL,
  /** No certificate valid that day, or of a lower level than the service asks for. */
  CERTIFICATE,
  /** No way leads there from where the carer's day begins, by their means of travel. */
  UNREACHABLE,
  /** The visit does not lie within one shift, or the way from the base does not fit before the first. */
  SHIFT,
  /** Somewhere else then, way and handover included. */
  ONE_PLACE,
  /** More service and travel than a day allows. */
  DAY_LENGTH,
  /** More service and travel than a week from Monday to Sunday allows, with what stands on its other days. */
  WEEK_LENGTH,
  /** Too little rest since the day before, or before the next. */
  REST,
  /** Outside the hours in which visits are dispatched. */
  DISPATCH_HOURS,
  /** Would begin before now. */
  NOT_IN_THE_PAST,
  /** Begins later than the agreed window and its tolerance (plans only; a hand may agree another time). */
  WINDOW,
  /** Not as many different carers as the service needs at once. */
  CREW
}
