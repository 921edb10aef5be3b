package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessments;

/** One of the two assessors begins at the elder's side. */
@Component
public class StartAssessment {

  private final Assessments assessments;
  private final Avoidance avoidance;
  private final Served served;
  private final Clock clock;

  StartAssessment(Assessments assessments, Avoidance avoidance, Served served, Clock clock) {
    this.assessments = assessments;
    this.avoidance = avoidance;
    this.served = served;
    this.clock = clock;
  }

  /** {@code place} is where it really happens; null means the planned place. {@code reason} says why it begins long before the appointment. */
  public record Command(AssessmentId assessment, UUID actor, @Nullable String place, @Nullable String reason) {}

  @Transactional
  public void handle(Command command) {
    var assessment = assessments.get(command.assessment());
    served.require(assessment.request().elder());
    avoidance.check(assessment);
    assessment.start(LocalDate.now(clock), new Act(command.actor(), clock.instant(), command.place(), command.reason()));
    assessments.save(assessment);
  }
}
