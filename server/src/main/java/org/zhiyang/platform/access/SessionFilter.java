package org.zhiyang.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
      context.setAuthentication(new SignedIn(live));
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
    private final transient Sessions.Live live;

    SignedIn(Sessions.Live live) {
      super(List.of());
      this.live = live;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Actor getPrincipal() {
      return live.actor();
    }

    Sessions.Live live() {
      return live;
    }

    @Override
    public String getName() {
      return live.actor().accountId().toString();
    }
  }
}
