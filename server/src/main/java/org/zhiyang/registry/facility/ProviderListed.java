package org.zhiyang.registry.facility;

import java.time.Instant;
import java.time.LocalDate;

/** A provider's listing changed; open orders of a defaulted provider must find another. */
public record ProviderListed(ProviderId provider, Listing listing, LocalDate since, Instant occurredAt) {}
