package org.zhiyang.registry.elder;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An elder came home, went away, to hospital, out of the city, or died; or the day of that was corrected, or a death taken back.
 *
 *  @param formerly the day that held until now: of the same status where its day was corrected ({@code from} equals {@code to}), of a death that is taken back; else null */
public record ElderStatusChanged(ElderId elder, ElderStatus from, ElderStatus to, LocalDate since, @Nullable LocalDate formerly, Instant occurredAt) {
  /** A death recorded by mistake was taken back. */
  public boolean takesDeathBack() {
    return from == ElderStatus.DECEASED && to == ElderStatus.LIVING;
  }
}
