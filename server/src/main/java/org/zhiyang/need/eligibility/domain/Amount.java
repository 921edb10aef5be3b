package org.zhiyang.need.eligibility.domain;

/** What a benefit is worth in a calendar month: minutes of service at public cost, or a voucher that pays a rate of the rest up to a cap.
 *
 *  @param minutes 0 and more; @param voucherCapFen 0 and more; @param voucherRatePermille 0..1000 */
public record Amount(int minutes, long voucherCapFen, int voucherRatePermille) {
  public static final Amount NOTHING = new Amount(0, 0, 0);

  public Amount {
    if (minutes < 0 || voucherCapFen < 0 || voucherRatePermille < 0 || voucherRatePermille > 1000) throw new IllegalArgumentException("an amount lies outside its range");
  }

  public boolean givesNothing() {
    return minutes == 0 && (voucherCapFen == 0 || voucherRatePermille == 0);
  }

  /** More minutes are more; then the larger cap; then the higher rate. */
  public boolean isMoreThan(Amount other) {
    if (minutes != other.minutes) return minutes > other.minutes;
    return voucherCapFen != other.voucherCapFen ? voucherCapFen > other.voucherCapFen : voucherRatePermille > other.voucherRatePermille;
  }

  public Amount plus(Amount other) {
    return new Amount(minutes + other.minutes, voucherCapFen + other.voucherCapFen, Math.max(voucherRatePermille, other.voucherRatePermille));
  }
}
