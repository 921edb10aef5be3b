package org.zhiyang.need.intake;

import java.time.Instant;
import org.zhiyang.registry.elder.ElderId;

/** A need was expressed and belongs to a case now. {@code firstOfCase} is false when it joined a case that was open already. */
public record NeedCaptured(CaseId careCase, ElderId elder, String regionCode, String channel, boolean firstOfCase, Instant occurredAt) {}
