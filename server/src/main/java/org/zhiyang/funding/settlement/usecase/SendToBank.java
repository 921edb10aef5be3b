package org.zhiyang.funding.settlement.usecase;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.platform.access.Actor;

/** Sends the frozen payment file to the bank at {@code zhiyang.bank.url} and books its answer. Repeating is safe: the file's bytes never change and the bank answers the same
 *  batch the same way. */
@Service
public class SendToBank {
  private static final Logger LOG = LoggerFactory.getLogger(SendToBank.class);
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final String url;
  /** Made when the first file is sent: most servers have no bank, and an HTTP client costs time at the start. */
  private final SingletonSupplier<RestClient> http;
  private final ReleaseFile files;
  private final ReadReturn returns;

  SendToBank(@Value("${zhiyang.bank.url:}") String url, ReleaseFile files, ReadReturn returns) {
    this.url = url;
    this.http = SingletonSupplier.of(SendToBank::client);
    this.files = files;
    this.returns = returns;
  }

  private static RestClient client() {
    var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
    requests.setReadTimeout(Duration.ofSeconds(30));
    return RestClient.builder().requestFactory(requests).build();
  }

  public boolean configured() {
    return !url.isBlank();
  }

  /** @throws SettlementRefusal.BankUnavailable, and what the file and the return may refuse */
  public boolean handle(UUID batch, Actor by) {
    if (!configured()) throw new SettlementRefusal.BankUnavailable(false);
    var file = files.handle(batch, by);
    try {
      var answer = http.obtain().post().uri(url + "/payment-files").contentType(CSV).body(file.getBytes(StandardCharsets.UTF_8)).retrieve().body(byte[].class);
      return returns.handle(batch, new String(answer == null ? new byte[0] : answer, StandardCharsets.UTF_8), by);
    } catch (RestClientException notReached) {
      LOG.warn("The bank did not answer for batch {}: {}", batch, notReached.getClass().getSimpleName());
      throw new SettlementRefusal.BankUnavailable(true);
    }
  }
}
