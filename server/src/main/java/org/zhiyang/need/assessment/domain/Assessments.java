package org.zhiyang.need.assessment.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhiyang.need.assessment.AssessmentId;

/**
 * All assessments. Loading one here means to change it: its row stays locked until the transaction ends, so that two people
 * act one after the other. Saving adds the new transitions to the history.
 */
public interface Assessments {

  /** Throws {@link AssessmentRefusal.NotFound}. */
  Assessment get(AssessmentId id);

  /** The one assessment of this elder still being worked on. */
  Optional<AssessmentId> findOpenOf(UUID elder);

  /** The one whose level is in effect. */
  Optional<Assessment> findEffectiveOf(UUID elder);

  /** Publicity over by the begin of this day, oldest first. */
  List<AssessmentId> listDueToTakeEffectOn(LocalDate day);

  /** Still in effect although the last day lies before this day, oldest first. */
  List<AssessmentId> listLapsedOn(LocalDate day);

  /** Levels in effect whose last day is not after {@code lastDay}, of elders who have no assessment in work. */
  List<Due> listDueUntil(LocalDate lastDay);

  /** Which of these elders have an assessment in work, or a level of ours in effect. */
  Set<UUID> listInWorkOrEffective(Collection<UUID> elders);

  /** A level that ends on {@code lastDay}. */
  record Due(UUID elder, String region, LocalDate lastDay) {}

  /** Throws {@link AssessmentRefusal.AlreadyOpen} where the elder has another open one. */
  void save(Assessment assessment);

  /** The form as last saved; {@link Draft#EMPTY} before the first save. */
  Draft getDraft(AssessmentId id);

  /** Takes the place of version {@code draft.version() - 1}, or throws {@link AssessmentRefusal.StaleDraft}. */
  void saveDraft(AssessmentId id, Draft draft);
}
