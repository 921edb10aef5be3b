package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Assessment;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.Assessors;
import org.zhiyang.need.assessment.domain.Draft;

/**
 * An assessor declares to be a relative of an elder: not assigned to that elder again, and off the elder's open sheet, which waits for
 * another pair. What a relative had a hand in decides nothing: the form is emptied (in the sheet's history it stands that and why), a
 * result in publicity is objected to and reviewed by others. A level already in effect stays; it is for the family or staff to have it
 * looked at again. Twice is once.
 */
@Component
public class DeclareRelative {

  private final Assessors assessors;
  private final Assessments assessments;
  private final ObjectToAssessment object;
  private final Clock clock;

  DeclareRelative(Assessors assessors, Assessments assessments, ObjectToAssessment object, Clock clock) {
    this.assessors = assessors;
    this.assessments = assessments;
    this.object = object;
    this.clock = clock;
  }

  public record Command(UUID account, UUID elder) {}

  /** How far the sheet was that the assessor was taken off; NONE where there was none of theirs. */
  public enum Stood { NONE, PLANNED, BEGUN, PUBLISHED }

  @Transactional
  public Stood handle(Command command) {
    assessors.get(command.account());
    assessors.declareRelative(command.account(), command.elder());
    return assessments.findOpenOf(command.elder()).map(assessments::get)
        .filter(a -> a.assessors().contains(command.account())).map(a -> takeOff(a, command.account())).orElse(Stood.NONE);
  }

  private Stood takeOff(Assessment assessment, UUID account) {
    return switch (assessment.status()) {
      case SCHEDULED -> release(assessment, account, Stood.PLANNED, "评估员声明是老人的亲属，须回避，请另行安排");
      case STARTED, SIGNED -> {
        empty(assessment.id(), account);
        yield release(assessment, account, Stood.BEGUN, "评估员声明是老人的亲属，须回避；已填的评估表和签名作废，请另行安排、重新评估");
      }
      case IN_PUBLICITY -> {
        if (assessment.isDueToTakeEffectOn(LocalDate.now(clock))) {
          yield Stood.NONE;
        }
        object.handle(new ObjectToAssessment.Command(assessment.id(), account, "评估员声明是老人的亲属，须回避，由他人复评"));
        yield Stood.PUBLISHED;
      }
      case REQUESTED, OBJECTED, EFFECTIVE, EXPIRED, SUPERSEDED, WITHDRAWN -> Stood.NONE;
    };
  }

  private Stood release(Assessment assessment, UUID account, Stood stood, String reason) {
    assessment.release(new Act(account, clock.instant(), null, reason));
    assessments.save(assessment);
    return stood;
  }

  /** As the next version, so that a tablet that still holds the old content cannot send it into the new pair's form. */
  private void empty(AssessmentId id, UUID account) {
    var filled = assessments.getDraft(id);
    if (filled.version() > 0) {
      assessments.saveDraft(id, new Draft(filled.version() + 1, Map.of(), Map.of(), clock.instant(), account));
    }
  }
}
