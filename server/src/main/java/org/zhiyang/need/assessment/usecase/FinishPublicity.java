package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AssessmentCompleted;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;

/** Each day: results whose publicity is over, without an objection, take effect. Running a day twice changes nothing. */
@Component
class FinishPublicity implements DailyJob {

  private final Assessments assessments;
  private final TakeEffect takeEffect;
  private final TellCareCase cases;
  private final Clock clock;

  FinishPublicity(Assessments assessments, TakeEffect takeEffect, TellCareCase cases, Clock clock) {
    this.assessments = assessments;
    this.takeEffect = takeEffect;
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "assessment.finish-publicity";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void runFor(LocalDate day) {
    var completed = new ArrayList<AssessmentCompleted>();
    for (var id : assessments.listDueToTakeEffectOn(day)) {
      var assessment = assessments.get(id);
      if (assessment.isDueToTakeEffectOn(day)) {
        completed.add(takeEffect.handle(assessment, day, new Act(Actor.PLATFORM.accountId(), clock.instant(), null, "公示期满无异议")));
      }
    }
    cases.levelsTookEffect(completed, Actor.PLATFORM);
  }
}
