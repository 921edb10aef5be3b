package org.zhiyang.need.careplan;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.registry.elder.ElderId;

/** Elder or proxy accepted a plan: orders may be made from it, from {@code from} on. An earlier plan of the elder ends the day before. */
public record CarePlanAccepted(PlanId plan, ElderId elder, CaseId careCase, LocalDate from, Instant occurredAt) {}
