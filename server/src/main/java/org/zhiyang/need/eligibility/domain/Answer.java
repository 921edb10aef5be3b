package org.zhiyang.need.eligibility.domain;

/** What a rule says of an elder; undecidable when a fact it needs is not known. */
public enum Answer { YES, NO, UNDECIDABLE }
