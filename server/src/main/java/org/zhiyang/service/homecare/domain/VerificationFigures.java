package org.zhiyang.service.homecare.domain;

import java.math.BigDecimal;
import java.util.List;
import org.zhiyang.platform.policy.DatedValue;

/** The figures of the verification rules that held on the service day in the elder's area; units as in their parameter files: meters, minutes, hours, km/h, shares 0..1. */
public record VerificationFigures(DatedValue<Integer> radiusM, DatedValue<Integer> accuracyCapM, DatedValue<BigDecimal> minimumDurationShare, DatedValue<Integer> punctualityMinutes,
    DatedValue<Integer> sameCarerGapMinutes, DatedValue<Integer> impossibleSpeedKmh, DatedValue<FrequencyCaps> frequencyCaps, DatedValue<Integer> backfillHours,
    DatedValue<Integer> batchCount, DatedValue<Integer> batchWindowMinutes) {
  public List<DatedValue<?>> all() {
    return List.of(radiusM, accuracyCapM, minimumDurationShare, punctualityMinutes, sameCarerGapMinutes, impossibleSpeedKmh, frequencyCaps, backfillHours, batchCount, batchWindowMinutes);
  }
}
