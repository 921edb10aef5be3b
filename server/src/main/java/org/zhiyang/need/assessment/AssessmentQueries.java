package org.zhiyang.need.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.zhiyang.registry.elder.ElderId;

/** The questions other modules may ask. The caller has checked that the elders are in scope. */
public interface AssessmentQueries {

  /** The level that was in effect on the day; empty when never assessed, lapsed, or not in effect yet. */
  Optional<CurrentLevel> findLevelOf(ElderId elder, LocalDate day);

  /** As {@link #findLevelOf} for many elders; those without a level are left out. */
  Map<ElderId, CurrentLevel> listLevelsOf(Collection<ElderId> elders, LocalDate day);

  /** The assessment of this elder still being worked on (requested up to publicity). */
  Optional<AssessmentId> findOpenOf(ElderId elder);

  /** Whether a level of this elder ever took effect, lapsed ones included. */
  boolean wasEverAssessed(ElderId elder);
}
