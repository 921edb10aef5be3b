package org.zhiyang.need.eligibility;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the service list (服务清单) with the figures of a day and place.
 *
 *  @param code e.g. MEAL, BATHING; @param unit Chinese unit (份, 次, 小时); @param durationMinutes planned minutes of one unit
 *  @param requiredSkill, minimumCertificateLevel null = none asked; levels 5 (lowest) to 1
 *  @param crewSize carers needed at the same time
 *  @param countsAgainstHours whether public minutes may pay for it
 *  @param beforeStart, atCheckOut fields of proof: {field, label, kind, …} as in the profile
 *  @param priceFen price of one unit */
public record ServiceItem(String code, String name, String description, String unit, int durationMinutes, @Nullable String requiredSkill, @Nullable Integer minimumCertificateLevel,
    int crewSize, boolean countsAgainstHours, List<Map<String, Object>> beforeStart, List<Map<String, Object>> atCheckOut, long priceFen) {}
