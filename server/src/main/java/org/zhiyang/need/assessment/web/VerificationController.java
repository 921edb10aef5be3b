package org.zhiyang.need.assessment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.AssessmentStatus;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.ContentDigest;
import org.zhiyang.need.assessment.domain.VerificationCode;
import org.zhiyang.need.assessment.view.AssessmentForms;
import org.zhiyang.platform.access.Open;
import org.zhiyang.platform.web.NotFound;

/** 报告核验: whether a printed report still holds; what its QR leads to. Says nothing about the person or the level. */
@RestController
class VerificationController {

  private final AssessmentForms forms;
  private final Assessments assessments;
  private final Clock clock;

  VerificationController(AssessmentForms forms, Assessments assessments, Clock clock) {
    this.forms = forms;
    this.assessments = assessments;
    this.clock = clock;
  }

  /** What became of the report: in force; public but not in force yet; its last day is over; another result took its place, it is doubted, or the
   *  code on the paper does not fit; taken back. */
  enum State { VALID, NOT_YET, LAPSED, CHANGED, WITHDRAWN }

  record Verification(String number, State state, @Nullable LocalDate effectiveOn, @Nullable LocalDate validUntil, OffsetDateTime checkedAt) {}

  /** Unknown reports, and assessments that were never graded, are not there. {@code code} is the one printed on the report. */
  @GetMapping("/api/assessments/{id}/verification")
  @Open("whoever is shown a printed report checks it without an account; the answer holds no personal data")
  Verification verify(@PathVariable UUID id, @RequestParam @Nullable String code) {
    var grading = forms.grading(id).orElseThrow(NotFound::new);
    var now = forms.standing(id);
    var printed = VerificationCode.of(ContentDigest.of(assessments.getDraft(new AssessmentId(id))), grading);
    boolean fits = code == null || code.isBlank() || code.strip().equalsIgnoreCase(printed);
    return new Verification(AssessmentController.number(now.number()), fits ? stateOf(now.status()) : State.CHANGED,
        now.effectiveOn(), now.validUntil(), OffsetDateTime.now(clock));
  }

  private static State stateOf(AssessmentStatus status) {
    return switch (status) {
      case EFFECTIVE -> State.VALID;
      case IN_PUBLICITY -> State.NOT_YET;
      case EXPIRED -> State.LAPSED;
      case WITHDRAWN -> State.WITHDRAWN;
      case OBJECTED, SUPERSEDED, REQUESTED, SCHEDULED, STARTED, SIGNED -> State.CHANGED;
    };
  }
}
