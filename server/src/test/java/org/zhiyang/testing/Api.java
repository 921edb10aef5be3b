package org.zhiyang.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Speaks to the running server as a demo account would: {@code api.as("village_worker").get("/api/elders")}. */
@TestComponent
public class Api {
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json;
  private final Environment environment;
  private final Path accountsFile;
  private JsonNode accounts = MissingNode.getInstance();
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  Api(JsonMapper json, Environment environment, @Value("${zhiyang.data-directory}") Path dataDirectory) {
    this.json = json;
    this.environment = environment;
    this.accountsFile = dataDirectory.resolve("accounts.json");
  }

  /** Once the demo city stands, and never again: another context of the same run writes accounts of its own over the file. */
  @EventListener
  void on(ApplicationReadyEvent ready) {
    try {
      accounts = json.readTree(Files.readAllBytes(accountsFile));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The answer as a caller sees it; {@code body} is a missing node when there is none. */
  public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {
    /** {@code /problems/…} of a refusal, else null. */
    public @Nullable String problem() {
      return body.path("type").asString(null);
    }
  }

  /** Signed in as the demo account of this name (a role's key, or assessor_2, carer_2, provider_dispatcher_2). */
  public Caller as(String username) {
    return new Caller(cookies.computeIfAbsent(username, this::signIn));
  }

  /** Signed in with a name and password of the test's own making; fails when the sign-in is refused. */
  public Caller signedIn(String username, String password) {
    var answer = asNobody().post("/api/session", Map.of("username", username, "password", password));
    if (answer.status != 200) throw new IllegalStateException("sign-in of " + username + " answered " + answer.status + " " + answer.body);
    return new Caller(answer.headers.firstValue("Set-Cookie").orElseThrow().split(";")[0]);
  }

  public Caller asNobody() {
    return new Caller(null);
  }

  public final class Caller {
    private final @Nullable String cookie;

    Caller(@Nullable String cookie) {
      this.cookie = cookie;
    }

    public Answer get(String path) {
      return send(cookie, "GET", path, null, null);
    }

    /** The body of an answer that is no JSON, as text; fails when the call was refused. */
    public String text(String path) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getProperty("local.server.port") + path)).header("Cookie", java.util.Objects.requireNonNull(cookie));
      try {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
        return answer.body();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    public Answer post(String path, Object body) {
      return post(path, body, UUID.randomUUID());
    }

    public Answer post(String path, Object body, UUID key) {
      return send(cookie, "POST", path, body, key);
    }

    public Answer put(String path, Object body) {
      return put(path, body, UUID.randomUUID());
    }

    public Answer put(String path, Object body, UUID key) {
      return send(cookie, "PUT", path, body, key);
    }

    /** One file as part {@code file} of a multipart form. */
    public Answer upload(String path, byte[] content) {
      return Api.this.upload(cookie, path, content);
    }

    /** By a method that is known only when the test runs. */
    public Answer call(String method, String path, @Nullable Object body) {
      return Api.this.send(cookie, method, path, body, method.equals("GET") ? null : UUID.randomUUID());
    }

    public Answer delete(String path) {
      return send(cookie, "DELETE", path, null, UUID.randomUUID());
    }
  }

  private String signIn(String username) {
    var account = accounts.path(username);
    if (account.isMissingNode()) throw new IllegalArgumentException("no demo account " + username);
    var answer = send(null, "POST", "/api/session", Map.of("username", username, "password", account.path("password").asString()), null);
    if (answer.status != 200) throw new IllegalStateException("sign-in of " + username + " answered " + answer.status + " " + answer.body);
    return answer.headers.firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private Answer upload(@Nullable String cookie, String path, byte[] content) {
    var boundary = "zhiyang-" + UUID.randomUUID();
    var head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes();
    var tail = ("\r\n--" + boundary + "--\r\n").getBytes();
    var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "multipart/form-data; boundary=" + boundary).header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.concat(BodyPublishers.ofByteArray(head), BodyPublishers.ofByteArray(content), BodyPublishers.ofByteArray(tail)));
    if (cookie != null) request.header("Cookie", cookie);
    return answer(request.build());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + environment.getProperty("local.server.port") + path);
  }

  private Answer send(@Nullable String cookie, String method, String path, @Nullable Object body, @Nullable UUID key) {
    var request = HttpRequest.newBuilder(uri(path));
    if (cookie != null) request.header("Cookie", cookie);
    if (key != null) request.header("Idempotency-Key", key.toString());
    if (body != null) request.header("Content-Type", "application/json");
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    return answer(request.build());
  }

  private Answer answer(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      var isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json") && answer.body().length > 0;
      return new Answer(answer.statusCode(), isJson ? json.readTree(answer.body()) : tools.jackson.databind.node.MissingNode.getInstance(), answer.headers());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
