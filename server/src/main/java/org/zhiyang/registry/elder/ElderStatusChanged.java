package org.zhiyang.registry.elder;

import java.time.Instant;
import java.time.LocalDate;

/** An elder came home, went away, to hospital, out of the city, or died. */
public record ElderStatusChanged(ElderId elder, ElderStatus from, ElderStatus to, LocalDate since, Instant occurredAt) {}
