package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentCompleted;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessment;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.elder.ElderCommands;

/** A published level takes effect; the level in effect so far, and the objected result it reviewed, are superseded.
 *  The caller tells the elder's case ({@link TellCareCase}). */
@Component
class TakeEffect {

  private final Assessments assessments;
  private final Parameters parameters;
  private final ElderCommands elders;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TakeEffect(Assessments assessments, Parameters parameters, ElderCommands elders, ApplicationEventPublisher events, Clock clock) {
    this.assessments = assessments;
    this.parameters = parameters;
    this.elders = elders;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public AssessmentCompleted handle(Assessment assessment, LocalDate day, Act act) {
    var request = assessment.request();
    assessments.findEffectiveOf(request.elder()).ifPresent(former -> supersede(former, assessment, act));
    if (request.reviews() != null) {
      var reviewed = assessments.get(request.reviews());
      if (reviewed.status() == AssessmentStatus.OBJECTED) {
        supersede(reviewed, assessment, act);
      }
    }
    var validity = parameters.get(
        AssessmentParameters.VALIDITY_MONTHS, request.region(), day, LocalDate.now(clock));
    var completed = assessment.takeEffect(day, validity.value(), act);
    assessments.save(assessment);
    elders.recordLevel(completed.elder(), completed.level().name(), completed.validUntil());
    events.publishEvent(completed);
    return completed;
  }

  private void supersede(Assessment former, Assessment by, Act act) {
    former.supersede(by.id(), act);
    assessments.save(former);
  }
}
