package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.AbilityGradingPolicy;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.AnswerSheet;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.Grading;
import org.zhiyang.need.assessment.domain.InfoTables;
import org.zhiyang.need.assessment.domain.Instrument;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.RulingStore;

/** Grades the signed form, stores the ruling and opens the publicity period. */
@Component
public class CompleteAssessment {

  private final Assessments assessments;
  private final Avoidance avoidance;
  private final Instrument instrument;
  private final Parameters parameters;
  private final RulingStore rulings;
  private final Clock clock;

  CompleteAssessment(Assessments assessments, Avoidance avoidance, Instrument instrument, Parameters parameters,
      RulingStore rulings, Clock clock) {
    this.assessments = assessments;
    this.avoidance = avoidance;
    this.instrument = instrument;
    this.parameters = parameters;
    this.rulings = rulings;
    this.clock = clock;
  }

  public record Command(AssessmentId assessment, UUID actor) {}

  @Transactional
  public Ruling<Grading> handle(Command command) {
    var now = clock.instant();
    var today = LocalDate.now(clock);
    var assessment = assessments.get(command.assessment());
    assessment.requireSigned();
    avoidance.check(assessment);
    var region = assessment.request().region();
    var draft = assessments.getDraft(command.assessment());
    var tables = InfoTables.of(instrument, draft.tables());
    var stacking = parameters.get(AbilityGradingPolicy.STACKING, region, assessment.baseOn(), today);
    var ruling = AbilityGradingPolicy.apply(
        instrument, AnswerSheet.of(instrument, draft.answers()), tables.conditions(instrument), stacking);
    var subject = new RulingStore.Subject("assessment", command.assessment().value(), region,
        assessment.request().elder(), true);
    var stored = rulings.store(ruling, subject, now, command.actor().toString());
    var publicity = parameters.get(AssessmentParameters.PUBLICITY_DAYS, region, today, today);
    assessment.publish(ruling.outcome(), stored.value(), today, publicity.value(), new Act(command.actor(), now, null, null));
    assessments.save(assessment);
    return ruling;
  }
}
