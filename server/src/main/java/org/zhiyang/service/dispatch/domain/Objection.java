package org.zhiyang.service.dispatch.domain;

import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;

/** One hard rule that an assignment would break. {@code carer} is null where it is not about one of them; {@code other} names the visit in the way. */
public record Objection(HardRule rule, @Nullable CarerId carer, @Nullable VisitId other) {}
