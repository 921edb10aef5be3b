package org.zhiyang.registry.workforce;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.web.Problems;

/** The refusals of the register of absences, and of leaving, as problems. */
@RestControllerAdvice
@Order(100)
class AbsenceProblems {
  @ExceptionHandler
  ProblemDetail on(AbsenceRefusal refusal) {
    return switch (refusal) {
      case AbsenceRefusal.Overlapping r -> Problems.of(HttpStatus.CONFLICT, "workforce/absence-overlaps", String.valueOf(r.getMessage()), Map.of());
    };
  }

  @ExceptionHandler
  ProblemDetail on(LeavingRefusal refusal) {
    return switch (refusal) {
      case LeavingRefusal.AlreadyLeft r -> Problems.of(HttpStatus.CONFLICT, "workforce/already-left", String.valueOf(r.getMessage()), Map.of("on", r.on(), "until", r.until(), "revocable", r.revocable()));
      case LeavingRefusal.OtherDayStands r -> Problems.of(HttpStatus.CONFLICT, "workforce/other-day-stands", String.valueOf(r.getMessage()), Map.of("on", r.on()));
    };
  }
}
