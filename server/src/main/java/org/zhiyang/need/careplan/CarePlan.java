package org.zhiyang.need.careplan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.registry.elder.ElderId;

/** An accepted plan as the services below the loop see it; {@code to} exclusive, null = until ended. */
public record CarePlan(PlanId id, ElderId elder, CaseId careCase, LocalDate from, @Nullable LocalDate to, List<PlanItem> items) {}
