package org.zhiyang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What somebody without a sign-in gets of the certificate, and that nothing else is answered without https. */
class CertificateDoorTests {
  private static final int PLAIN = 8081;
  private static final int SECURE = 8080;

  @TempDir Path data;

  @Test
  void handsOutTheCertificateOnBothPorts() throws Exception {
    for (var port : new int[] {PLAIN, SECURE}) {
      var answer = get(port, "/ca.crt");

      assertThat(answer.response.getContentAsString()).isEqualTo("the certificate");
      assertThat(answer.response.getContentType()).isEqualTo("application/x-x509-ca-cert");
    }
  }

  @Test
  void saysWithoutHttpsHowToTrustItAndWhereToGo() throws Exception {
    var page = get(PLAIN, "/").response.getContentAsString();

    assertThat(page).contains("安卓", "iPhone", "href=\"/ca.crt\"", "href=\"https://192.0.2.7:8080/\"").doesNotContain("{address}");
  }

  @Test
  void servesNothingElseWithoutHttps() throws Exception {
    for (var path : new String[] {"/m/", "/api/session", "/console/"}) {
      var answer = get(PLAIN, path);

      assertThat(answer.response.getRedirectedUrl()).isEqualTo("/");
      assertThat(answer.passed).isFalse();
    }
  }

  @Test
  void leavesEverythingElseToTheApplicationWithHttps() throws Exception {
    assertThat(get(SECURE, "/m/").passed).isTrue();
  }

  private record Answer(MockHttpServletResponse response, boolean passed) {}

  private Answer get(int port, String path) throws Exception {
    var request = new MockHttpServletRequest("GET", path);
    request.setLocalPort(port);
    request.setServerName("192.0.2.7");
    var response = new MockHttpServletResponse();
    var chain = new MockFilterChain();
    new CertificateDoor(Files.writeString(data.resolve("ca.crt"), "the certificate"), PLAIN, SECURE).doFilter(request, response, chain);
    return new Answer(response, chain.getRequest() != null);
  }
}
