package org.zhiyang.need.assessment.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessment;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.AssessmentSnapshot;
import org.zhiyang.need.assessment.domain.Assessments;

/** Somebody, or the clock, asks for an elder to be assessed. */
@Component
public class RequestAssessment {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final Assessments assessments;
  private final Served served;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RequestAssessment(Assessments assessments, Served served, ApplicationEventPublisher events, Clock clock) {
    this.assessments = assessments;
    this.served = served;
    this.events = events;
    this.clock = clock;
  }

  /** {@code reviews} is given for a re-review only. */
  public record Command(
      UUID elder, String region, AssessmentReason reason, @Nullable AssessmentId reviews, UUID actor, @Nullable String why) {}

  @Transactional
  public AssessmentId handle(Command command) {
    served.require(command.elder());
    assessments.findOpenOf(command.elder()).ifPresent(open -> {
      throw new AssessmentRefusal.AlreadyOpen(open);
    });
    var now = clock.instant();
    var request = new AssessmentSnapshot.Request(new AssessmentId(IDS.generate()), command.elder(), command.region(),
        command.reason(), command.reviews(), command.actor(), now);
    var assessment = Assessment.request(request, new Act(command.actor(), now, null, command.why()));
    assessments.save(assessment);
    events.publishEvent(assessment.requested());
    return assessment.id();
  }
}
