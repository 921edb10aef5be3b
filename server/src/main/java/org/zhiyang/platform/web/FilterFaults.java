package org.zhiyang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What fails in a filter (a session that cannot be read, a transaction that cannot be committed) is answered as what fails in a controller. */
final class FilterFaults extends OncePerRequestFilter {
  private final HandlerExceptionResolver answers;

  FilterFaults(HandlerExceptionResolver answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException fault) {
      if (response.isCommitted() || answers.resolveException(request, response, null, fault) == null) throw fault;
    }
  }
}
