package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AssessmentCommands;
import org.zhiyang.need.assessment.AssessmentQueries;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.CurrentLevel;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.NeedCaptured;
import org.zhiyang.platform.access.Actor;

/**
 * A need asks for an assessment: the first one of an elder never assessed, an immediate one when the last level has lapsed. A level
 * still in effect is used again, so that nobody is assessed twice within its validity. Running twice changes nothing.
 */
@Component
class FollowNeeds {

  private final AssessmentQueries levels;
  private final AssessmentCommands assessments;
  private final CareCaseCommands cases;
  private final Clock clock;

  FollowNeeds(AssessmentQueries levels, AssessmentCommands assessments, CareCaseCommands cases, Clock clock) {
    this.levels = levels;
    this.assessments = assessments;
    this.cases = cases;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(NeedCaptured event) {
    levels.findLevelOf(event.elder(), LocalDate.now(clock)).ifPresentOrElse(level -> useAgain(event, level), () -> {
      var reason = levels.wasEverAssessed(event.elder()) ? AssessmentReason.IMMEDIATE : AssessmentReason.FIRST;
      assessments.request(event.elder(), event.regionCode(), reason, Actor.PLATFORM.accountId(), "登记了服务需求，没有有效期内的能力等级");
    });
  }

  private void useAgain(NeedCaptured event, CurrentLevel level) {
    cases.reach(event.careCase(), CaseStep.ASSESSED, null, new CareCaseCommands.Reached(Actor.PLATFORM, clock.instant(), null,
        "沿用有效期内的评估结果：%d 级，有效至 %s".formatted(level.level().number(), level.validUntil()), level.assessment().value()));
  }
}
