package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.platform.access.Actor;

/** Ends an assessment without a result. Withdrawing a re-review ends the objection: the doubted result takes effect. */
@Component
public class WithdrawAssessment {

  private final Assessments assessments;
  private final TakeEffect takeEffect;
  private final TellCareCase cases;
  private final Clock clock;

  WithdrawAssessment(Assessments assessments, TakeEffect takeEffect, TellCareCase cases, Clock clock) {
    this.assessments = assessments;
    this.takeEffect = takeEffect;
    this.cases = cases;
    this.clock = clock;
  }

  public record Command(AssessmentId assessment, Actor actor, String reason) {}

  @Transactional
  public void handle(Command command) {
    var act = new Act(command.actor().accountId(), clock.instant(), null, command.reason());
    var assessment = assessments.get(command.assessment());
    assessment.withdraw(act);
    assessments.save(assessment);
    var reviewed = assessment.request().reviews();
    if (reviewed != null) {
      var doubted = assessments.get(reviewed);
      if (doubted.status() == AssessmentStatus.OBJECTED) {
        cases.levelsTookEffect(List.of(takeEffect.handle(doubted, LocalDate.now(clock), act)), command.actor());
      }
    }
  }
}
