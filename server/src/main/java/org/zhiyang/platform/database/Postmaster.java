package org.zhiyang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One running PostgreSQL server under its supervisor: a shell that reads from this process and stops the server
 * (fast shutdown) as soon as that pipe ends, which also happens when this process is killed.
 */
final class Postmaster {
  /** The session of its own (setsid) keeps Ctrl-C in a terminal from reaching the server before the application has closed. */
  private static final String SUPERVISOR = """
      exec 3<&0
      "$@" 3<&- &
      server=$!
      ( while read -r _; do :; done; kill -INT $server ) <&3 2>/dev/null &
      watcher=$!
      trap 'kill -INT $server' TERM INT
      wait $server
      wait $server 2>/dev/null
      kill $watcher 2>/dev/null
      """;

  private final Process supervisor;
  private final Path log;
  private final long logStart;

  private Postmaster(Process supervisor, Path log, long logStart) {
    this.supervisor = supervisor;
    this.log = log;
    this.logStart = logStart;
  }

  static Postmaster launch(List<String> serverCommand, Path workingDirectory, Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > 10_000_000) {
      Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    var command = new ArrayList<>(List.of("setsid", "sh", "-c", SUPERVISOR, "zhiyang-postgres"));
    command.addAll(serverCommand);
    var logStart = Files.exists(log) ? Files.size(log) : 0;
    var builder = new ProcessBuilder(command).directory(workingDirectory.toFile())
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    PostgresCluster.cleanEnvironment(builder.environment());
    return new Postmaster(builder.start(), log, logStart);
  }

  boolean isAlive() {
    return supervisor.isAlive();
  }

  CompletableFuture<?> whenEnded() {
    return supervisor.onExit();
  }

  /** What the server has written to its log since this start. */
  String said() throws IOException {
    try (var channel = Files.newByteChannel(log)) {
      var text = java.nio.ByteBuffer.allocate((int) Math.min(64_000, Math.max(0, channel.size() - logStart)));
      channel.position(logStart);
      channel.read(text);
      return new String(text.array(), 0, text.position());
    }
  }

  /** Fast shutdown: open transactions are rolled back, a checkpoint is written. */
  void stop() throws IOException, InterruptedException {
    supervisor.getOutputStream().close();
    if (supervisor.waitFor(60, TimeUnit.SECONDS)) return;
    supervisor.destroy();
    supervisor.waitFor(10, TimeUnit.SECONDS);
  }
}
