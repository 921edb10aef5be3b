package org.zhiyang.funding.settlement;

import java.time.Instant;
import java.time.YearMonth;
import org.zhiyang.registry.facility.ProviderId;

/** The bank paid a statement. Told once for each statement. */
public record StatementPaid(StatementId statement, ProviderId provider, YearMonth month, BatchId batch, long amountFen, Instant occurredAt) {}
