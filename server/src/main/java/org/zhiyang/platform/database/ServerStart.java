package org.zhiyang.platform.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the server of a cluster up until it answers, on the remembered port or, if a stranger took that, on a new one. */
record ServerStart(Path dataDirectory, PostgresCluster cluster) {
  private static final Logger log = LoggerFactory.getLogger(ServerStart.class);
  private static final Duration PATIENCE_FOR_RECOVERY = Duration.ofMinutes(30);
  private static final int ATTEMPTS = 20;

  record Started(PostgresAccess access, Postmaster server) {}

  Started run(PostgresAccess remembered) throws IOException, InterruptedException {
    var access = remembered;
    for (var attempt = 1; ; attempt++) {
      if (!FreePort.isFree(access.port())) {
        access = access.onPort(FreePort.choose());
        access.write(dataDirectory);
      }
      var server = Postmaster.launch(
          cluster.serverCommand(access.port(), machineMemoryMegabytes()), cluster.files(), dataDirectory.resolve("postgres.log"));
      if (answers(server, access)) return new Started(access, server);
      var said = server.said();
      if (DatabaseStartRefusal.speaksOfFullDisk(said)) throw DatabaseStartRefusal.diskFull(dataDirectory, null);
      // A port taken at the same moment, or children of a killed server that are still going: try again.
      var passing = said.contains("Address already in use") || said.contains("pre-existing shared memory block");
      if (!passing || attempt == ATTEMPTS) throw failed(said);
      Thread.sleep(500);
    }
  }

  private DatabaseStartRefusal failed(String said) {
    return new DatabaseStartRefusal(
        "数据库没有启动，原因见 %s：\n%s".formatted(dataDirectory.resolve("postgres.log"), said),
        "The database did not start; the lines above tell why.");
  }

  private boolean answers(Postmaster server, PostgresAccess access) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE_FOR_RECOVERY.toNanos();
    var nextWord = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (server.isAlive() && System.nanoTime() < deadline) {
      try (var connection = connect(access)) {
        OwnerSetup.ensure(connection, access);
        return true;
      } catch (SQLException fault) {
        var state = String.valueOf(fault.getSQLState());
        // 08xxx: nobody listens yet; 57xxx: still starting or recovering. Anything else will not pass by waiting.
        if (!state.startsWith("08") && !state.startsWith("57")) {
          server.stop();
          throw new IOException("The database refuses its administrator", fault);
        }
      }
      if (System.nanoTime() > nextWord) {
        log.info("数据库正在恢复，请稍候 / the database is recovering, please wait");
        nextWord += Duration.ofSeconds(10).toNanos();
      }
      Thread.sleep(30);
    }
    if (server.isAlive()) server.stop();
    return false;
  }

  private static Connection connect(PostgresAccess access) throws SQLException {
    return DriverManager.getConnection(
        access.jdbcUrl("postgres"), PostgresAccess.ADMINISTRATOR, access.administratorPassword());
  }

  private static long machineMemoryMegabytes() {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    return machine instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() >> 20 : 1024;
  }
}
