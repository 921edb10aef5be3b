package org.zhiyang.need.assessment.usecase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentCommands;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.registry.elder.ElderId;

/** What other modules ask of this one. */
@Component
class AssessmentDesk implements AssessmentCommands {

  private final RequestAssessment request;
  private final Assessments assessments;

  AssessmentDesk(RequestAssessment request, Assessments assessments) {
    this.request = request;
    this.assessments = assessments;
  }

  @Override
  @Transactional
  public AssessmentId request(ElderId elder, String region, AssessmentReason reason, UUID requestedBy, @Nullable String why) {
    return assessments.findOpenOf(elder.value()).orElseGet(() -> request.handle(
        new RequestAssessment.Command(elder.value(), region, reason, null, requestedBy, why)));
  }
}
