package org.zhiyang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiyang.testing.ZhiyangTest;

/** docs/openapi.yaml is what the controllers say. When it differs, run this test with {@code -Dopenapi.write=true} and look at the change. */
@ZhiyangTest
class OpenApiContractTests {
  private static final Path CONTRACT = Path.of("../docs/openapi.yaml");

  @LocalServerPort int port;

  @Test
  void theContractIsWhatTheControllersSay() throws IOException, InterruptedException {
    var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs.yaml")).build(), BodyHandlers.ofString());
    var said = answer.body().replaceAll("http://localhost:\\d+", "/").replaceAll("org\\.zhiyang\\.[a-z]+\\.([a-z]+)\\.((web|domain|usecase|view|store)\\.)?", "$1.");

    if (Boolean.getBoolean("openapi.write")) Files.writeString(CONTRACT, said);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Files.readString(CONTRACT)).as("docs/openapi.yaml; to renew it: -Dopenapi.write=true").isEqualTo(said);
  }
}
