package org.zhiyang.platform.access;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.web.Problems;

/** The refusals of the administration of accounts as problems. */
@RestControllerAdvice
@Order(100)
class AccountProblems {
  @ExceptionHandler
  ProblemDetail on(AccountRefusal refusal) {
    var text = String.valueOf(refusal.getMessage());
    return switch (refusal) {
      case AccountRefusal.NameTaken r -> Problems.of(HttpStatus.CONFLICT, "access/name-taken", text);
      case AccountRefusal.RoleNotAllowed r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "access/role-not-allowed", text, Map.of("allowed", r.allowed));
      case AccountRefusal.WrongRegion r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "access/wrong-region", text, Map.of("known", r.known, "levels", r.levels));
      case AccountRefusal.UnknownHolder r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "access/unknown-holder", text, Map.of("kind", r.kind));
      case AccountRefusal.HasAccount r -> Problems.of(HttpStatus.CONFLICT, "access/has-account", text, Map.of("kind", r.kind));
      case AccountRefusal.NotYourself r -> Problems.of(HttpStatus.CONFLICT, "access/not-yourself", text);
      case AccountRefusal.LastAdministrator r -> Problems.of(HttpStatus.CONFLICT, "access/last-administrator", text);
      case AccountRefusal.WrongState r -> Problems.of(HttpStatus.CONFLICT, r.closed ? "access/account-closed" : "access/account-open", text);
    };
  }
}
