package org.zhiyang.need.assessment.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.FormFault;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Problems;

/** The assessment's refusals as problems. */
@RestControllerAdvice
@Order(100)
class AssessmentProblems {

  @ExceptionHandler
  ProblemDetail on(AssessmentRefusal refusal) {
    return switch (refusal) {
      case AssessmentRefusal.NotFound _ -> Problems.notFound();
      case AssessmentRefusal.InvalidForm r -> Problems.invalid(r.faults().stream().map(AssessmentProblems::field).toList());
      case AssessmentRefusal.WrongStatus r -> problem(HttpStatus.CONFLICT, "wrong-status", r,
          Map.of("current", r.status(), "currentName", r.status().chineseName(), "wanted", r.wanted(), "wantedName", r.wanted().chineseName()));
      case AssessmentRefusal.AlreadyOpen r -> problem(HttpStatus.CONFLICT, "already-open", r, Map.of("assessmentId", r.existing().value()));
      case AssessmentRefusal.SameAssessorTwice r -> unprocessable("same-assessor-twice", r, Map.of());
      case AssessmentRefusal.NotAnAssessor r -> unprocessable("not-an-assessor", r, Map.of("accountId", r.account()));
      case AssessmentRefusal.AssessorIsRelative r -> unprocessable("assessor-is-relative", r, Map.of("accountId", r.account()));
      case AssessmentRefusal.NoMedicalBackground r -> unprocessable("no-medical-background", r, Map.of());
      case AssessmentRefusal.PlannedInThePast r -> unprocessable("planned-in-the-past", r, Map.of());
      case AssessmentRefusal.BeforeAppointment r -> unprocessable("before-appointment", r, Map.of("plannedAt", r.plannedAt().atZone(BusinessClock.ZONE).toOffsetDateTime()));
      case AssessmentRefusal.NotAssigned r -> problem(HttpStatus.FORBIDDEN, "not-assigned", r, Map.of());
      case AssessmentRefusal.StaleDraft r -> Problems.stale(r.currentVersion());
      case AssessmentRefusal.Stale r -> Problems.stale(r.currentVersion());
      case AssessmentRefusal.ContentChanged r -> problem(HttpStatus.CONFLICT, "content-changed", r, Map.of());
      case AssessmentRefusal.AlreadySigned r -> problem(HttpStatus.CONFLICT, "already-signed", r, Map.of());
      case AssessmentRefusal.PublicityOver r -> problem(HttpStatus.CONFLICT, "publicity-over", r, Map.of("lastDay", r.lastDay()));
      case AssessmentRefusal.ReasonMissing _ -> Problems.invalid("reason", "required");
    };
  }

  private static ProblemDetail unprocessable(String slug, AssessmentRefusal refusal, Map<String, ?> fields) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, slug, refusal, fields);
  }

  private static ProblemDetail problem(HttpStatus status, String slug, AssessmentRefusal refusal, Map<String, ?> fields) {
    return Problems.of(status, "assessment/" + slug, String.valueOf(refusal.getMessage()), fields);
  }

  private static Problems.FieldError field(FormFault fault) {
    var params = new HashMap<String, Object>(Map.of("name", fault.name(), "sentence", fault.sentence()));
    if (fault.allowed() != null) {
      params.put("allowed", fault.allowed());
    }
    return new Problems.FieldError(fault.field(), fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), params);
  }
}
