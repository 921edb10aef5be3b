package org.zhiyang.platform.policy;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.web.Problems;

/** Decisions that cannot be made for want of a figure, as problems. */
@RestControllerAdvice
@Order(100)
class PolicyProblems {

  @ExceptionHandler
  ProblemDetail on(PolicyRefusal refusal) {
    return switch (refusal) {
      case PolicyRefusal.NoValue r -> Problems.of(HttpStatus.CONFLICT, "policy/no-value",
          "no figure holds for this place and day", Map.of("parameter", r.parameter(), "sentence", r.getMessage()));
      case PolicyRefusal.Unverified r -> Problems.of(HttpStatus.CONFLICT, "policy/unverified",
          "the figure was not compared with its document", Map.of("parameter", r.parameter(), "sentence", r.getMessage()));
    };
  }
}
