package org.zhiyang.funding.settlement;

import java.time.Instant;
import java.time.YearMonth;
import org.zhiyang.registry.facility.ProviderId;

/** A statement was frozen to its evidence; {@code digest} is the SM3 hex over its lines, {@code payableFen} what public money owes (negative when more is taken back than due). */
public record StatementFrozen(StatementId statement, ProviderId provider, YearMonth month, long payableFen, String digest, Instant occurredAt) {}
