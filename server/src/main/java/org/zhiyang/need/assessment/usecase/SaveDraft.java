package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.ContentDigest;
import org.zhiyang.need.assessment.domain.Draft;
import org.zhiyang.need.assessment.domain.Instrument;

/**
 * An assessor saves the whole form as far as it is filled. What is there must be valid, what is missing may be missing. A
 * changed content takes earlier signatures away; saving the same content again changes nothing but the version.
 */
@Component
public class SaveDraft {

  private final Assessments assessments;
  private final Instrument instrument;
  private final Clock clock;

  SaveDraft(Assessments assessments, Instrument instrument, Clock clock) {
    this.assessments = assessments;
    this.instrument = instrument;
    this.clock = clock;
  }

  /** {@code basedOn} is the version the form was read in, 0 when there was none. */
  public record Command(
      AssessmentId assessment, long basedOn, Map<String, Object> answers, Map<String, Object> tables, UUID actor) {}

  /** The new version of the draft. */
  @Transactional
  public Draft handle(Command command) {
    var assessment = assessments.get(command.assessment());
    assessment.requireWritableBy(command.actor());
    var current = assessments.getDraft(command.assessment());
    if (current.version() != command.basedOn()) {
      throw new AssessmentRefusal.StaleDraft(current.version());
    }
    var now = clock.instant();
    var draft = new Draft(command.basedOn() + 1, command.answers(), command.tables(), now, command.actor());
    var faults = draft.faults(instrument, false);
    if (!faults.isEmpty()) {
      throw new AssessmentRefusal.InvalidForm(faults);
    }
    assessments.saveDraft(command.assessment(), draft);
    if (!ContentDigest.of(draft).equals(ContentDigest.of(current)) && !assessment.snapshot().signatures().isEmpty()) {
      assessment.contentChanged(new Act(command.actor(), now, null, "签名后修改了评估表，须重新签名"));
      assessments.save(assessment);
    }
    return draft;
  }
}
