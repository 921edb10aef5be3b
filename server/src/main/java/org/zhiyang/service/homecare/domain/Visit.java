package org.zhiyang.service.homecare.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitStatus;

/** One visit as it stands: what was ordered, when and by whom it is done, what was found.
 *
 *  @param unitMinutes planned minutes of one unit; @param timed billed by time, so that the length of stay matters
 *  @param partMinutes part of a unit that is still paid after a short stay, null = full units only; @param minutesDone planned minutes to be paid for, 0 before check-out
 *  @param carers those assigned, in order, empty before; @param plannedFrom, plannedTo null before a start is assigned
 *  @param shares reserved with the order; frozen once CONFIRMED
 *  @param replaced cancelled so that another may take its day */
public record Visit(UUID id, long number, UUID orderId, UUID caseId, UUID elderId, String regionCode, UUID providerId, String service, String serviceName, String unit, LocalDate day, int units,
    int unitMinutes, @Nullable Integer partMinutes, boolean timed, int crew, @Nullable String requiredSkill, @Nullable Integer minimumCertificate, LocalTime windowFrom, LocalTime windowTo, @Nullable String wishes,
    @Nullable Double lng, @Nullable Double lat, List<ProofField> beforeStart, List<ProofField> atCheckOut, VisitStatus status, Instant statusSince, boolean replaced, @Nullable Instant plannedFrom,
    @Nullable Instant plannedTo, boolean fixedByHand, List<UUID> carers, @Nullable Instant checkedInAt, @Nullable Instant checkedOutAt, @Nullable Instant lastReceivedAt, int minutesDone,
    Set<VisitFlag> flags, boolean sampled, @Nullable UUID rulingId, @Nullable String evidenceDigest, PayerShares shares, @Nullable Instant decidedAt, @Nullable UUID decidedBy,
    @Nullable String decisionReason, @Nullable UUID ratingId, long version) {

  /** Planned minutes of the whole visit. */
  public int durationMinutes() {
    return units * unitMinutes;
  }

  /** Units to be paid for, two decimals at most. */
  public BigDecimal unitsDone() {
    return BigDecimal.valueOf(minutesDone).divide(BigDecimal.valueOf(unitMinutes), 2, RoundingMode.HALF_UP);
  }

  public Duration duration() {
    return Duration.ofMinutes(durationMinutes());
  }

  /** True for services whose unit is an hour: fewer hours done are fewer units. */
  public boolean byTheHour() {
    return unit.equals("小时");
  }

  public Instant windowStart(ZoneId zone) {
    return day.atTime(windowFrom).atZone(zone).toInstant();
  }

  public Instant windowEnd(ZoneId zone) {
    return day.atTime(windowTo).atZone(zone).toInstant();
  }
}
