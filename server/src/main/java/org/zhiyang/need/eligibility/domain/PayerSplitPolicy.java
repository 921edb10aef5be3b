package org.zhiyang.need.eligibility.domain;

import org.zhiyang.need.eligibility.PayerShares;

/** Splits one price among the payers in their order. The entitlement pays for whole visits by minutes: it pays the part of what is still open that its minutes
 *  are of the visit's minutes. The voucher pays its rate of what is still open, at most what is left of it. Parts of a fen are rounded down: the elder, who comes
 *  last, pays the difference, at most one fen for each payer.
 *
 *  <p>Example: ¥45.00 for 60 minutes, 20 minutes left, voucher 50 %: public 1500, voucher 1500, elder 1500 fen. */
public final class PayerSplitPolicy {
  private PayerSplitPolicy() {}

  /** What may still be taken.
   *
   *  @param minutes of the entitlement; @param voucherFen of the voucher; @param voucherRatePermille 0..1000 */
  public record Left(int minutes, long voucherFen, int voucherRatePermille) {
    public static final Left NOTHING = new Left(0, 0, 0);

    public Left without(PayerShares shares) {
      return new Left(minutes - shares.publicMinutes(), voucherFen - shares.voucherFen(), voucherRatePermille);
    }
  }

  /** @param visitMinutes minutes of the visit that may count against the entitlement; 0 if the item does not count against hours */
  public static PayerShares split(long priceFen, int visitMinutes, Left left, PayerOrder order) {
    long open = priceFen;
    long publicFen = 0;
    long voucherFen = 0;
    int minutes = 0;
    for (var payer : order.payers()) {
      switch (payer) {
        case ENTITLEMENT -> {
          minutes = open == 0 ? 0 : Math.max(0, Math.min(visitMinutes, left.minutes()));
          publicFen = minutes == 0 ? 0 : minutes == visitMinutes ? open : Math.multiplyExact(open, minutes) / visitMinutes;
          open -= publicFen;
        }
        case VOUCHER -> {
          voucherFen = Math.max(0, Math.min(Math.multiplyExact(open, left.voucherRatePermille()) / 1000, left.voucherFen()));
          open -= voucherFen;
        }
        case ELDER -> { }
      }
    }
    return new PayerShares(priceFen, publicFen, voucherFen, open, minutes);
  }
}
