package org.zhiyang.service.homecare;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;

/** A visit of this very day was made while the day runs: urgent help was taken on, an order begins today, the elder is back. Visits of days to come make no such news: a plan of the night finds them. */
public record VisitAdded(VisitId visit, ElderId elder, ProviderId provider, LocalDate serviceDay, Instant occurredAt) {}
