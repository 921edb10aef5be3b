package org.zhiyang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificates of {@code bin/run --https}: what a phone sees that trusts the local authority and nothing else. */
class HttpsCertificateTests {
  @TempDir Path data;

  @Test
  void aClientThatTrustsOnlyTheAuthorityReachesTheServerByEachOfItsNames() throws Exception {
    prepare("192.0.2.7");

    assertThat(get("localhost", authority())).isEqualTo(200);
    assertThat(get("127.0.0.1", authority())).isEqualTo(200);
    assertThat(names(server())).contains("localhost", "127.0.0.1", "192.0.2.7", "demo-machine");
    assertThatThrownBy(() -> get("127.0.0.2", authority())).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void phonesAcceptItsFormAndItsTime() throws Exception {
    prepare("192.0.2.7");

    var days = Duration.between(server().getNotBefore().toInstant(), server().getNotAfter().toInstant()).toDays();
    assertThat(days).isLessThanOrEqualTo(398);
    assertThat(server().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(server().getBasicConstraints()).as("the server signs nobody").isEqualTo(-1);
    assertThat(authority().getBasicConstraints()).as("the authority signs servers only").isZero();
  }

  @Test
  void itsKeysAreReadableByTheOwnerOnly() throws Exception {
    prepare("192.0.2.7");

    for (var secret : List.of("https-ca.p12", "https.p12", "https.password")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(secret)))).as(secret).isEqualTo("rw-------");
    }
  }

  @Test
  void theNextStartKeepsBoth() throws Exception {
    prepare("192.0.2.7");
    var authority = authority();
    var server = server();

    prepare("192.0.2.7");

    assertThat(authority()).isEqualTo(authority);
    assertThat(server()).isEqualTo(server);
  }

  @Test
  void anotherAddressRenewsTheServersAndKeepsTheAuthority() throws Exception {
    prepare("192.0.2.7");
    var authority = authority();
    var server = server();

    prepare("192.0.2.8");

    assertThat(authority()).isEqualTo(authority);
    assertThat(server()).isNotEqualTo(server);
    assertThat(names(server())).contains("192.0.2.8").doesNotContain("192.0.2.7");
  }

  @Test
  void aMonthBeforeItsEndTheServersIsRenewed() throws Exception {
    prepare("192.0.2.7");
    var server = server();
    var lines = Files.readAllLines(data.resolve("https.names"));
    var renewAt = Instant.ofEpochSecond(Long.parseLong(lines.get(1)));
    assertThat(Duration.between(renewAt, server.getNotAfter().toInstant()).toDays()).isBetween(28L, 31L);

    Files.write(data.resolve("https.names"), List.of(lines.get(0), String.valueOf(Instant.now().getEpochSecond())));
    prepare("192.0.2.7");

    assertThat(server()).isNotEqualTo(server);
  }

  private void prepare(String address) throws IOException, InterruptedException {
    var script = "set -euo pipefail; . ./lib.sh; hostname() { if [ \"${1:-}\" = -I ]; then echo \"$ADDRESS\"; else echo demo-machine; fi; }; prepare_certificate \"$1\"";
    var builder = new ProcessBuilder("bash", "-c", script, "bash", data.toString()).directory(Path.of("../bin").toFile()).redirectErrorStream(true);
    builder.environment().put("ADDRESS", address);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var shell = builder.start();
    var said = new String(shell.getInputStream().readAllBytes());
    assertThat(shell.waitFor()).as(said).isZero();
  }

  private X509Certificate authority() throws Exception {
    try (var in = Files.newInputStream(data.resolve("https-ca.crt"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private X509Certificate server() throws Exception {
    return (X509Certificate) store().getCertificate("zhiyang");
  }

  private static List<String> names(X509Certificate certificate) throws Exception {
    return certificate.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))).toList();
  }

  private char[] password() throws IOException {
    return Files.readString(data.resolve("https.password")).toCharArray();
  }

  private KeyStore store() throws Exception {
    return KeyStore.getInstance(data.resolve("https.p12").toFile(), password());
  }

  /** The status a server with this certificate answers by this name. */
  private int get(String name, X509Certificate trusted) throws Exception {
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(), password());
    var ours = SSLContext.getInstance("TLS");
    ours.init(keys.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ours));
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.start();
    try (var http = HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
      return http.send(HttpRequest.newBuilder(URI.create("https://" + name + ":" + server.getAddress().getPort() + "/")).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext trusting(X509Certificate authority) throws Exception {
    var anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("authority", authority);
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
