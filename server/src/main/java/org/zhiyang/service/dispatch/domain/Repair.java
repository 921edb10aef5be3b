package org.zhiyang.service.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;

/** A proposal of how a changed day goes on: which visits get another carer or time. Nothing is told to anybody before a person accepts it.
 *
 *  @param carer, visit whom the cause is about, where it is about one
 *  @param lastChange the day's newest change when this was made, null for none: a later one makes the proposal void
 *  @param extraMinutes of travel; may be negative; @param moved how many visits that stood get another carer or move by more than the tolerance
 *  @param change the act that carried it out, null before */
public record Repair(UUID id, ProviderId provider, String regionCode, LocalDate day, Cause cause, @Nullable CarerId carer, @Nullable VisitId visit, @Nullable String note, State state,
    @Nullable UUID lastChange, int extraMinutes, int moved, int searchMillis, Instant madeAt, UUID madeBy, @Nullable Instant decidedAt, @Nullable UUID change, List<Line> lines) {
  public Repair {
    lines = List.copyOf(lines);
  }

  public enum Cause { ABSENCE, URGENT, CANCELLATION, LATE, OTHER }

  public enum State { PROPOSED, ACCEPTED, REJECTED, SUPERSEDED }

  /** MOVED another carer or more than the tolerance; SHIFTED by less; PLACED newly sent; LOST nobody left to send. */
  public enum Part { MOVED, SHIFTED, PLACED, LOST }

  public record Line(Part part, DayChange.Line change) {}
}
