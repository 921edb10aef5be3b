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
 *  @param partMinutes part of a unit that is still paid when a visit was too short, in minutes; null = full units only
 *  @param responseTarget parameter with the minutes from asking to arriving (urgent help, M269); null for services that are planned
 *  @param priceFen price of one unit */
public record ServiceItem(String code, String name, String description, String unit, int durationMinutes, @Nullable String requiredSkill, @Nullable Integer minimumCertificateLevel,
    int crewSize, boolean countsAgainstHours, List<Map<String, Object>> beforeStart, List<Map<String, Object>> atCheckOut, @Nullable Integer partMinutes, @Nullable String responseTarget,
    long priceFen) {
  /** Ordered at once and outside every plan; the time until somebody is there is measured. */
  public boolean isUrgent() {
    return responseTarget != null;
  }
}
