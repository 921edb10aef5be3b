package org.zhiyang.funding.settlement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhiyang.funding.settlement.domain.BankFile;
import org.zhiyang.funding.settlement.domain.BankReturn;

class SimulateBankTests {
  private static final UUID BATCH = new UUID(3, 4);

  @Test
  void paysAllButAccountsThatEndWithNineAndAnswersTheSameFileTheSameWay() throws Exception {
    var server = new SimulateBank().start(0);
    try {
      var file = BankFile.write(BATCH, List.of(payment(1, "0000001234567890123", 500), payment(2, "0000001234567890129", 700)));

      var first = post(server.getAddress().getPort(), file);
      var again = post(server.getAddress().getPort(), file);
      var other = post(server.getAddress().getPort(), BankFile.write(BATCH, List.of(payment(1, "0000001234567890123", 501))));
      var broken = post(server.getAddress().getPort(), file.replace(",500,", ",900,"));

      var results = BankReturn.read(first.body()).results();
      assertThat(results.get(1)).isEqualTo(new BankReturn.Result(true, ""));
      assertThat(results.get(2)).isEqualTo(new BankReturn.Result(false, "账号与户名不符"));
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(other.statusCode()).isEqualTo(409);
      assertThat(broken.statusCode()).isEqualTo(422);
    } finally {
      server.stop(0);
    }
  }

  private static BankFile.Payment payment(int line, String account, long fen) {
    return new BankFile.Payment(BATCH, line, "服务商", account, fen, "2026-10 居家养老服务补贴");
  }

  private static HttpResponse<String> post(int port, String file) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/payment-files")).POST(HttpRequest.BodyPublishers.ofString(file)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
