package org.zhiyang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class EmbeddedPostgresTests {
  private static Path data;

  @BeforeAll
  static void makeOneFolderForAll() throws IOException {
    data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "database-").toRealPath();
  }

  @AfterAll
  static void removeFolder() throws IOException {
    PostgresBinaries.deleteTree(data);
  }

  @Test
  void keepsWhatWasWrittenOverARestartOnTheSamePort() throws SQLException {
    String firstUrl;
    try (var postgres = EmbeddedPostgres.start(data)) {
      firstUrl = postgres.jdbcUrl();
      run(postgres, "create table kept (word text)");
      run(postgres, "insert into kept values ('养老')");
    }

    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.jdbcUrl()).isEqualTo(firstUrl);
      assertThat(ask(postgres, "select word from kept")).isEqualTo("养老");
    }
  }

  @Test
  void writesDurablyAndKeepsItsSecretsToItself() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(List.of(
          ask(postgres, "show fsync"), ask(postgres, "show synchronous_commit"), ask(postgres, "show data_checksums"),
          ask(postgres, "show listen_addresses"), ask(postgres, "show server_encoding"), ask(postgres, "show max_connections"),
          ask(postgres, "select rolsuper from pg_roles where rolname = current_user")))
          .containsExactly("on", "on", "on", "127.0.0.1", "UTF8", "60", "f");
      assertThat(ask(postgres, "show server_version")).isEqualTo("18.6").isSubstringOf(PostgresBinaries.VERSION);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.properties"))))
          .isEqualTo("rw-------");
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guessed"))
          .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void offersTheExtensionsTheModulesNeed() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(data)) {
      for (var name : List.of("btree_gist", "pg_trgm", "cube", "earthdistance")) run(postgres, "create extension if not exists " + name);

      assertThat(ask(postgres, "select array_length(show_trgm('王小明'), 1)")).isEqualTo("4");
      assertThat(ask(postgres, "select round(earth_distance(ll_to_earth(30.87, 120.1), ll_to_earth(30.87, 120.2)))")).startsWith("95");
    }
  }

  @Test
  void refusesASecondServerOnTheSameFolder() throws Exception {
    var other = HoldDatabaseOpen.launch(data);
    try {
      awaitOpen(other);

      assertThatThrownBy(() -> EmbeddedPostgres.start(data)).isInstanceOf(DatabaseStartRefusal.class)
          .hasMessageContaining("正被另一个智养进程使用（进程号 %d）".formatted(other.pid())).hasMessageContaining("in use by another");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void refusesASecondStartInTheSameProcess() {
    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.username()).isEqualTo("zhiyang");
      assertThatThrownBy(() -> EmbeddedPostgres.start(data)).isInstanceOf(DatabaseStartRefusal.class);
    }
  }

  @Test
  void stopsWithTheProcessThatWasKilledAndOpensAgain() throws Exception {
    var killed = HoldDatabaseOpen.launch(data);
    awaitOpen(killed);
    var server = serverOf(data);

    killed.destroyForcibly().waitFor();

    server.onExit().get(10, TimeUnit.SECONDS);
    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void takesOverFromAnOrphanWhoseSupervisorWasKilledToo() throws Exception {
    var killed = HoldDatabaseOpen.launch(data);
    awaitOpen(killed);
    var orphan = serverOf(data);
    orphan.parent().orElseThrow().children().filter(child -> child.pid() != orphan.pid()).forEach(ProcessHandle::destroyForcibly);
    orphan.parent().orElseThrow().destroyForcibly();
    killed.destroyForcibly().waitFor();
    assertThat(orphan.isAlive()).isTrue();

    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
      assertThat(orphan.isAlive()).isFalse();
    }
  }

  @Test
  void restartsTheServerThatWasKilledAloneAndLosesNothingCommitted() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data)) {
      run(postgres, "create table if not exists committed (n int)");
      run(postgres, "truncate committed");
      run(postgres, "insert into committed select generate_series(1, 1000)");

      serverOf(data).destroyForcibly();

      assertThat(askPatiently(postgres, "select count(*) from committed")).isEqualTo("1000");
    }
  }

  @Test
  void startsDespiteAStalePidFileThatNamesAStranger() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
    Files.writeString(data.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n");

    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void takesAnotherPortWhenAStrangerListensOnItsOwn() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
    var remembered = PostgresAccess.read(data).orElseThrow().port();

    try (var stranger = new java.net.ServerSocket(remembered, 1, java.net.InetAddress.getLoopbackAddress());
        var postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.jdbcUrl()).doesNotContain(":" + stranger.getLocalPort() + "/");
    }
    assertThat(PostgresAccess.read(data).orElseThrow().port()).isNotEqualTo(remembered);
  }

  @Test
  void unpacksAgainWhenAProgramFileIsDamaged() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
    Files.writeString(data.resolve("postgres-bin-" + PostgresBinaries.VERSION).resolve("bin/postgres"), "half");

    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void saysThatTheCredentialsAreMissing() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
    var file = data.resolve("postgres.properties");
    var aside = data.resolve("aside");
    Files.move(file, aside);
    try {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data)).hasMessageContaining("缺少 postgres.properties");
    } finally {
      Files.move(aside, file);
    }
  }

  @Test
  void tellsAFullDiskInASentence() {
    assertThat(DatabaseStartRefusal.of(new IOException("write: No space left on device"), data)).hasMessageContaining("磁盘已满");
  }

  private static void awaitOpen(Process holder) throws IOException {
    for (String line; (line = holder.inputReader().readLine()) != null; ) if (line.startsWith("open ")) return;
    throw new IOException("The other process ended without opening the folder");
  }

  private static ProcessHandle serverOf(Path folder) throws IOException {
    var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String askPatiently(EmbeddedPostgres postgres, String query) throws Exception {
    var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        return ask(postgres, query);
      } catch (SQLException notYet) {
        if (System.nanoTime() > deadline) throw notYet;
        Thread.onSpinWait();
      }
    }
  }
}
