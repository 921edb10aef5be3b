package org.zhiyang.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the session cookie (or, for programs, {@code Authorization: Bearer}) into the signed-in {@link Actor}. */
final class SessionFilter extends OncePerRequestFilter {
  static final String COOKIE = "zhiyang_session";

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    token(request).flatMap(sessions::find).ifPresent(live -> {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new SignedIn(live.actor(), live.expiresAt()));
      SecurityContextHolder.setContext(context);
    });
    chain.doFilter(request, response);
  }

  static Optional<String> token(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    if (header != null && header.startsWith("Bearer ")) return Optional.of(header.substring(7));
    if (request.getCookies() == null) return Optional.empty();
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(COOKIE)) return Optional.of(cookie.getValue());
    }
    return Optional.empty();
  }

  static final class SignedIn extends AbstractAuthenticationToken {
    private final transient Actor actor;
    private final transient Instant expiresAt;

    SignedIn(Actor actor, Instant expiresAt) {
      super(List.of());
      this.actor = actor;
      this.expiresAt = expiresAt;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Actor getPrincipal() {
      return actor;
    }

    Instant expiresAt() {
      return expiresAt;
    }

    @Override
    public String getName() {
      return actor.accountId().toString();
    }
  }
}
