package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;

/** A visit nobody can be sent to, why, and what would solve it (the easiest first; never empty). */
public record Unserved(VisitId visit, Reason reason, List<Remedy> remedies) {
  public Unserved {
    remedies = List.copyOf(remedies);
  }

  public enum Reason {
    /** The time for it is over today: the agreed window, or the hours of dispatch. */ WINDOW_PASSED,
    /** Nobody has a shift that day. */ NOBODY_ON_DUTY,
    /** Nobody on duty has the skill. */ NO_SKILL,
    /** Those with the skill have no valid certificate of the level. */ NO_CERTIFICATE,
    /** The elder wants none of those who could come. */ ALL_REFUSED,
    /** Fewer such carers on duty than must come at once. */ CREW_TOO_SMALL,
    /** No way leads there for those who could come. */ UNREACHABLE,
    /** No shift of those who could come covers the agreed time. */ NO_SHIFT,
    /** All who could come have a full day. */ DAYS_FULL,
    /** All who could come are elsewhere in the agreed time. */ ALL_BUSY
  }

  public enum Means { CHECK_PLACE, OTHER_TIME, CALL_IN, RENEW_CERTIFICATE, OTHER_PROVIDER }

  /** @param carers who would come, be called in, or need the certificate; empty for OTHER_PROVIDER and CHECK_PLACE; @param from the other start, for OTHER_TIME */
  public record Remedy(Means means, List<CarerId> carers, @Nullable LocalTime from) {}
}
