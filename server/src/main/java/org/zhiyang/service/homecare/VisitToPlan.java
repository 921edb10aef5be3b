package org.zhiyang.service.homecare;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;

/** A visit as route planning sees it.
 *
 *  @param crew carers needed at once; @param carers those assigned (empty before), in order; @param plannedFrom start assigned, null before
 *  @param requiredSkill, minimumCertificateLevel null = none; @param lng, lat the elder's home
 *  @param usualCarer who came most in the last eight weeks, null if nobody
 *  @param wishes the elder's, about carers; none for a visit that has begun; @param locked begun or fixed by hand: not to be moved */
public record VisitToPlan(VisitId id, OrderId order, ElderId elder, ProviderId provider, String service, LocalDate day, LocalTime windowFrom, LocalTime windowTo, int durationMinutes, int crew,
    @Nullable String requiredSkill, @Nullable Integer minimumCertificateLevel, double lng, double lat, Set<CarerId> carers, @Nullable LocalTime plannedFrom, @Nullable CarerId usualCarer, boolean locked,
    CarerWishes wishes) {
  /** The same visit with other carers at another start; none and null: nobody. */
  public VisitToPlan withCarers(Set<CarerId> others, @Nullable LocalTime from) {
    return new VisitToPlan(id, order, elder, provider, service, day, windowFrom, windowTo, durationMinutes, crew, requiredSkill, minimumCertificateLevel, lng, lat, others, from, usualCarer, locked,
        wishes);
  }

  public VisitToPlan withWindowTo(LocalTime to) {
    return new VisitToPlan(id, order, elder, provider, service, day, windowFrom, to, durationMinutes, crew, requiredSkill, minimumCertificateLevel, lng, lat, carers, plannedFrom, usualCarer, locked,
        wishes);
  }

  public VisitToPlan withLocked(boolean fixed) {
    return new VisitToPlan(id, order, elder, provider, service, day, windowFrom, windowTo, durationMinutes, crew, requiredSkill, minimumCertificateLevel, lng, lat, carers, plannedFrom, usualCarer, fixed,
        wishes);
  }
}
