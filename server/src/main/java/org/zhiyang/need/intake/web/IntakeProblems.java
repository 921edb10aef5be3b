package org.zhiyang.need.intake.web;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.IntakeRefusal;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Problems;

/** The refusals of needs and cases as problems. */
@RestControllerAdvice
@Order(100)
class IntakeProblems {
  @ExceptionHandler
  ProblemDetail on(IntakeRefusal refusal) {
    return switch (refusal) {
      case IntakeRefusal.SameNeedOpen r -> conflict("same-need-open", r,
          Map.of("caseId", r.careCase().value(), "caseNumber", r.caseNumber(), "capturedOn", r.capturedAt().atZone(BusinessClock.ZONE).toLocalDate()));
      case IntakeRefusal.FeedbackMissing r -> conflict("feedback-missing", r, Map.of("month", r.month().toString()));
      case IntakeRefusal.MonthUnfinished r -> conflict("month-unfinished", r, Map.of("month", r.month().toString(), "missing", r.missing().stream().map(CaseStep::chinese).toList()));
      case IntakeRefusal.NeverServed r -> conflict("never-served", r, Map.of());
      case IntakeRefusal.AlreadyClosed r -> conflict("already-closed", r, Map.of("closedOn", r.closedAt().atZone(BusinessClock.ZONE).toLocalDate()));
      case IntakeRefusal.StepMissing r -> conflict("step-missing", r, Map.of("missing", r.missing().stream().map(CaseStep::chinese).toList()));
      case IntakeRefusal.StepsToMakeUp r -> conflict("steps-to-make-up", r, Map.of("waived", r.waived().stream().map(CaseStep::chinese).toList()));
    };
  }

  private static ProblemDetail conflict(String slug, IntakeRefusal refusal, Map<String, ?> fields) {
    return Problems.of(HttpStatus.CONFLICT, "intake/" + slug, String.valueOf(refusal.getMessage()), fields);
  }
}
