package org.zhiyang.registry.elder;

import java.time.Instant;

/** The register names another village or another place for an elder's home. */
public record ElderHomeChanged(ElderId elder, Instant occurredAt) {}
