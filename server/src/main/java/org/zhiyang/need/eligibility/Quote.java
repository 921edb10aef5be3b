package org.zhiyang.need.eligibility;

/** How a visit would be paid, and what was left of the month for it: what is neither reserved, used nor promised to others.
 *
 *  @param leftMinutes of the entitlement; @param leftVoucherFen of the voucher */
public record Quote(PayerShares shares, int leftMinutes, long leftVoucherFen) {}
