package org.zhiyang.need.eligibility;

/** How a visit would be paid, and what is left of the month. For example 480 minutes left of which 420 are promised: an hour is free for it.
 *
 *  @param leftMinutes, leftVoucherFen the same figures as {@link MonthBalance}: neither reserved nor used
 *  @param promisedMinutes, promisedVoucherFen what visits that are promised but not made yet will take of that first
 *  @param entitled false: no entitlement is in force on the day, so nothing of the month pays for it */
public record Quote(PayerShares shares, int leftMinutes, int promisedMinutes, long leftVoucherFen, long promisedVoucherFen, boolean entitled) {
  /** Minutes a further visit may take. */
  public int freeMinutes() {
    return entitled ? leftMinutes - promisedMinutes : 0;
  }
}
