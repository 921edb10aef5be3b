package org.zhiyang.need.careplan;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiyang.registry.elder.ElderId;

/** No visit of the plan is due on or after {@code to}. */
public record CarePlanEnded(PlanId plan, ElderId elder, LocalDate to, Instant occurredAt) {}
