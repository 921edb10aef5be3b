package org.zhiyang.service.homecare.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an elder said about a carer, in force until it is taken back or said otherwise.
 *
 *  @param reason in the elder's words; never null for REFUSED */
public record CarerWish(UUID id, Kind kind, @Nullable String reason, SaidBy saidBy, Instant saidAt, String recordedRole) {
  /** WANTED: sent rather than others. REFUSED: not sent again. */
  public enum Kind { WANTED, REFUSED }

  public enum SaidBy { ELDER, FAMILY }
}
