package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.Assessments.Due;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderQueries.LevelEnd;

/**
 * Each day: an elder, neither dead nor moved away, whose level ends soon and who has no assessment in work gets a routine one asked for. Levels the register took
 * over from before this platform count alike for elders in care (an open case); for everybody else such a level just expires, since a
 * whole city has them and nobody asked for anything.
 */
@Component
class RequestDueReassessments implements DailyJob {

  /** Looks this far ahead for candidates; the figure of each elder's own area then decides. */
  private static final int WIDEST_NOTICE_DAYS = 92;

  private static final int CHUNK = 5_000;

  private final Assessments assessments;
  private final RequestAssessment request;
  private final Served served;
  private final CareCaseQueries cases;
  private final ElderQueries elders;
  private final Parameters parameters;
  private final Clock clock;

  RequestDueReassessments(Assessments assessments, RequestAssessment request, Served served, CareCaseQueries cases, ElderQueries elders,
      Parameters parameters, Clock clock) {
    this.assessments = assessments;
    this.request = request;
    this.served = served;
    this.cases = cases;
    this.elders = elders;
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
    for (var due : assessments.listDueUntil(day.plusDays(WIDEST_NOTICE_DAYS))) {
      requestIfDue(due, day, "等级将于 %s 到期".formatted(due.lastDay()));
    }
    takenOver(day);
  }

  /** Elders in care, chunk by chunk: their recorded levels, without those whose level or assessment in work is ours. */
  private void takenOver(LocalDate day) {
    var some = cases.eldersInCare(null, CHUNK);
    while (!some.isEmpty()) {
      var ending = elders.levelsEndingBy(some, day.plusDays(WIDEST_NOTICE_DAYS));
      var ours = assessments.listInWorkOrEffective(ending.stream().map(end -> end.elder().value()).toList());
      for (var end : ending) {
        if (!ours.contains(end.elder().value())) {
          requestIfDue(new Due(end.elder().value(), end.regionCode(), end.lastDay()), day, words(end, day));
        }
      }
      some = cases.eldersInCare(some.getLast(), CHUNK);
    }
  }

  private static String words(LevelEnd end, LocalDate day) {
    return (end.lastDay().isBefore(day) ? "名册中的等级已于 %s 到期" : "名册中的等级将于 %s 到期").formatted(end.lastDay());
  }

  private void requestIfDue(Due due, LocalDate day, String why) {
    var notice = parameters.get(AssessmentParameters.DUE_NOTICE_DAYS, due.region(), day, LocalDate.now(clock));
    if (!due.lastDay().isAfter(day.plusDays(notice.value())) && served.is(due.elder())) {
      request.handle(new RequestAssessment.Command(due.elder(), due.region(), AssessmentReason.ROUTINE, null,
          Actor.PLATFORM.accountId(), why));
    }
  }
}
