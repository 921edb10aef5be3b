package org.zhiyang.registry.population.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.region.Position;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.registry.elder.EconomicStatus;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.GbIdNumber;
import org.zhiyang.registry.elder.Hukou;
import org.zhiyang.registry.elder.LivingSituation;
import org.zhiyang.registry.elder.Sex;

/**
 * An invented elder; nobody is meant by it.
 *
 * @param phone null when the elder has none
 * @param village where the elder usually lives (常住); {@code home} lies near the village's point
 * @param abilityLevel 0 intact .. 4 complete loss, the grades of GB/T 42195-2022
 * @param disabilityGrade 1 (gravest) .. 4 of the disability certificate; 0 = holds none
 * @param careHomeId set exactly when the living situation is IN_CARE_HOME
 */
public record SimulatedElder(UUID id, UUID householdId, String name, Sex sex, LocalDate birthOn, GbIdNumber idNumber, @Nullable String phone,
                             RegionCode village, Position home, String addressDetail, Hukou hukou, LivingSituation living, EconomicStatus economic,
                             int abilityLevel, int disabilityGrade, boolean familyPlanningSpecial, String ethnicity, ElderStatus status,
                             @Nullable UUID careHomeId) {

  /** Always true: every record made here is marked so wherever it is stored. */
  public boolean synthetic() {
    return true;
  }
}
