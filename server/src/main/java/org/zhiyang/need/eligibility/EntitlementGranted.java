package org.zhiyang.need.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.registry.elder.ElderId;

/** A county officer confirmed what the rules proposed; the elder has a new entitlement. {@code careCase} is null when no case is open. */
public record EntitlementGranted(EntitlementId entitlement, ElderId elder, @Nullable CaseId careCase, LocalDate from, @Nullable LocalDate to, Instant occurredAt) {}
