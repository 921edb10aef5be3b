package org.zhiyang.registry.facility;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Problems;

/** The module's refusals as problems. */
@RestControllerAdvice
@Order(100)
class FacilityProblems {
  @ExceptionHandler
  ProblemDetail on(FacilityRefusal refusal) {
    return switch (refusal) {
      case FacilityRefusal.ProposalOpen r -> conflict("proposal-open", r, Map.of("proposedBy", r.proposedBy(), "proposedOn", r.proposedAt().atZone(BusinessClock.ZONE).toLocalDate()));
      case FacilityRefusal.SameListing r -> conflict("same-listing", r, Map.of("listing", r.listing()));
      case FacilityRefusal.SamePerson r -> conflict("same-person", r, Map.of());
      case FacilityRefusal.AlreadyDecided r -> conflict("already-decided", r, Map.of());
    };
  }

  private static ProblemDetail conflict(String slug, FacilityRefusal refusal, Map<String, ?> fields) {
    return Problems.of(HttpStatus.CONFLICT, "facility/" + slug, String.valueOf(refusal.getMessage()), fields);
  }
}
