package org.zhiyang.registry.elder;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An elder to be entered into the register, identifiers in clear: lives only between the form (or the generator) and the sealing.
 *
 *  @param level, levelValidUntil only for simulated people, whose level was not assessed here; null otherwise */
public record NewElder(UUID id, String name, Sex sex, LocalDate birthOn, String idNumber, @Nullable String phone, @Nullable String address, String regionCode,
    @Nullable Double lng, @Nullable Double lat, LivingSituation livingSituation, EconomicStatus economicStatus, Hukou hukou, boolean disability,
    boolean familyPlanningSpecial, @Nullable String level, @Nullable LocalDate levelValidUntil, boolean synthetic) {

  @Override
  public String toString() {
    return "NewElder[" + id + "]";
  }
}
