package org.zhiyang.response.hotline.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.web.Problems;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.response.hotline.domain.CallBackRefusal;

/** The desk's refusals as problems. */
@RestControllerAdvice
@Order(100)
class CallBackProblems {
  @ExceptionHandler
  ProblemDetail on(CallBackRefusal refusal) {
    return switch (refusal) {
      case CallBackRefusal.TakenByColleague r -> {
        var fields = new HashMap<String, Object>(Map.of("until", r.until()));
        if (r.name() != null) fields.put("name", r.name());
        yield problem(HttpStatus.CONFLICT, "taken-by-colleague", r, fields);
      }
      case CallBackRefusal.NotTaken r -> problem(HttpStatus.CONFLICT, "not-taken", r, Map.of());
      case CallBackRefusal.WrongStatus r -> problem(HttpStatus.CONFLICT, "wrong-status", r, Map.of("current", r.status(), "currentName", r.status().chinese()));
      case CallBackRefusal.NobodyReached r -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "nobody-reached", r, Map.of());
      case CallBackRefusal.TooFewAttempts r -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "too-few-attempts", r, Map.of("made", r.made(), "needed", r.needed()));
      case CallBackRefusal.AgainstTheAnswers r ->
        problem(HttpStatus.UNPROCESSABLE_CONTENT, "against-the-answers", r, Map.of("proposed", r.proposed(), "proposedName", CallBackResult.valueOf(r.proposed()).chinese()));
    };
  }

  private static ProblemDetail problem(HttpStatus status, String slug, CallBackRefusal refusal, Map<String, ?> fields) {
    return Problems.of(status, "hotline/" + slug, String.valueOf(refusal.getMessage()), fields);
  }
}
