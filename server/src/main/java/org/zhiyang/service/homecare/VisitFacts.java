package org.zhiyang.service.homecare;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;

/** One visit with what was proved, as call-back, score and statement see it. {@code shares} is null until the visit is CONFIRMED; {@code evidenceDigest} is the SM3 hex over
 *  the visit's proof, null before check-out; it never changes afterwards.
 *
 *  @param unitsDone units to be paid for, up to two decimals: a short visit of a service paid by parts counts 0.5 of an hour */
public record VisitFacts(VisitId id, OrderId order, CaseId careCase, ElderId elder, ProviderId provider, String regionCode, String service, LocalDate day, @Nullable Instant plannedFrom,
    @Nullable Instant checkedInAt, @Nullable Instant checkedOutAt, List<CarerId> carers, int unitsPlanned, BigDecimal unitsDone, VisitStatus status, Set<VisitFlag> flags, boolean sampled,
    @Nullable PayerShares shares, @Nullable UUID rating, @Nullable String evidenceDigest) {}
