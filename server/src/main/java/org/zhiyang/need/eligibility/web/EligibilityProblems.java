package org.zhiyang.need.eligibility.web;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.need.eligibility.domain.EligibilityRefusal;
import org.zhiyang.platform.web.Problems;

/** Eligibility's refusals as problems. */
@RestControllerAdvice
@Order(100)
class EligibilityProblems {
  @ExceptionHandler
  ProblemDetail on(EligibilityRefusal refusal) {
    return switch (refusal) {
      case EligibilityRefusal.PriceUnverified r -> Problems.of(HttpStatus.CONFLICT, "eligibility/price-unverified", "the price was not compared with its document", Map.of("service", r.service()));
      case EligibilityRefusal.OwnCase r -> Problems.of(HttpStatus.CONFLICT, "eligibility/own-case", "nobody decides in a matter of their own", Map.of("proposalId", r.proposal()));
    };
  }
}
