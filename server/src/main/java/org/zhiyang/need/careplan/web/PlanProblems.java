package org.zhiyang.need.careplan.web;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.need.careplan.domain.PlanRefusal;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.web.Problems;

/** The refusals of care plans as problems. */
@RestControllerAdvice
@Order(100)
class PlanProblems {
  @ExceptionHandler
  ProblemDetail on(PlanRefusal refusal) {
    return switch (refusal) {
      case PlanRefusal.WrongStatus r -> problem("wrong-status", r, Map.of("current", r.current(), "currentName", r.current().chinese(), "wanted", r.wanted(), "wantedName", r.wanted().chinese()));
      case PlanRefusal.BeyondEntitlement r -> problem("beyond-entitlement", r, Map.of("month", r.month().month(), "grantedMinutes", r.month().grantedMinutes(),
          "wantedMinutes", r.month().wantedMinutes(), "overMinutes", r.month().overMinutes(), "elderFen", r.month().elderFen()));
      case PlanRefusal.TooEarly r -> problem("too-early", r, Map.of("missing", r.missing().stream().map(CaseStep::chinese).toList()));
      case PlanRefusal.NoOpenCase r -> problem("no-open-case", r, Map.of());
      case PlanRefusal.AlreadyOpen r -> problem("already-open", r, Map.of("planId", r.existing()));
      case PlanRefusal.CostRisen r -> problem("cost-risen", r, Map.of("proposedFen", r.proposedFen(), "nowFen", r.nowFen()));
    };
  }

  private static ProblemDetail problem(String slug, PlanRefusal refusal, Map<String, ?> fields) {
    return Problems.of(HttpStatus.CONFLICT, "careplan/" + slug, String.valueOf(refusal.getMessage()), fields);
  }
}
