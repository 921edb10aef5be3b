package org.zhiyang.service.dispatch.domain;

import java.time.Instant;
import java.util.UUID;

/** An open proposal fell, because somebody changed its day otherwise; what its causes still ask for is proposed anew. */
public record RepairOvertaken(UUID repair, Instant occurredAt) {}
