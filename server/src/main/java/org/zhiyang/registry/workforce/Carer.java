package org.zhiyang.registry.workforce;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.facility.ProviderId;

/** A care worker as dispatching sees them.
 *
 *  @param baseLng, baseLat where the day starts, WGS-84
 *  @param skills codes as in the service list (PERSONAL_CARE, BATHING, REHABILITATION, DEMENTIA, MEDICAL_ESCORT)
 *  @param certificateLevel 5 (lowest) … 1 (highest), valid on the day asked for; null = none valid that day
 *  @param shifts of the weekday asked for without the times of absence, by start
 *  @param absent away for at least a part of that day
 *  @param travelMode how they get from visit to visit */
public record Carer(CarerId id, ProviderId provider, String name, String sex, double baseLng, double baseLat, Set<String> skills, boolean partTime,
    @Nullable Integer certificateLevel, List<Shift> shifts, boolean absent, TravelMode travelMode) {
  /** Somebody who is not away that day and rides an e-bike. */
  public Carer(CarerId id, ProviderId provider, String name, String sex, double baseLng, double baseLat, Set<String> skills, boolean partTime, @Nullable Integer certificateLevel, List<Shift> shifts) {
    this(id, provider, name, sex, baseLng, baseLat, skills, partTime, certificateLevel, shifts, false, TravelMode.E_BIKE);
  }

  public record Shift(java.time.LocalTime from, java.time.LocalTime to) {}
}
