package org.zhiyang.need.assessment.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in the register of assessors (评估员).
 *
 * @param account the account this person signs in with
 * @param region 12-digit code of the area they work in
 * @param medicalBackground medical or nursing training: one of the two assessors needs it
 * @param qualification what qualifies them, in words
 * @param certifiedFrom first day they may assess
 * @param certifiedTo first day they may no longer assess; null while open
 * @param relatives elders they declared to be relatives of and must not assess (回避)
 */
public record Assessor(
    UUID account,
    String name,
    String region,
    boolean medicalBackground,
    String qualification,
    LocalDate certifiedFrom,
    @Nullable LocalDate certifiedTo,
    Set<UUID> relatives) {

  public Assessor {
    relatives = Set.copyOf(relatives);
  }

  public boolean isCertifiedOn(LocalDate day) {
    return !day.isBefore(certifiedFrom) && (certifiedTo == null || day.isBefore(certifiedTo));
  }
}
