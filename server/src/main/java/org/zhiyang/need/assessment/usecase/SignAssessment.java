package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.Assessors;
import org.zhiyang.need.assessment.domain.ContentDigest;
import org.zhiyang.need.assessment.domain.Instrument;
import org.zhiyang.need.assessment.domain.Signature;

/** An assessor signs the full form, or has the information provider sign it. With all three signatures it is signed. */
@Component
public class SignAssessment {

  private final Assessments assessments;
  private final Assessors assessors;
  private final Avoidance avoidance;
  private final Instrument instrument;
  private final Clock clock;

  SignAssessment(Assessments assessments, Assessors assessors, Avoidance avoidance, Instrument instrument, Clock clock) {
    this.assessments = assessments;
    this.assessors = assessors;
    this.avoidance = avoidance;
    this.instrument = instrument;
    this.clock = clock;
  }

  /**
   * @param asInformant true when the information provider signs on the assessor's tablet
   * @param name of the information provider; an assessor signs under the name of the register whatever stands here
   * @param contentDigest digest of the content the signer saw
   */
  public record Command(AssessmentId assessment, boolean asInformant, String name, String contentDigest,
      @Nullable String image, UUID actor, @Nullable String place) {}

  /** Where the assessment stands now. */
  @Transactional
  public AssessmentStatus handle(Command command) {
    var assessment = assessments.get(command.assessment());
    avoidance.check(assessment);
    var draft = assessments.getDraft(command.assessment());
    var faults = draft.faults(instrument, true);
    if (!faults.isEmpty()) {
      throw new AssessmentRefusal.InvalidForm(faults);
    }
    var now = clock.instant();
    var signer = command.asInformant() ? Signature.Signer.INFORMANT : assessment.signerOf(command.actor());
    var name = command.asInformant() ? command.name().strip() : assessors.get(command.actor()).name();
    var signature = new Signature(signer, command.actor(), name, now, command.contentDigest(), command.image());
    assessment.sign(signature, ContentDigest.of(draft), new Act(command.actor(), now, command.place(), null));
    assessments.save(assessment);
    return assessment.status();
  }
}
