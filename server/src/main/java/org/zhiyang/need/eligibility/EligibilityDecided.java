package org.zhiyang.need.eligibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.registry.elder.ElderId;

/** What an elder is entitled to is settled: granted, nothing granted (services may be had at the elder's own cost), the same as before, or in force again after a death was taken back or a move ended.
 *  Whichever it is, services can be planned now. {@code careCase} is null when no case is open. */
public record EligibilityDecided(ElderId elder, @Nullable CaseId careCase, Instant occurredAt) {}
