package org.zhiyang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears what an earlier, killed start left behind in the cluster: a server still shutting down is waited for, an orphan
 * is stopped, a stale {@code postmaster.pid} is removed. Call it only while holding the data folder's lock.
 */
final class LeftoverServer {
  private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);

  private LeftoverServer() {}

  static void clear(Path clusterFiles) throws IOException, InterruptedException {
    var pidFile = clusterFiles.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    var server = readPid(pidFile).flatMap(ProcessHandle::of).filter(process -> serves(process, clusterFiles));
    if (server.isEmpty()) {
      // The number may belong to a stranger by now; PostgreSQL itself would then refuse to start.
      Files.deleteIfExists(pidFile);
      return;
    }
    log.info("上次的数据库进程（{}）仍在运行，先等它停止 / waiting for the previous database process to stop", server.get().pid());
    // Its supervisor shell notices the death of the former owner by itself; INT is PostgreSQL's fast, QUIT its immediate shutdown.
    if (ended(server.get(), Duration.ofSeconds(5))) return;
    signal("INT", server.get());
    if (ended(server.get(), Duration.ofSeconds(30))) return;
    signal("QUIT", server.get());
    if (ended(server.get(), Duration.ofSeconds(10))) return;
    throw new DatabaseStartRefusal(
        "上次的数据库进程 %d 无法停止。请手动结束该进程后重新启动。".formatted(server.get().pid()),
        "The previous database process %d does not stop. End it by hand, then start again.".formatted(server.get().pid()));
  }

  private static Optional<Long> readPid(Path pidFile) throws IOException {
    try (var lines = Files.lines(pidFile)) {
      return lines.findFirst().map(String::strip).filter(line -> line.matches("\\d{1,10}")).map(Long::valueOf);
    }
  }

  private static boolean serves(ProcessHandle process, Path clusterFiles) {
    try {
      var words = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return words.contains("postgres\0-D\0" + clusterFiles + "\0");
    } catch (IOException goneOrUnreadable) {
      return false;
    }
  }

  private static boolean ended(ProcessHandle process, Duration patience) throws InterruptedException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
  }
}
