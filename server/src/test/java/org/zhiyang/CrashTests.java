package org.zhiyang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.zhiyang.loop.LoopRun;
import org.zhiyang.loop.Platform;
import org.zhiyang.loop.StepTimes;

/** Elders walk the whole loop over the public API while the server is killed again and again, sometimes together with its database. Clients repeat what broke, as a phone does. */
class CrashTests {
  private static final Path DATA = Path.of("target", "crash-test");
  private static final Duration START = Duration.ofMinutes(4);
  private static final int KILLS = 5;

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;
  private Process server;

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    FileSystemUtils.deleteRecursively(DATA);
    Files.createDirectories(DATA);
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    start();
  }

  @AfterEach
  void end() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(Duration.ofSeconds(60))) server.destroyForcibly().waitFor();
  }

  @Test
  void nothingIsLostOrDoubledWhenTheServerIsKilledInTheMiddleOfTheLoop() throws Exception {
    var times = new StepTimes();
    var platform = new Platform(URI.create("http://127.0.0.1:" + port), START, times);
    var run = new LoopRun(platform, DATA.resolve("accounts.json"), 6, line -> {});

    var walking = CompletableFuture.supplyAsync(() -> run.walk(12, 12, 5));
    var random = new Random(42);
    for (var kill = 1; kill <= KILLS && !walking.isDone(); kill++) {
      Thread.sleep(1500 + random.nextInt(4000));
      kill(kill % 2 == 0);
      start();
    }

    assertThat(walking.get().faults()).isEmpty();
    assertThat(times.broken()).as("connections that broke").isPositive();
  }

  /** SIGKILL: nobody can prepare for it. */
  private void kill(boolean databaseToo) throws IOException, InterruptedException {
    var postmaster = DATA.resolve("postgres").resolve("postmaster.pid");
    var database = databaseToo && Files.exists(postmaster) ? ProcessHandle.of(Long.parseLong(Files.readAllLines(postmaster).getFirst().strip())) : java.util.Optional.<ProcessHandle>empty();
    server.destroyForcibly();
    database.ifPresent(ProcessHandle::destroyForcibly);
    server.waitFor();
  }

  /** The application as it is delivered, on the classpath of this build without its tests. */
  private void start() throws IOException, InterruptedException {
    var classpath = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
        "-cp", classpath, ZhiyangApplication.class.getName(), "serve", "--server.port=" + port, "--server.address=127.0.0.1",
        "--zhiyang.data-directory=" + DATA.toAbsolutePath(), "--zhiyang.demo.elders=1500"));
    server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(DATA.resolveSibling("crash-test-server.log").toFile())).start();
    var until = System.nanoTime() + START.toNanos();
    while (!isUp()) {
      assertThat(server.isAlive()).as("the server started; see target/crash-test-server.log").isTrue();
      assertThat(System.nanoTime()).as("the server is up in time").isLessThan(until);
      Thread.sleep(200);
    }
  }

  private boolean isUp() throws InterruptedException {
    try {
      var answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
      return answer.body().contains("\"UP\"");
    } catch (IOException notYet) {
      return false;
    }
  }
}
