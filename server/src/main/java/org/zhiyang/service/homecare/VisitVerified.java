package org.zhiyang.service.homecare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;

/** The rules looked at a finished visit. Abnormal ones and the random sample go to call-back; nothing abnormal is settled before a person decided. */
public record VisitVerified(VisitId visit, ElderId elder, ProviderId provider, String regionCode, LocalDate serviceDay, boolean normal, Set<VisitFlag> flags, boolean sampled, Instant occurredAt) {}
