package org.zhiyang.platform.web;

import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** The problems every module shares. A module's own refusals are mapped in its own {@code …Problems}; what nobody maps is a fault. */
@RestControllerAdvice
@Order(1000)
class WebProblems {
  private static final String DISK_FULL = "53100";
  /** character_not_in_repertoire: of all that a body or an address can hold, only the character 0. */
  private static final String NO_TEXT = "22021";
  private static final URI NO_TYPE = URI.create("about:blank");
  private static final Logger log = LoggerFactory.getLogger(WebProblems.class);

  @ExceptionHandler
  ProblemDetail on(NotFound refusal) {
    return Problems.notFound();
  }

  @ExceptionHandler
  ProblemDetail on(StaleVersion refusal) {
    return Problems.stale(refusal.currentVersion());
  }

  @ExceptionHandler
  ProblemDetail on(OptimisticLockingFailureException conflict) {
    return Problems.of(HttpStatus.CONFLICT, "web/stale", "somebody changed this meanwhile");
  }

  @ExceptionHandler
  ProblemDetail on(InvalidInput refusal) {
    return Problems.invalid(refusal.errors());
  }

  @ExceptionHandler
  ProblemDetail on(MethodArgumentNotValidException invalid) {
    var errors = new ArrayList<Problems.FieldError>();
    for (var error : invalid.getBindingResult().getAllErrors()) {
      var field = error instanceof FieldError f ? f.getField() : error.getObjectName();
      errors.add(new Problems.FieldError(field, code(error.getCode()), Map.of()));
    }
    return Problems.invalid(errors);
  }

  @ExceptionHandler
  ProblemDetail on(HandlerMethodValidationException invalid) {
    var errors = new ArrayList<Problems.FieldError>();
    for (var result : invalid.getParameterValidationResults()) {
      for (var error : result.getResolvableErrors()) {
        var name = error instanceof FieldError f ? f.getField() : String.valueOf(result.getMethodParameter().getParameterName());
        var codes = error.getCodes();
        errors.add(new Problems.FieldError(name, code(codes == null || codes.length == 0 ? null : codes[codes.length - 1]), Map.of()));
      }
    }
    return Problems.invalid(errors);
  }

  /** A part of the address that can be no id names nothing; a parameter that can be no value is a field to correct. */
  @ExceptionHandler
  ProblemDetail on(MethodArgumentTypeMismatchException invalid) {
    if (invalid.getParameter().hasParameterAnnotation(PathVariable.class)) return Problems.notFound();
    return isOf(invalid.getRequiredType(), invalid.getName());
  }

  @ExceptionHandler
  ProblemDetail on(MissingServletRequestParameterException missing) {
    return Problems.invalid(missing.getParameterName(), "required");
  }

  @ExceptionHandler
  ProblemDetail on(MissingServletRequestPartException missing) {
    return Problems.invalid(missing.getRequestPartName(), "required");
  }

  /** With the header Allow, which the standard asks for. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(HttpRequestMethodNotSupportedException refused) {
    return new ResponseEntity<>(ofOurs(refused), refused.getHeaders(), refused.getStatusCode());
  }

  /** JSON with a value that can be none of its field names the field; anything else is no JSON at all. */
  @ExceptionHandler
  ProblemDetail on(HttpMessageNotReadableException unreadable) {
    if (unreadable.getCause() instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty()) return isOf(wrong.getTargetType(), field(wrong.getPath()));
    return Problems.of(HttpStatus.BAD_REQUEST, "web/unreadable", "the body is not the JSON this address expects");
  }

  /** A day that is none is told as one: people see which years are meant. */
  private static ProblemDetail isOf(@Nullable Class<?> type, String field) {
    if (type == null || !Temporal.class.isAssignableFrom(type) || type == LocalTime.class) return Problems.invalid(field, "type");
    return Problems.invalid(List.of(new Problems.FieldError(field, "day", Map.of("first", MeantDays.FIRST_YEAR, "last", MeantDays.LAST_YEAR))));
  }

  /** As the checks of a form name it: {@code events[2].at}. */
  private static String field(List<JacksonException.Reference> path) {
    var name = new StringBuilder();
    for (var step : path) {
      if (step.getPropertyName() == null) name.append('[').append(step.getIndex()).append(']');
      else name.append(name.isEmpty() ? "" : ".").append(step.getPropertyName());
    }
    return name.toString();
  }

  /** What the framework refuses by itself says only a status; the type is ours, so that the client has a sentence for it. */
  private static ProblemDetail ofOurs(ErrorResponse answer) {
    var problem = answer.getBody();
    if (problem.getType() != null && !problem.getType().equals(NO_TYPE)) return problem;
    var slug = switch (problem.getStatus()) {
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "too-large";
      case 415 -> "unsupported-media-type";
      default -> problem.getStatus() < 500 ? "unreadable" : "fault";
    };
    problem.setType(URI.create("/problems/web/" + slug));
    return problem;
  }

  /** Framework answers that are problems already (405, 406, 415 …), and everything nobody expected. */
  @ExceptionHandler
  ProblemDetail on(Exception fault) throws Exception {
    if (fault instanceof ErrorResponse answer) return ofOurs(answer);
    if (fault instanceof org.springframework.security.access.AccessDeniedException) throw fault;
    if (GaveWay.isIn(fault)) return GaveWay.problem();
    if (NO_TEXT.equals(sqlState(fault))) return Problems.of(HttpStatus.BAD_REQUEST, "web/no-text", "a text holds a character that is none");
    var id = UUID.randomUUID();
    log.error("fault {}", id, fault);
    var state = sqlState(fault);
    if (DISK_FULL.equals(state)) return Problems.of(HttpStatus.INSUFFICIENT_STORAGE, "web/disk-full", "the database has no room left");
    if (isAway(state)) return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "web/unavailable", "the database cannot be reached");
    return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "web/fault", "an unexpected fault", Map.of("faultId", id));
  }

  static @Nullable String sqlState(@Nullable Throwable fault) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) return "08000";
      if (cause instanceof SQLException said && said.getSQLState() != null) return said.getSQLState();
    }
    return null;
  }

  /** Connections lost or refused (08), the database stopping or starting (57P). */
  private static boolean isAway(@Nullable String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  private static String code(@Nullable String constraint) {
    return switch (constraint) {
      case null -> "invalid";
      case "NotNull", "NotBlank", "NotEmpty" -> "required";
      default -> constraint.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + constraint.substring(1);
    };
  }
}
