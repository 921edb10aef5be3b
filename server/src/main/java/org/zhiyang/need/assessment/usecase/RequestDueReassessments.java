package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.policy.Parameters;

/** Each day: an elder whose level ends soon and who has no assessment in work gets a routine one asked for. */
@Component
class RequestDueReassessments implements DailyJob {

  /** Looks this far ahead for candidates; the figure of each elder's own area then decides. */
  private static final int WIDEST_NOTICE_DAYS = 92;

  private final Assessments assessments;
  private final RequestAssessment request;
  private final Parameters parameters;
  private final Clock clock;

  RequestDueReassessments(Assessments assessments, RequestAssessment request, Parameters parameters, Clock clock) {
    this.assessments = assessments;
    this.request = request;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "assessment.request-due";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void runFor(LocalDate day) {
    var knownOn = LocalDate.now(clock);
    for (var due : assessments.listDueUntil(day.plusDays(WIDEST_NOTICE_DAYS))) {
      var notice = parameters.get(AssessmentParameters.DUE_NOTICE_DAYS, due.region(), day, knownOn);
      if (!due.lastDay().isAfter(day.plusDays(notice.value()))) {
        request.handle(new RequestAssessment.Command(due.elder(), due.region(), AssessmentReason.ROUTINE, null,
            Actor.PLATFORM.accountId(), "等级将于 %s 到期".formatted(due.lastDay())));
      }
    }
  }
}
