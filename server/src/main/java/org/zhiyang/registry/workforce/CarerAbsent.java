package org.zhiyang.registry.workforce;

import java.time.Instant;
import java.util.UUID;
import org.zhiyang.registry.facility.ProviderId;

/** A carer will not work from–to ({@code to} exclusive). */
public record CarerAbsent(UUID absence, CarerId carer, ProviderId provider, Instant from, Instant to, Absence.Reason reason, Instant occurredAt) {}
