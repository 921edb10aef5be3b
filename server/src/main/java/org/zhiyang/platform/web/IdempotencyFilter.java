package org.zhiyang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes every write safe to repeat. The key, the work and its answer are one transaction: after a crash either all of it is there or nothing,
 *  and a repeated key gets the first answer. A refused request (4xx, 5xx) changes nothing and is not remembered: it may be sent again corrected.
 *  Work the database ended in favour of another transaction is done again here, so that nobody has to know of it.
 *  The header cannot be sent by a foreign page without our consent (no CORS), so it is the defence against forged requests too. */
final class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  /** Signing in has no account yet; of a change of password not even a digest is kept, and its wrong tries must count though it is refused. */
  private static final Set<String> WITHOUT_KEY = Set.of("/api/session", "/api/session/password");
  private static final int MOST_TRIES = 3;
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final IdempotentAnswers answers;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  IdempotencyFilter(IdempotentAnswers answers, TransactionTemplate transaction, JsonMapper json) {
    this.answers = answers;
    this.transaction = transaction;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !path.startsWith("/api/") || WITHOUT_KEY.contains(path) || !WRITES.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    var principal = request.getUserPrincipal();
    if (principal == null) {
      chain.doFilter(request, response); // the guard answers that nobody is signed in
      return;
    }
    var key = key(request);
    if (key == null) {
      refuse(response, Problems.of(HttpStatus.BAD_REQUEST, "web/idempotency-key-missing", "writes need an Idempotency-Key header with a UUID"));
      return;
    }
    var body = new RepeatableBody(request);
    var caching = new ContentCachingResponseWrapper(response);
    var tries = 1;
    while (givesWay(key, body, caching, chain) && body.isRepeatable() && tries++ < MOST_TRIES) caching.reset();
    caching.copyBodyToResponse();
  }

  /** Does the work, or answers as it was answered. True when the database ended the transaction in favour of another one: nothing is written then, and it can be done again. */
  private boolean givesWay(UUID key, RepeatableBody request, ContentCachingResponseWrapper response, FilterChain chain) throws ServletException, IOException {
    try {
      transaction.execute(status -> {
        var call = new IdempotentAnswers.Call(key, request.getUserPrincipal().getName(), request.getMethod(), request.getRequestURI(), request.digest());
        var earlier = answers.claim(call);
        try {
          if (earlier == null) {
            chain.doFilter(request, response);
            if (response.getStatus() >= 400) status.setRollbackOnly();
            else answers.remember(call, response.getStatus(), response.getContentType(), kept(request, response));
          } else {
            replay(call, earlier, response);
          }
          return null;
        } catch (IOException | ServletException e) {
          throw new ChainFailed(e);
        }
      });
      return GaveWay.takeMark(request);
    } catch (ChainFailed failed) {
      if (failed.getCause() instanceof ServletException servlet) throw servlet;
      throw (IOException) failed.getCause();
    } catch (RuntimeException fault) {
      if (!GaveWay.isIn(fault)) throw fault;
      refuse(response, GaveWay.problem());
      return GaveWay.takeMark(request);
    }
  }

  private byte[] kept(HttpServletRequest request, ContentCachingResponseWrapper answer) {
    var instead = request.getAttribute(ShownOnce.ATTRIBUTE);
    return instead == null ? answer.getContentAsByteArray() : json.writeValueAsBytes(instead);
  }

  private void replay(IdempotentAnswers.Call call, IdempotentAnswers.Answer earlier, HttpServletResponse response) throws IOException {
    if (!earlier.matches(call)) {
      refuse(response, Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "web/idempotency-key-reused", "this key was used for another request"));
      return;
    }
    response.setStatus(earlier.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (earlier.contentType() != null) response.setContentType(earlier.contentType());
    response.getOutputStream().write(earlier.body());
  }

  private static @Nullable UUID key(HttpServletRequest request) {
    var text = request.getHeader(HEADER);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notAUuid) {
      return null;
    }
  }

  private void refuse(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  private static final class ChainFailed extends RuntimeException {
    ChainFailed(Exception cause) {
      super(cause);
    }
  }
}
