package org.zhiyang.service.homecare.domain;

import static org.zhiyang.service.homecare.VisitStatus.ABNORMAL;
import static org.zhiyang.service.homecare.VisitStatus.ASSIGNED;
import static org.zhiyang.service.homecare.VisitStatus.CANCELLED;
import static org.zhiyang.service.homecare.VisitStatus.CHECKED_IN;
import static org.zhiyang.service.homecare.VisitStatus.CHECKED_OUT;
import static org.zhiyang.service.homecare.VisitStatus.CONFIRMED;
import static org.zhiyang.service.homecare.VisitStatus.MISSED;
import static org.zhiyang.service.homecare.VisitStatus.NORMAL;
import static org.zhiyang.service.homecare.VisitStatus.PLANNED;
import static org.zhiyang.service.homecare.VisitStatus.REJECTED;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.zhiyang.service.homecare.VisitStatus;

/** Which status of a visit may follow which; every status stands in the table. A missed or cancelled visit comes back to life when a phone that was offline reports it; a check-in left open goes straight to
 *  a person (ABNORMAL), and so does what the rules alone found normal or confirmed when it turns out later that the elder was not there. What a person decided stays decided.
 *  A missed visit is cancelled when the elder's absence is told late, and missed again when that absence is taken back. */
public final class VisitTransitions {
  private static final Map<VisitStatus, Set<VisitStatus>> AFTER = Map.of(
      PLANNED, EnumSet.of(ASSIGNED, CHECKED_IN, CANCELLED, MISSED),
      ASSIGNED, EnumSet.of(PLANNED, ASSIGNED, CHECKED_IN, CANCELLED, MISSED),
      CHECKED_IN, EnumSet.of(CHECKED_OUT, ABNORMAL),
      CHECKED_OUT, EnumSet.of(NORMAL, ABNORMAL),
      NORMAL, EnumSet.of(CONFIRMED, REJECTED, ABNORMAL),
      ABNORMAL, EnumSet.of(CONFIRMED, REJECTED),
      CONFIRMED, EnumSet.of(ABNORMAL),
      REJECTED, Set.of(),
      CANCELLED, EnumSet.of(CHECKED_IN, MISSED),
      MISSED, EnumSet.of(CHECKED_IN, CANCELLED));

  private VisitTransitions() {}

  public static boolean allows(VisitStatus from, VisitStatus to) {
    return AFTER.get(from).contains(to);
  }

  /** Before anybody came: may be assigned, moved, cancelled. */
  public static boolean isOpen(VisitStatus status) {
    return status == PLANNED || status == ASSIGNED;
  }

  public static boolean isDecided(VisitStatus status) {
    return status == CONFIRMED || status == REJECTED;
  }
}
