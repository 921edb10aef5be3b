package org.zhiyang.service.homecare;

import java.time.Instant;
import java.util.UUID;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;

/** The elder (or somebody for them) said how it felt, 1 (bad) to 5 (very good). {@code low} by the profile's threshold. */
public record VisitRated(UUID rating, VisitId visit, ElderId elder, ProviderId provider, String regionCode, int stars, boolean low, Instant occurredAt) {}
