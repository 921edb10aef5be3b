package org.zhiyang.routing.care;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one carer. A visit that needs two is two visits joined by a {@link CareLink}.
 *
 * @param elder who is visited: visits of one elder count for continuity
 * @param place number of the place in the {@link TravelTimes}
 * @param from, to earliest and latest start; both on the same day
 * @param wishedFrom, wishedTo the start agreed with the elder, within {@code from} and {@code to}; each minute outside costs
 * @param minutes of service, 1 or more
 * @param skills all of them are needed
 * @param pool only carers of this pool (a provider, a team of stations) may come; null: any
 * @param priority 1 (may wait) to 9 (must be): how much leaving it unserved costs
 * @param preferred carers the elder would like; @param refused carers who are never sent
 * @param known carers who have come to this elder before: sending another is a new face
 * @param pin what is fixed already, null for nothing
 */
public record CareVisit(String id, String elder, int place, int from, int to, int wishedFrom, int wishedTo, int minutes, List<Skill> skills, @Nullable String pool, int priority,
    Set<String> preferred, Set<String> refused, Set<String> known, @Nullable Pin pin) {
  public CareVisit {
    skills = List.copyOf(skills);
    preferred = Set.copyOf(preferred);
    refused = Set.copyOf(refused);
    known = Set.copyOf(known);
  }

  /** @param level 1 or more; a carer's level must be at least this */
  public record Skill(String code, int level) {}

  /**
   * What may not be changed any more: the carer and the start of a visit that was promised or has begun.
   *
   * @param begun nothing about it is questioned, not even whether it is legal
   */
  public record Pin(String carer, int start, boolean begun) {}
}
