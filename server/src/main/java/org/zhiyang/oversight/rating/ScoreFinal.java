package org.zhiyang.oversight.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.zhiyang.registry.facility.ProviderId;

/** A provider's score of a month became final; the month may be settled. {@code score} 0..100, two decimals. */
public record ScoreFinal(ProviderId provider, YearMonth month, BigDecimal score, boolean performancePass, Instant occurredAt) {}
