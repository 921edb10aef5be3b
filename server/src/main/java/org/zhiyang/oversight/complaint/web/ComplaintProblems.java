package org.zhiyang.oversight.complaint.web;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.oversight.complaint.domain.ComplaintRefusal;
import org.zhiyang.platform.web.Problems;

/** The module's refusals as problems. */
@RestControllerAdvice
@Order(100)
class ComplaintProblems {
  @ExceptionHandler
  ProblemDetail on(ComplaintRefusal refusal) {
    return switch (refusal) {
      case ComplaintRefusal.AlreadyOpen r -> problem(HttpStatus.CONFLICT, "already-open", r, Map.of("complaintId", r.existing().id(), "number", r.existing().shown(), "aboutVisit", r.isAboutVisit()));
      case ComplaintRefusal.WrongStatus r -> problem(HttpStatus.CONFLICT, "wrong-status", r, Map.of("current", r.status(), "currentName", r.status().chinese()));
      case ComplaintRefusal.AnswerStillDue r -> problem(HttpStatus.CONFLICT, "answer-still-due", r, Map.of("dueOn", r.dueOn()));
      case ComplaintRefusal.NoProvider r -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-provider", r, Map.of());
    };
  }

  private static ProblemDetail problem(HttpStatus status, String slug, ComplaintRefusal refusal, Map<String, ?> fields) {
    return Problems.of(status, "complaint/" + slug, String.valueOf(refusal.getMessage()), fields);
  }
}
