package org.zhiyang.registry.elder;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An elder came home, went away, to hospital, out of the city, or died; or the day of that was corrected, or a death taken back.
 *
 *  @param formerly the day that held until now: of the same status where its day was corrected ({@code from} equals {@code to}), of the absence that ends where the elder is {@code LIVING} again, of a death
 *      that is taken back; else null, also where it is not known
 *  @param reason in the words of whoever recorded it; null in news of before the update */
public record ElderStatusChanged(ElderId elder, ElderStatus from, ElderStatus to, LocalDate since, @Nullable LocalDate formerly, @Nullable String reason, Instant occurredAt) {
  /** A death recorded by mistake was taken back. */
  public boolean takesDeathBack() {
    return from == ElderStatus.DECEASED && to == ElderStatus.LIVING;
  }

  /** The elder was away, and is not any more from {@code since} on. */
  public boolean endsAbsence() {
    return to == ElderStatus.LIVING && from != ElderStatus.LIVING && from != ElderStatus.DECEASED;
  }

  /** An absence that ends on the day it began has no day: it was recorded by mistake. */
  public boolean takesAbsenceBack() {
    return endsAbsence() && formerly != null && !since.isAfter(formerly);
  }
}
