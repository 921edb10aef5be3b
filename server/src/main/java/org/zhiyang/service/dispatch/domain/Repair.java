package org.zhiyang.service.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;

/** A proposal of how a changed day goes on: which visits get another carer or time, and which nobody can take. Nothing is told to anybody before a person accepts it.
 *
 *  @param about the newest cause; @param also causes of proposals this one took the place of, which it answers too
 *  @param unsolved visits of a cause, or lost by it, that nobody can take: why, and what would solve it
 *  @param lastChange the day's newest change when this was made, null for none: a later one makes the proposal void
 *  @param extraMinutes of travel; may be negative; @param moved how many visits that stood get another carer or move by more than the tolerance
 *  @param change the act that carried it out, null before */
public record Repair(UUID id, ProviderId provider, String regionCode, LocalDate day, About about, List<About> also, @Nullable String note, State state, @Nullable UUID lastChange,
    int extraMinutes, int moved, int searchMillis, Instant madeAt, UUID madeBy, @Nullable Instant decidedAt, @Nullable UUID change, List<Line> lines, List<Unserved> unsolved) {
  public Repair {
    also = List.copyOf(also);
    lines = List.copyOf(lines);
    unsolved = List.copyOf(unsolved);
  }

  /** What happened. A carer who is late: {@code visit} is the one they have not come to or are still at.
   *
   *  @param carer, visit whom it is about, where it is about one */
  public record About(Cause cause, @Nullable CarerId carer, @Nullable VisitId visit) {}

  /** All causes, the newest first. */
  public List<About> causes() {
    return Stream.concat(Stream.of(about), also.stream()).toList();
  }

  public enum Cause { ABSENCE, REFUSED, URGENT, CANCELLATION, LATE, OTHER }

  /** SUPERSEDED: another proposal took its place, or the day went on otherwise. */
  public enum State { PROPOSED, ACCEPTED, REJECTED, SUPERSEDED }

  /** MOVED another carer or more than the tolerance; SHIFTED by less; PLACED newly sent; LOST nobody left to send. */
  public enum Part { MOVED, SHIFTED, PLACED, LOST }

  public record Line(Part part, DayChange.Line change) {}
}
