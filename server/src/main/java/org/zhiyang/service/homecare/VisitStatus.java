package org.zhiyang.service.homecare;

/** Where a visit stands. PLANNED (provider known, no carer yet) → ASSIGNED (carer and time) → CHECKED_IN → CHECKED_OUT → NORMAL or ABNORMAL (verified by rules) →
 *  CONFIRMED (payable) or REJECTED (a person decided); CANCELLED before check-in, or when nobody came because the elder was not there; MISSED when nobody came. Only CONFIRMED is ever settled. */
public enum VisitStatus { PLANNED, ASSIGNED, CHECKED_IN, CHECKED_OUT, NORMAL, ABNORMAL, CONFIRMED, REJECTED, CANCELLED, MISSED }
