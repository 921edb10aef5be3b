package org.zhiyang.need.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.ElderId;

/** A service month of a case in which somebody came was paid, or has nothing to be paid; what it was good for can be asked (M260). Told once for each payment that reached it, so a month with a later difference may be told again.
 *  {@code provider}: the last that served the case. */
public record CareMonthPaid(CaseId careCase, ElderId elder, String regionCode, YearMonth month, @Nullable UUID provider, Instant occurredAt) {}
