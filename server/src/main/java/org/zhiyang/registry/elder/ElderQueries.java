package org.zhiyang.registry.elder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.web.NotFound;

/** The questions other modules may ask the register. */
public interface ElderQueries {
  /** The elder if the scope reaches them. */
  Optional<ElderProfile> find(ElderId id, Scope scope);

  /** The elder, or the not-found refusal (also when the scope does not reach them). */
  default ElderProfile get(ElderId id, Scope scope) {
    return find(id, scope).orElseThrow(NotFound::new);
  }

  /** Profiles of many elders, without a scope check: for rows whose own scope was checked already. Unknown ids are left out. */
  Map<ElderId, ElderProfile> list(Collection<ElderId> ids);

  /** Phone and detailed address in clear, for the people who visit the elder that day. The caller has checked that they may, and writes the audit trail. Unknown ids are left out. */
  Map<ElderId, Contact> openContacts(Collection<ElderId> ids);

  /** How to reach an elder; each null when unknown. */
  record Contact(@Nullable String phone, @Nullable String address) {}

  /** Of these elders those living, or expected back, in the city whose recorded level ends by {@code lastDay} (inclusive) or ended before; a level without a last day never does. */
  List<LevelEnd> levelsEndingBy(Collection<ElderId> ids, LocalDate lastDay);

  /** A recorded level that holds until {@code lastDay} (inclusive). */
  record LevelEnd(ElderId elder, String regionCode, LocalDate lastDay) {}

  /** Those of them who are or will be in hospital, away, moved or deceased on some day from {@code day} on, as far as the register knows. */
  Set<ElderId> absentFrom(Collection<ElderId> ids, LocalDate day);

  /** True if the elder was in hospital, away, moved or deceased on that day, as far as the register knows. */
  boolean wasAbsentOn(ElderId id, LocalDate day);

  /** The days from {@code from} on and before {@code to} for which {@link #wasAbsentOn} holds. */
  Set<LocalDate> absentDays(ElderId id, LocalDate from, LocalDate to);
}
