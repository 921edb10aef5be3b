package org.zhiyang.need.eligibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.registry.elder.ElderId;

/** Somebody is served again, a death taken back or a move ended, and an entitlement of before is in force: what ended with it is to be planned anew. {@code careCase} is null when no case is open. */
public record EntitlementResumed(EntitlementId entitlement, ElderId elder, @Nullable CaseId careCase, Instant occurredAt) {}
