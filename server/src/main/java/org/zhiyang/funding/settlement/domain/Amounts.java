package org.zhiyang.funding.settlement.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhiyang.need.eligibility.PayerShares;

/** The money of one line, in fen: the three shares add up to the price; withheld is the part of the public money (entitlement and voucher) that a failed score costs.
 *  Differences of amounts are amounts too, so every figure may be negative. */
public record Amounts(long priceFen, long publicFen, long voucherFen, long elderFen, long withheldFen) {
  public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0);

  public Amounts {
    if (publicFen + voucherFen + elderFen != priceFen) throw new IllegalArgumentException("shares must add up to the price");
  }

  /** What a proven visit gives: {@code heldShare} 0..1 of the public money is withheld, rounded half up to the fen. Example: due 12345, share 0.1 withholds 1235. */
  public static Amounts of(PayerShares shares, BigDecimal heldShare) {
    var due = shares.publicFen() + shares.voucherFen();
    var withheld = BigDecimal.valueOf(due).multiply(heldShare).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return new Amounts(shares.priceFen(), shares.publicFen(), shares.voucherFen(), shares.elderFen(), withheld);
  }

  /** Public money due before anything is withheld. */
  public long dueFen() {
    return publicFen + voucherFen;
  }

  /** What public money pays the provider. */
  public long payableFen() {
    return dueFen() - withheldFen;
  }

  public Amounts plus(Amounts other) {
    return new Amounts(priceFen + other.priceFen, publicFen + other.publicFen, voucherFen + other.voucherFen, elderFen + other.elderFen, withheldFen + other.withheldFen);
  }

  public Amounts minus(Amounts other) {
    return new Amounts(priceFen - other.priceFen, publicFen - other.publicFen, voucherFen - other.voucherFen, elderFen - other.elderFen, withheldFen - other.withheldFen);
  }
}
