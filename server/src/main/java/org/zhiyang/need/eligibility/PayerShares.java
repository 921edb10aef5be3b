package org.zhiyang.need.eligibility;

/** How one price is paid, in fen; the three shares add up to the price. Order of payers: entitlement first, then voucher, then the elder (city profile payer-order).
 *
 *  @param publicMinutes minutes taken from the entitlement for this */
public record PayerShares(long priceFen, long publicFen, long voucherFen, long elderFen, int publicMinutes) {
  public PayerShares {
    if (publicFen < 0 || voucherFen < 0 || elderFen < 0 || publicFen + voucherFen + elderFen != priceFen) throw new IllegalArgumentException("shares must add up to the price");
  }
}
