package org.zhiyang.loop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A running platform. A call that finds nobody there is repeated with the same Idempotency-Key until the patience is over: what a good client does when a connection breaks. */
public final class Platform {
  private static final Duration ONE_CALL = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
  private final JsonMapper json = new JsonMapper();
  private final URI base;
  private final Duration patience;
  private final StepTimes times;

  /** @param patience how long a broken connection is tried again; zero for not at all */
  public Platform(URI base, Duration patience, StepTimes times) {
    this.base = base;
    this.patience = patience;
    this.times = times;
  }

  public StepTimes times() {
    return times;
  }

  /** @param cookie null for a call without a session */
  record Call(String method, String path, @Nullable String cookie, String type, byte @Nullable [] body) {}

  /** The answer to a call, whatever its status. Its time is booked under the step. */
  HttpResponse<byte[]> send(String step, Call call) {
    var request = HttpRequest.newBuilder(base.resolve(call.path())).timeout(ONE_CALL);
    if (call.cookie() != null) request.header("Cookie", call.cookie());
    if (!call.method().equals("GET")) request.header("Idempotency-Key", UUID.randomUUID().toString());
    BodyPublisher body = BodyPublishers.noBody();
    if (call.body() != null) {
      request.header("Content-Type", call.type());
      body = BodyPublishers.ofByteArray(call.body());
    }
    var built = request.method(call.method(), body).build();
    var since = System.nanoTime();
    while (true) {
      try {
        var began = System.nanoTime();
        var answer = http.send(built, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 503) {
          times.add(step, System.nanoTime() - began);
          return answer;
        }
      } catch (IOException broken) {
        if (System.nanoTime() - since > patience.toNanos()) throw new IllegalStateException(call.method() + " " + call.path() + ": the platform does not answer", broken);
        times.countBroken();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      Waiting.pause(Duration.ofMillis(200));
    }
  }

  /** The body of an answer that agreed.
   *  @throws Refused otherwise */
  JsonNode agreed(Call call, HttpResponse<byte[]> answer) {
    var isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json") && answer.body().length > 0;
    var body = isJson ? json.readTree(answer.body()) : MissingNode.getInstance();
    if (answer.statusCode() >= 300) throw new Refused(call.method() + " " + call.path(), answer.statusCode(), body);
    return body;
  }

  byte[] bytes(Object body) {
    return json.writeValueAsBytes(body);
  }

  static byte[] multipart(String boundary, byte[] file) {
    var head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    var tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    var all = new byte[head.length + file.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(file, 0, all, head.length, file.length);
    System.arraycopy(tail, 0, all, head.length + file.length, tail.length);
    return all;
  }
}
