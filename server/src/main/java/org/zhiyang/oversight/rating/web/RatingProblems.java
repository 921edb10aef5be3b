package org.zhiyang.oversight.rating.web;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.oversight.rating.domain.RatingRefusal;
import org.zhiyang.platform.web.Problems;

/** The module's refusals as problems. */
@RestControllerAdvice
@Order(100)
class RatingProblems {
  @ExceptionHandler
  ProblemDetail on(RatingRefusal refusal) {
    return switch (refusal) {
      case RatingRefusal.WrongScoreStatus r -> problem(HttpStatus.CONFLICT, "wrong-score-status", r, Map.of("current", r.status(), "currentName", r.status().chinese()));
      case RatingRefusal.ObjectionOver r -> problem(HttpStatus.CONFLICT, "objection-over", r, Map.of("lastDay", r.lastDay()));
      case RatingRefusal.NotInEvidence r -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "not-in-evidence", r, Map.of("part", r.part(), "partName", r.part().chinese()));
      case RatingRefusal.NothingLeft r -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "nothing-left", r, Map.of());
      case RatingRefusal.WrongTaskStatus r -> problem(HttpStatus.CONFLICT, "wrong-task-status", r, Map.of("current", r.status(), "currentName", r.status().chinese()));
    };
  }

  private static ProblemDetail problem(HttpStatus status, String slug, RatingRefusal refusal, Map<String, ?> fields) {
    return Problems.of(status, "rating/" + slug, String.valueOf(refusal.getMessage()), fields);
  }
}
