package org.zhiyang.need.assessment.usecase;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentCommands;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.Assessor;
import org.zhiyang.need.assessment.domain.Assessors;
import org.zhiyang.registry.elder.ElderId;

/** What other modules ask of this one. */
@Component
class AssessmentDesk implements AssessmentCommands {

  private final RequestAssessment request;
  private final Assessments assessments;
  private final Assessors assessors;

  AssessmentDesk(RequestAssessment request, Assessments assessments, Assessors assessors) {
    this.request = request;
    this.assessments = assessments;
    this.assessors = assessors;
  }

  @Override
  @Transactional
  public AssessmentId request(ElderId elder, String region, AssessmentReason reason, UUID requestedBy, @Nullable String why) {
    return assessments.findOpenOf(elder.value()).orElseGet(() -> request.handle(
        new RequestAssessment.Command(elder.value(), region, reason, null, requestedBy, why)));
  }

  @Override
  @Transactional
  public void registerAssessor(UUID account, String name, String region, boolean medicalBackground, String qualification,
      LocalDate certifiedFrom, @Nullable LocalDate certifiedTo, Set<ElderId> relatives) {
    assessors.save(new Assessor(account, name, region, medicalBackground, qualification, certifiedFrom, certifiedTo,
        relatives.stream().map(ElderId::value).collect(Collectors.toSet())));
  }
}
