package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Assessments;

/** Ends an assessment without a result. Withdrawing a re-review ends the objection: the doubted result takes effect. */
@Component
public class WithdrawAssessment {

  private final Assessments assessments;
  private final TakeEffect takeEffect;
  private final Clock clock;

  WithdrawAssessment(Assessments assessments, TakeEffect takeEffect, Clock clock) {
    this.assessments = assessments;
    this.takeEffect = takeEffect;
    this.clock = clock;
  }

  public record Command(AssessmentId assessment, UUID actor, String reason) {}

  @Transactional
  public void handle(Command command) {
    var act = new Act(command.actor(), clock.instant(), null, command.reason());
    var assessment = assessments.get(command.assessment());
    assessment.withdraw(act);
    assessments.save(assessment);
    var reviewed = assessment.request().reviews();
    if (reviewed != null) {
      var doubted = assessments.get(reviewed);
      if (doubted.status() == AssessmentStatus.OBJECTED) {
        takeEffect.handle(doubted, LocalDate.now(clock), act);
      }
    }
  }
}
