package org.zhiyang.service.homecare;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;

/** A visit became payable, or was rejected. {@code byPerson} is false when the rules alone confirmed a normal, unsampled visit. */
public record VisitDecided(VisitId visit, ElderId elder, ProviderId provider, LocalDate serviceDay, boolean confirmed, boolean byPerson, Instant occurredAt) {}
