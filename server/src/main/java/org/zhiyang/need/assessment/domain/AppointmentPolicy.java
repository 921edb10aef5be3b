package org.zhiyang.need.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who may assess an elder together: two different registered assessors whose certificates hold on the planned day, none of them
 * a relative of the elder, at least one with a medical or nursing background. Throws the refusal that names what is wrong.
 * Source: practice under MZ/T 039-2013 and GB/T 42195-2022 (wording of the latter not yet compared); avoidance of relatives:
 * mission of the platform.
 */
public final class AppointmentPolicy {

  private AppointmentPolicy() {}

  /** {@code relativesByHousehold} are accounts that act for this elder as family, besides what assessors declared themselves. */
  public static void check(
      List<Assessor> assessors, UUID elder, Set<UUID> relativesByHousehold, LocalDate plannedOn) {
    if (assessors.size() != 2 || assessors.get(0).account().equals(assessors.get(1).account())) {
      throw new AssessmentRefusal.SameAssessorTwice();
    }
    for (var assessor : assessors) {
      if (!assessor.isCertifiedOn(plannedOn)) {
        throw new AssessmentRefusal.NotAnAssessor(assessor.account());
      }
    }
    checkRelatives(assessors, elder, relativesByHousehold);
    if (assessors.stream().noneMatch(Assessor::medicalBackground)) {
      throw new AssessmentRefusal.NoMedicalBackground();
    }
  }

  /** Avoidance alone: it holds from the appointment to the result, since a family may be recorded or declared at any time. */
  public static void checkRelatives(List<Assessor> assessors, UUID elder, Set<UUID> relativesByHousehold) {
    for (var assessor : assessors) {
      if (assessor.relatives().contains(elder) || relativesByHousehold.contains(assessor.account())) {
        throw new AssessmentRefusal.AssessorIsRelative(assessor.account());
      }
    }
  }
}
