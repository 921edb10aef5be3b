package org.zhiyang.platform.clock.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.cli.RunningServer;
import org.zhiyang.cli.ZhiyangCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code zhiyang clock forward P30D}: asks the running demo server to move its business clock, signed in as the demo administrator. */
@Command(name = "forward", description = "把演示时钟往前拨，例如 P30D（30 天）、PT2H（2 小时）；生产环境不允许")
public final class ForwardClock implements ZhiyangCommand {
  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "时长", description = "ISO 8601：P30D、P1M、PT2H，最长三年")
  String duration = "";

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();

  @Override
  public String parent() {
    return "clock";
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var line = Objects.requireNonNull(spec).commandLine();
    var server = RunningServer.find(line.getErr()).orElse(null);
    if (server == null) return 2;
    var base = server.url();
    var account = json.readTree(Files.readAllBytes(server.accounts())).path("administrator");
    var session = send(base + "/api/session", Map.of("username", account.path("username").asString(), "password", account.path("password").asString()), null);
    var cookie = session.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    var answer = send(base + "/api/clock/forward", Map.of("duration", duration), cookie);
    var body = json.readTree(answer.body());
    if (answer.statusCode() == 200) {
      line.getOut().println("现在的业务时间：" + OffsetDateTime.parse(body.path("businessNow").asString()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")));
      return 0;
    }
    line.getErr().println(switch (body.path("type").asString("")) {
      case "/problems/web/invalid" -> "时长 " + duration + " 不能用。请写成 P30D（天）、P1M（月）或 PT2H（小时），最长三年。";
      case "/problems/clock/production" -> "生产环境的时钟不能拨动。";
      default -> "服务没有接受：" + answer.statusCode() + " " + body.path("detail").asString("");
    });
    return 2;
  }

  private HttpResponse<String> send(String address, Object body, @Nullable String cookie) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString());
    if (cookie != null) request.header("Cookie", cookie);
    return http.send(request.POST(BodyPublishers.ofString(json.writeValueAsString(body))).build(), BodyHandlers.ofString());
  }
}
