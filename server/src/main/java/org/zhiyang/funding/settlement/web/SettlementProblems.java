package org.zhiyang.funding.settlement.web;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.platform.web.Problems;

/** Settlement's refusals as problems. */
@RestControllerAdvice
@Order(100)
class SettlementProblems {
  @ExceptionHandler
  ProblemDetail on(SettlementRefusal refusal) {
    return switch (refusal) {
      case SettlementRefusal.WrongState r -> conflict("wrong-state", r, Map.of("current", r.current(), "currentName", r.currentName()));
      case SettlementRefusal.NoFinalScore r -> conflict("no-final-score", r, Map.of("month", r.month().toString()));
      case SettlementRefusal.LinesInDoubt r -> conflict("lines-in-doubt", r, Map.of("visits", r.visits()));
      case SettlementRefusal.DraftChanged r -> conflict("draft-changed", r, Map.of());
      case SettlementRefusal.AlreadyObjected r -> conflict("already-objected", r, Map.of());
      case SettlementRefusal.AlreadyDecided r -> conflict("already-decided", r, Map.of());
      case SettlementRefusal.NothingToPay r -> conflict("nothing-to-pay", r, Map.of());
      case SettlementRefusal.NoAccount r -> conflict("no-account", r, Map.of("providers", r.providers()));
      case SettlementRefusal.SamePerson r -> conflict("same-person", r, Map.of());
      case SettlementRefusal.PublicityNotOver r -> conflict("publicity-not-over", r, Map.of("lastDay", r.lastDay()));
      case SettlementRefusal.FileNotYet r -> conflict("file-not-yet", r, Map.of("availableAt", Objects.requireNonNull(Shown.at(r.availableAt()))));
      case SettlementRefusal.TooLateToWithdraw r -> conflict("too-late-to-withdraw", r, Map.of("until", Objects.requireNonNull(Shown.at(r.until()))));
      case SettlementRefusal.UnreadableReturn r -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable-return", r, Map.of("sentence", r.sentence()));
      case SettlementRefusal.ContradictingReturn r -> conflict("contradicting-return", r, Map.of("lines", r.lines()));
      case SettlementRefusal.BankUnavailable r -> problem(HttpStatus.SERVICE_UNAVAILABLE, "bank-unavailable", r, Map.of("configured", r.configured()));
    };
  }

  private static ProblemDetail conflict(String slug, SettlementRefusal refusal, Map<String, ?> fields) {
    return problem(HttpStatus.CONFLICT, slug, refusal, fields);
  }

  private static ProblemDetail problem(HttpStatus status, String slug, SettlementRefusal refusal, Map<String, ?> fields) {
    return Problems.of(status, "settlement/" + slug, String.valueOf(refusal.getMessage()), fields);
  }
}
