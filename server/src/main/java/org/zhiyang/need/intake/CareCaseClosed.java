package org.zhiyang.need.intake;

import java.time.Instant;
import org.zhiyang.registry.elder.ElderId;

/** A case was closed, after its feedback step; open plans and orders end. */
public record CareCaseClosed(CaseId careCase, ElderId elder, String reason, Instant occurredAt) {}
