package org.zhiyang.service.homecare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;

/** Nobody will come to this visit any more. {@code carers} were sent and are free again then; empty when nobody had been sent. */
public record VisitCancelled(VisitId visit, ElderId elder, ProviderId provider, LocalDate serviceDay, List<CarerId> carers, Instant occurredAt) {}
