package org.zhiyang.need.eligibility.domain;

/** Who pays, in the order the city profile sets. */
public enum Payer { ENTITLEMENT, VOUCHER, ELDER }
