package org.zhiyang.funding.settlement.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;

/** Builds visits as home care tells of them. */
public final class VisitFixtures {
  private VisitFixtures() {}

  public static VisitFacts visit(UUID id, UUID elder, ProviderId provider, String region, LocalDate day, VisitStatus status, int units, long publicFen, long voucherFen, long elderFen) {
    return visit(id, elder, provider, region, day, status, BigDecimal.valueOf(units), publicFen, voucherFen, elderFen);
  }

  public static VisitFacts visit(UUID id, UUID elder, ProviderId provider, String region, LocalDate day, VisitStatus status, BigDecimal units, long publicFen, long voucherFen, long elderFen) {
    var shares = status == VisitStatus.CONFIRMED ? new PayerShares(publicFen + voucherFen + elderFen, publicFen, voucherFen, elderFen, 60) : null;
    return new VisitFacts(new VisitId(id), new OrderId(new UUID(9, 9)), new CaseId(new UUID(7, elder.getLeastSignificantBits())), new ElderId(elder), provider, region, "BATHING", day, null, null, null, List.of(),
        1, units, status, Set.of(), false, shares, null, org.zhiyang.platform.crypto.Sm3.hex(id.toString()));
  }

  public static VisitFacts with(VisitFacts v, VisitStatus status, long publicFen, long voucherFen, long elderFen) {
    return visit(v.id().value(), v.elder().value(), v.provider(), v.regionCode(), v.day(), status, v.unitsDone(), publicFen, voucherFen, elderFen);
  }
}
