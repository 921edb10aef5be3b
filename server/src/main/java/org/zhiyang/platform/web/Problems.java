package org.zhiyang.platform.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds RFC 9457 problems. The type is stable ({@code /problems/<module>/<slug>}), the detail is English for developers; the extra fields let
 *  the web client make the Chinese sentence. */
public final class Problems {
  /** Members that RFC 9457 keeps for itself; a field of this name would overwrite the problem's own. */
  private static final Set<String> RESERVED = Set.of("type", "title", "status", "detail", "instance");

  private Problems() {}

  public static ProblemDetail of(HttpStatus status, String moduleAndSlug, String detail) {
    return of(status, moduleAndSlug, detail, Map.of());
  }

  public static ProblemDetail of(HttpStatus status, String moduleAndSlug, String detail, Map<String, ?> fields) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("/problems/" + moduleAndSlug));
    fields.forEach((name, value) -> {
      if (RESERVED.contains(name)) throw new IllegalArgumentException("\"" + name + "\" is a member of every problem: " + moduleAndSlug);
      problem.setProperty(name, value);
    });
    return problem;
  }

  /** "Not there" and "not yours" answer alike. */
  public static ProblemDetail notFound() {
    return of(HttpStatus.NOT_FOUND, "web/not-found", "nothing here that you may see");
  }

  /** The form was made from version that is no longer the newest. */
  public static ProblemDetail stale(long currentVersion) {
    return of(HttpStatus.CONFLICT, "web/stale", "somebody changed this meanwhile", Map.of("currentVersion", currentVersion));
  }

  public static ProblemDetail invalid(String field, String code) {
    return invalid(List.of(new FieldError(field, code, Map.of())));
  }

  public static ProblemDetail invalid(List<FieldError> errors) {
    return of(HttpStatus.BAD_REQUEST, "web/invalid", "some fields need correcting", Map.of("errors", errors));
  }

  /** One field that needs correcting; {@code code} is stable (required, size, pattern, …), params let the client say the bounds. */
  public record FieldError(String field, String code, Map<String, Object> params) {}
}
