package org.zhiyang.registry.workforce;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiyang.registry.facility.ProviderId;

/** A carer's employment ends: from {@code from} on (that day included) they have no shift. Told when it is written down, so mostly before that day. */
public record CarerLeft(CarerId carer, ProviderId provider, LocalDate from, Instant occurredAt) {}
