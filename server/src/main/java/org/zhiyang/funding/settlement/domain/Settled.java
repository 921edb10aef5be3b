package org.zhiyang.funding.settlement.domain;

import java.math.BigDecimal;
import java.util.UUID;

/** What frozen statements have settled for one visit so far: the sum of its first line and all corrections, lines left out for an objection not counted.
 *
 *  @param original the first line of the visit
 *  @param blocked an objection waits for its decision, or was decided against payment: nothing more is settled for now */
public record Settled(UUID visit, UUID original, BigDecimal units, Amounts amounts, boolean blocked) {}
