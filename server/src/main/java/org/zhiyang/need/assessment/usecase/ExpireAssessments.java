package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;

/** Each day: levels whose last day has passed expire. Runs after {@link FinishPublicity}, so that a successor comes first. */
@Component
class ExpireAssessments implements DailyJob {

  private final Assessments assessments;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ExpireAssessments(Assessments assessments, ApplicationEventPublisher events, Clock clock) {
    this.assessments = assessments;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "assessment.expire";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void runFor(LocalDate day) {
    for (var id : assessments.listLapsedOn(day)) {
      var assessment = assessments.get(id);
      var expired = assessment.expire(new Act(Actor.PLATFORM.accountId(), clock.instant(), null, "等级有效期满"));
      assessments.save(assessment);
      events.publishEvent(expired);
    }
  }
}
