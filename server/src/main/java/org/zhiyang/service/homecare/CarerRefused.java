package org.zhiyang.service.homecare;

import java.time.Instant;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;

/** The elder does not want this carer to come again. Visits to come may still name the carer. */
public record CarerRefused(ElderId elder, CarerId carer, ProviderId provider, Instant occurredAt) {}
