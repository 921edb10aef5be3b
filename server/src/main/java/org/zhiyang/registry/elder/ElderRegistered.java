package org.zhiyang.registry.elder;

import java.time.Instant;

/** An elder was entered into the register. */
public record ElderRegistered(ElderId elder, String regionCode, Instant occurredAt) {}
