package org.zhiyang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 that lives in a data folder and runs as long as this object is open; usable without Spring.
 * It listens on 127.0.0.1 only, on a port remembered in the folder, writes durably (fsync, data checksums), survives a
 * kill of this process or of its own, and is restarted when it dies alone, as often as it takes: a full disk may be cleared. One process at a time may open a folder.
 *
 * <pre>{@code
 * try (var postgres = EmbeddedPostgres.start(Path.of("data"))) {
 *   DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
 * }
 * }</pre>
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final long LEAST_FREE_BYTES = 300_000_000;
  /** Before it is started once more: nothing, then twice as long each time, at most so long. */
  private static final long LONGEST_PAUSE_SECONDS = 60;
  /** Who ran so long did not die of its start. */
  private static final Duration STEADY = Duration.ofMinutes(10);

  private final DataDirectoryLock lock;
  private final ServerStart start;
  private PostgresAccess access;
  private Postmaster server;
  private long startedAt;
  private int attempts;
  private boolean closed;

  private EmbeddedPostgres(DataDirectoryLock lock, ServerStart start, PostgresAccess access) throws IOException, InterruptedException {
    this.lock = lock;
    this.start = start;
    var started = start.run(access);
    this.access = started.access();
    this.server = started.server();
  }

  /**
   * Starts the database of this folder, making both if they are not there (about 4 s the first time, 0.5 s later).
   *
   * @throws DatabaseStartRefusal when the folder is in use or unreachable, the disk is full or the system cannot run it
   */
  public static EmbeddedPostgres start(Path dataDirectory) {
    var data = dataDirectory.toAbsolutePath().normalize();
    LoggerFactory.getLogger("zhiyang.progress").info("启动数据库");
    try {
      return open(data);
    } catch (IOException fault) {
      throw DatabaseStartRefusal.of(fault, data);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while starting the database", interrupted);
    }
  }

  private static EmbeddedPostgres open(Path wanted) throws IOException, InterruptedException {
    Files.createDirectories(wanted);
    var data = wanted.toRealPath();
    var lock = DataDirectoryLock.take(data);
    try {
      if (Files.getFileStore(data).getUsableSpace() < LEAST_FREE_BYTES) throw DatabaseStartRefusal.diskFull(data, null);
      var access = accessOf(data);
      var binaries = PostgresBinaries.unpackInto(data);
      var user = PostgresUser.choose(binaries.home());
      LeftoverServer.clear(PostgresCluster.filesIn(data));
      var cluster = PostgresCluster.prepare(data, binaries, user, access);
      var postgres = new EmbeddedPostgres(lock, new ServerStart(data, cluster), access);
      postgres.watch();
      return postgres;
    } catch (IOException | InterruptedException | RuntimeException fault) {
      lock.close();
      throw fault;
    }
  }

  private static PostgresAccess accessOf(Path data) throws IOException {
    var known = PostgresAccess.read(data);
    if (known.isPresent()) return known.get();
    if (Files.exists(PostgresCluster.filesIn(data))) {
      throw new DatabaseStartRefusal(
          "%s 中缺少 postgres.properties，无法登录已有的数据库。请从备份恢复该文件。".formatted(data),
          "postgres.properties is missing in %s, the existing database cannot be opened. Restore that file from a backup.".formatted(data));
    }
    var fresh = PostgresAccess.generate(FreePort.choose());
    fresh.write(data);
    return fresh;
  }

  /** The platform's own database, for example {@code jdbc:postgresql://127.0.0.1:15432/zhiyang?…}. */
  public synchronized String jdbcUrl() {
    return access.jdbcUrl(PostgresAccess.DATABASE);
  }

  /** Another database of the same cluster; whoever asks has made it, for example a test. */
  public synchronized String jdbcUrl(String database) {
    return access.jdbcUrl(database);
  }

  /** Owns the database and may create schemas, is no superuser. */
  public String username() {
    return PostgresAccess.OWNER;
  }

  public synchronized String password() {
    return access.ownerPassword();
  }

  private void watch() {
    var watched = server;
    startedAt = System.nanoTime();
    watched.whenEnded().thenRunAsync(() -> restart(watched), Thread::startVirtualThread);
  }

  private void restart(Postmaster ended) {
    try {
      for (var pause = firstPause(); ; pause = nextPause()) {
        Thread.sleep(pause);
        if (again(ended)) return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing after a steady run; who died soon after its start waits longer than before. */
  private synchronized Duration firstPause() {
    if (System.nanoTime() - startedAt > STEADY.toNanos()) attempts = 0;
    return nextPause();
  }

  private synchronized Duration nextPause() {
    return attempts == 0 ? Duration.ZERO : Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(attempts - 1, 6)));
  }

  /** True when nothing is left to be done. */
  private synchronized boolean again(Postmaster ended) throws InterruptedException {
    if (closed || ended != server) return true;
    attempts++;
    log.warn("数据库意外停止，正在重启 / the database died, restarting it");
    try {
      LeftoverServer.clear(start.cluster().files());
      var started = start.run(access);
      access = started.access();
      server = started.server();
      watch();
      return true;
    } catch (IOException | RuntimeException fault) {
      log.error("数据库没能重启，稍后再试 / the database could not be restarted, trying again soon", fault);
      return false;
    }
  }

  /** Stops the database cleanly (fast shutdown) and gives the folder free; closing twice does nothing. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    try (lock) {
      server.stop();
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
