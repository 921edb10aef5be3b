package org.zhiyang.registry.workforce;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff to be entered, phone numbers in clear until they are sealed. */
public sealed interface NewStaff {
  record NewCarer(UUID id, UUID provider, String regionCode, String name, String sex, @Nullable String phone, double baseLng, double baseLat, Set<String> skills, boolean partTime,
      TravelMode travelMode, List<NewCertificate> certificates, List<NewShift> shifts, boolean synthetic) implements NewStaff {}

  record NewCertificate(int level, String number, LocalDate fromOn, LocalDate lastDay) {}

  /** @param weekday 1 = Monday … 7 = Sunday */
  record NewShift(int weekday, LocalTime from, LocalTime to) {}

  record NewAssessor(UUID id, String regionCode, String name, boolean medicalBackground, String qualification, LocalDate certifiedFrom,
      @Nullable LocalDate certifiedTo, @Nullable String phone, boolean synthetic) implements NewStaff {}

  record NewVillageWorker(UUID id, String regionCode, String name, @Nullable String phone, boolean synthetic) implements NewStaff {}
}
