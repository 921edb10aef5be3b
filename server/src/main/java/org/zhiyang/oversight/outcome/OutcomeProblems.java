package org.zhiyang.oversight.outcome;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Problems;

/** The module's refusal as a problem. */
@RestControllerAdvice
@Order(100)
class OutcomeProblems {
  @ExceptionHandler
  ProblemDetail on(OutcomeAnswered refusal) {
    var at = refusal.at();
    Map<String, ?> fields = at == null ? Map.of() : Map.of("answeredOn", at.atZone(BusinessClock.ZONE).toLocalDate());
    return Problems.of(HttpStatus.CONFLICT, "outcome/answered", String.valueOf(refusal.getMessage()), fields);
  }
}
