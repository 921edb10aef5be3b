package org.zhiyang.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A request whose transaction the database ended, because two that changed the same records waited for each other (deadlock, serialization). Nothing of it was written and nothing is wrong with it, so that
 *  {@link IdempotencyFilter} does it again; only when that fails, too, somebody is told to send it once more. */
final class GaveWay {
  /** deadlock_detected and serialization_failure (PostgreSQL 18, Appendix A, class 40). */
  private static final Set<String> STATES = Set.of("40P01", "40001");
  private static final String MARK = GaveWay.class.getName();
  private static final Logger log = LoggerFactory.getLogger(GaveWay.class);

  private GaveWay() {}

  static boolean isIn(Throwable fault) {
    var state = WebProblems.sqlState(fault);
    return state != null && STATES.contains(state);
  }

  /** The answer, which also marks the request at work. */
  static ProblemDetail problem() {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) request.setAttribute(MARK, true, RequestAttributes.SCOPE_REQUEST);
    log.info("a request gave way to another one that changed the same records");
    return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "web/busy", "others are changing the same records; send it again");
  }

  /** Whether the request gave way since it was asked last. */
  static boolean takeMark(HttpServletRequest request) {
    var marked = request.getAttribute(MARK) != null;
    request.removeAttribute(MARK);
    return marked;
  }
}
