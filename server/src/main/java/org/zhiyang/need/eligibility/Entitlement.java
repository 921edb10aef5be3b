package org.zhiyang.need.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;

/** What an elder may use each calendar month from {@code from} to before {@code to}: minutes of service paid by the public side, and a voucher that pays a rate of the
 *  rest up to a cap. Periods of one elder do not overlap. Decided by the stored ruling, confirmed by a county officer.
 *
 *  @param to exclusive; null = until changed
 *  @param minutesPerMonth minutes of home service a month at public cost, 0 and more
 *  @param voucherCapFen most the voucher pays a month, fen; 0 = no voucher
 *  @param voucherRatePermille share of the remaining price the voucher pays, 0..1000 */
public record Entitlement(EntitlementId id, ElderId elder, LocalDate from, @Nullable LocalDate to, int minutesPerMonth, long voucherCapFen, int voucherRatePermille, UUID ruling) {
  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
