package org.zhiyang.oversight.outcome;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;

/** A questionnaire was answered. {@code score} 0..100, two decimals; {@code low} by the profile's mark; {@code provider} who last served the month, null if unknown. */
public record OutcomeRated(UUID questionnaire, ElderId elder, String regionCode, YearMonth month, @Nullable UUID provider, BigDecimal score, boolean low, Instant occurredAt) {}
