package org.zhiyang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/** Hands phones the certificate of the local authority that {@code bin/run --https} made, before they trust it: at {@code /ca.crt}, without a sign-in, and on a port
 *  without https that has this file and a page about it, and nothing else of the platform. The certificate is public; its key never leaves the data folder. */
final class CertificateDoor extends OncePerRequestFilter {
  private static final String FILE = "/ca.crt";

  private final Path certificate;
  private final int plainPort;
  private final int securePort;

  CertificateDoor(Path certificate, int plainPort, int securePort) {
    this.certificate = certificate;
    this.plainPort = plainPort;
    this.securePort = securePort;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    var path = request.getRequestURI();
    var plain = request.getLocalPort() == plainPort;
    if (path.equals(FILE)) {
      response.setContentType("application/x-x509-ca-cert");
      response.setHeader("Content-Disposition", "attachment; filename=\"zhiyang-ca.crt\"");
      response.getOutputStream().write(Files.readAllBytes(certificate));
    } else if (!plain) {
      chain.doFilter(request, response);
    } else if (path.equals("/")) {
      var page = new ClassPathResource("certificate.html").getContentAsString(StandardCharsets.UTF_8);
      response.setContentType("text/html;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().write(page.replace("{address}", HtmlUtils.htmlEscape("https://" + request.getServerName() + ":" + securePort + "/")));
    } else {
      response.sendRedirect("/");
    }
  }
}
