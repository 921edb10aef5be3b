package org.zhiyang.need.careplan;

import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One weekly service of a plan.
 *
 *  @param weekdays 1 = Monday … 7 = Sunday, at least one; @param units units a visit (hours, portions, times)
 *  @param windowFrom, windowTo when the visit should begin, local time
 *  @param wishedProvider the elder's wish, null when open; @param wishes in words (a woman carer, ring twice), null when none */
public record PlanItem(UUID id, String service, Set<Integer> weekdays, int units, LocalTime windowFrom, LocalTime windowTo, @Nullable UUID wishedProvider, @Nullable String wishes) {}
