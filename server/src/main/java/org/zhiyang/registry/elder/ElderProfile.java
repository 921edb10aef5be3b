package org.zhiyang.registry.elder;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What other modules may know of an elder without any identifier: facts that rules and matching need.
 *
 *  @param level the ability level last recorded, as text of {@code AbilityLevel}, also when its last day has passed; null when never assessed
 *  @param lng, lat the home, WGS-84; null when unknown */
public record ElderProfile(ElderId id, String number, String name, Sex sex, LocalDate birthOn, String regionCode, @Nullable Double lng, @Nullable Double lat,
    LivingSituation livingSituation, EconomicStatus economicStatus, Hukou hukou, boolean disability, boolean familyPlanningSpecial,
    @Nullable String level, @Nullable LocalDate levelValidUntil, ElderStatus status, @Nullable LocalDate statusSince, boolean synthetic, long version) {

  /** Full years on the given day; a birthday on 29 February is reached on 1 March of common years. */
  public int ageOn(LocalDate day) {
    return Period.between(birthOn, day).getYears();
  }

  /** Whether the recorded level, if there is one, is known to hold on that day; its last day counts. */
  public boolean hasLevelOn(LocalDate day) {
    return level != null && levelValidUntil != null && !levelValidUntil.isBefore(day);
  }

  /** Whether there is a recorded level whose last day has passed: it is shown as expired and decides nothing any more. */
  public boolean hasExpiredLevelOn(LocalDate day) {
    return level != null && levelValidUntil != null && levelValidUntil.isBefore(day);
  }

  /** The recorded level unless its last day has passed. */
  public @Nullable String levelOn(LocalDate day) {
    return hasExpiredLevelOn(day) ? null : level;
  }

  /** @throws ElderRefusal.NotServed for the dead and those who moved away */
  public void requireServed() {
    if (!status.isServed()) throw new ElderRefusal.NotServed(status);
  }

  public Set<ElderTag> tagsOn(LocalDate day) {
    var tags = EnumSet.noneOf(ElderTag.class);
    if (livingSituation == LivingSituation.ALONE) tags.add(ElderTag.LIVING_ALONE);
    if (livingSituation == LivingSituation.EMPTY_NEST) tags.add(ElderTag.EMPTY_NEST);
    if (ageOn(day) >= 80) tags.add(ElderTag.AGED_80_PLUS);
    if (ageOn(day) >= 100) tags.add(ElderTag.CENTENARIAN);
    if (economicStatus != EconomicStatus.ORDINARY) tags.add(ElderTag.valueOf(economicStatus.name()));
    if (level != null && !level.equals("INTACT") && !level.equals("MILD")) tags.add(ElderTag.ABILITY_LOSS);
    if (familyPlanningSpecial) tags.add(ElderTag.FAMILY_PLANNING_SPECIAL);
    if (disability) tags.add(ElderTag.DISABILITY);
    return tags;
  }
}
