package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessments;

/** The elder, the family or staff doubts a published result: it does not take effect, a re-review is asked for. */
@Component
public class ObjectToAssessment {

  private final Assessments assessments;
  private final RequestAssessment request;
  private final Clock clock;

  ObjectToAssessment(Assessments assessments, RequestAssessment request, Clock clock) {
    this.assessments = assessments;
    this.request = request;
    this.clock = clock;
  }

  public record Command(AssessmentId assessment, UUID actor, String reason) {}

  /** The re-review. */
  @Transactional
  public AssessmentId handle(Command command) {
    var assessment = assessments.get(command.assessment());
    assessment.object(LocalDate.now(clock), new Act(command.actor(), clock.instant(), null, command.reason()));
    assessments.save(assessment);
    var about = assessment.request();
    return request.handle(new RequestAssessment.Command(
        about.elder(), about.region(), AssessmentReason.RE_REVIEW, about.id(), command.actor(), command.reason()));
  }
}
