package org.zhiyang.need.assessment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;

/**
 * What is stored of an {@link Assessment}; parts appear as its life goes on.
 *
 * @param version counts the saves, 0 before the first
 * @param baseOn day the assessment was carried out (评估基准日期)
 * @param supersededBy the newer assessment that took effect
 */
public record AssessmentSnapshot(
    Request request,
    AssessmentStatus status,
    long version,
    @Nullable Appointment appointment,
    @Nullable LocalDate baseOn,
    List<Signature> signatures,
    @Nullable Result result,
    @Nullable Validity validity,
    @Nullable AssessmentId supersededBy) {

  /**
   * Who is to be assessed and why.
   *
   * @param region 12-digit code of where the elder belonged at the request: data scope, and the area of the figures used
   * @param reviews the objected assessment that a re-review looks at again
   */
  public record Request(
      AssessmentId id,
      UUID elder,
      String region,
      AssessmentReason reason,
      @Nullable AssessmentId reviews,
      UUID requestedBy,
      Instant requestedAt) {}

  /** The graded form; public from {@code publicFrom} to before {@code publicTo}. */
  public record Result(Grading grading, UUID ruling, LocalDate publicFrom, LocalDate publicTo) {}

  /** The level holds from {@code effectiveOn} to {@code lastDay}, both included. */
  public record Validity(LocalDate effectiveOn, LocalDate lastDay) {}
}
