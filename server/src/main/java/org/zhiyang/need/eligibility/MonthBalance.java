package org.zhiyang.need.eligibility;

import java.time.YearMonth;

/** An elder's entitlement of one calendar month: granted, reserved by planned visits, used by verified ones. What is left = granted - reserved - used, never below zero. */
public record MonthBalance(YearMonth month, int grantedMinutes, int reservedMinutes, int usedMinutes, long voucherCapFen, long voucherReservedFen, long voucherUsedFen) {
  public int leftMinutes() {
    return grantedMinutes - reservedMinutes - usedMinutes;
  }

  public long leftVoucherFen() {
    return voucherCapFen - voucherReservedFen - voucherUsedFen;
  }
}
