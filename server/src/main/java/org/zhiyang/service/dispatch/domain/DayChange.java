package org.zhiyang.service.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** One act of a dispatcher that changed who goes where when.
 *
 *  @param plan the plan published, else null; @param reverses the act taken back, else null */
public record DayChange(UUID id, ProviderId provider, String regionCode, LocalDate day, Kind kind, @Nullable UUID plan, @Nullable UUID reverses, @Nullable String reason, Instant at,
    UUID actedBy, String actedRole, List<Line> lines) {
  public enum Kind { PUBLICATION, ASSIGNMENT, REMOVAL, REVERSAL, REPAIR }

  /** @param from start, null where there are no carers */
  public record Standing(List<CarerId> carers, @Nullable LocalTime from) {
    public static final Standing NOBODY = new Standing(List.of(), null);

    /** How a visit stands: nobody where a carer or the start is missing. */
    public static Standing of(VisitToPlan visit) {
      return visit.carers().isEmpty() || visit.plannedFrom() == null ? NOBODY : new Standing(List.copyOf(visit.carers()), visit.plannedFrom());
    }

    public boolean isEmpty() {
      return carers.isEmpty();
    }

    /** The same people at the same time; their order does not matter. */
    public boolean same(Standing other) {
      return java.util.Set.copyOf(carers).equals(java.util.Set.copyOf(other.carers)) && java.util.Objects.equals(from, other.from);
    }
  }

  public record Line(VisitId visit, Standing before, boolean beforeLocked, Standing after) {}
}
