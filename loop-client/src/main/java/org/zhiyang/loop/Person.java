package org.zhiyang.loop;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with an account. Signs in at the first call, and again when the session is over. */
public final class Person {
  private final Platform platform;
  private final String username;
  private volatile String password;
  private volatile @Nullable String cookie;
  private volatile @Nullable JsonNode session;

  public Person(Platform platform, String username, String password) {
    this.platform = platform;
    this.username = username;
    this.password = password;
  }

  public String username() {
    return username;
  }

  /** What the platform says of the signed-in person: role, region, organization … */
  public synchronized JsonNode session() {
    if (session == null) signIn();
    return java.util.Objects.requireNonNull(session);
  }

  /** Replaces the password made for a new account by one of the person's own. */
  public synchronized void choosePassword(String own) {
    signIn();
    call("改密码", "PUT", "/api/session/password", Map.of("current", password, "next", own));
    password = own;
    cookie = null;
    session = null;
  }

  public JsonNode get(String step, String path) {
    return call(step, "GET", path, null);
  }

  public JsonNode post(String step, String path, Object body) {
    return call(step, "POST", path, body);
  }

  public JsonNode put(String step, String path, Object body) {
    return call(step, "PUT", path, body);
  }

  /** Any call; its answer's status and text, whatever it says. */
  public Said say(String method, String path, @Nullable Object body) {
    var answer = platform.send("其他", new Platform.Call(method, path, signedIn(), "application/json", body == null ? null : platform.bytes(body)));
    return new Said(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
  }

  public record Said(int status, String text) {}

  /** The body of an answer that is no JSON. */
  public String text(String step, String path) {
    var call = new Platform.Call("GET", path, signedIn(), "", null);
    var answer = platform.send(step, call);
    if (answer.statusCode() >= 300) platform.agreed(call, answer);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Hands in a photo; answers its id. */
  public String upload(String step, byte[] photo) {
    var boundary = "zhiyang-" + UUID.randomUUID();
    var call = new Platform.Call("POST", "/api/files", signedIn(), "multipart/form-data; boundary=" + boundary, Platform.multipart(boundary, photo));
    return platform.agreed(call, platform.send(step, call)).path("id").asString();
  }

  private JsonNode call(String step, String method, String path, @Nullable Object body) {
    var used = signedIn();
    try {
      return once(step, method, path, body, used);
    } catch (Refused e) {
      if (e.status() != 401 || !e.problem().endsWith("/signed-out")) throw e;
      forget(used);
      return once(step, method, path, body, signedIn());
    }
  }

  private JsonNode once(String step, String method, String path, @Nullable Object body, String with) {
    var call = new Platform.Call(method, path, with, "application/json", body == null ? null : platform.bytes(body));
    return platform.agreed(call, platform.send(step, call));
  }

  private synchronized void forget(String used) {
    if (used.equals(cookie)) cookie = null;
  }

  private synchronized String signedIn() {
    if (cookie == null) signIn();
    return java.util.Objects.requireNonNull(cookie);
  }

  private void signIn() {
    var call = new Platform.Call("POST", "/api/session", null, "application/json", platform.bytes(Map.of("username", username, "password", password)));
    var answer = platform.send("登录", call);
    session = platform.agreed(call, answer);
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }
}
