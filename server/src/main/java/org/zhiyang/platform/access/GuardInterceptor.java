package org.zhiyang.platform.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.zhiyang.platform.web.Problems;

/** Lets a call through only if its endpoint is {@link Open} or the account holds the permission of {@link Guarded}; an endpoint with neither is shut. */
final class GuardInterceptor implements HandlerInterceptor {
  /** Request attribute: who was let through. */
  private static final String ACTOR = GuardInterceptor.class.getName() + ".actor";

  private final CurrentActor current;
  private final Audit audit;

  GuardInterceptor(CurrentActor current, Audit audit) {
    this.current = current;
    this.audit = audit;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || !request.getRequestURI().startsWith("/api/")) return true;
    if (method.hasMethodAnnotation(Open.class)) return true;
    // The end of an answer that was streamed: guarded when it came in, by a thread that no longer knows who asked.
    if (request.getDispatcherType() == DispatcherType.ASYNC) return true;
    var guard = method.getMethodAnnotation(Guarded.class);
    var actor = current.find().orElseThrow(() -> refused(HttpStatus.UNAUTHORIZED, "access/signed-out", "sign in first", Map.of()));
    if (guard == null || !actor.may(guard.permission())) {
      var permission = guard == null ? "none" : guard.permission();
      audit.write(new Audit.Entry(actor, permission, request.getMethod(), request.getRequestURI(), 403, null, null, null));
      throw refused(HttpStatus.FORBIDDEN, "access/forbidden", "this account may not do that", Map.of("permission", permission));
    }
    if (!guard.withOneTimePassword() && current.mustChangePassword()) {
      throw refused(HttpStatus.FORBIDDEN, "access/password-change-required", "change the one-time password first: PUT /api/session/password", Map.of());
    }
    request.setAttribute(ACTOR, actor);
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
    if (!(handler instanceof HandlerMethod method)) return;
    var guard = method.getMethodAnnotation(Guarded.class);
    if (guard == null || !guard.audit()) return;
    if (request.getAttribute(ACTOR) instanceof Actor actor) write(request, response, guard, actor);
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Guarded guard, Actor actor) {
    audit.write(new Audit.Entry(actor, guard.permission(), request.getMethod(), request.getRequestURI(), response.getStatus(), subjectKind(request), subjectId(request), null));
  }

  private static @Nullable String subjectKind(HttpServletRequest request) {
    var parts = request.getRequestURI().split("/");
    return parts.length > 2 ? parts[2] : null;
  }

  private static @Nullable UUID subjectId(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables && variables.get("id") instanceof String id) {
      try {
        return UUID.fromString(id);
      } catch (IllegalArgumentException notAUuid) {
        return null;
      }
    }
    return null;
  }

  private static ErrorResponseException refused(HttpStatus status, String type, String detail, Map<String, ?> fields) {
    return new ErrorResponseException(status, Problems.of(status, type, detail, fields), null);
  }
}
