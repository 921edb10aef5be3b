package org.zhiyang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhiyang.testing.TestDatabases;

class ModuleMigrationsTests {
  private static final MigrationFiles OURS = files("db/migration", ModuleMigrations.ROOMS);
  private static final MigrationFiles BROKEN = files("db/broken", List.of("platform", "registry"));

  private DataSource database;
  private JdbcClient jdbc;

  @BeforeEach
  void takeAnEmptyDatabase() {
    var details = TestDatabases.create();
    database = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    jdbc = JdbcClient.create(database);
  }

  @Test
  void findsTheModulesInFloorOrderAndBeforeThemWhatBelongsToNone() {
    var paths = OURS.folders().stream().map(MigrationFiles.Folder::path).toList();
    assertThat(paths.getFirst()).isEqualTo("db/migration/platform/__root");
    assertThat(paths).contains("db/migration/registry/elder", "db/migration/funding/settlement");
    assertThat(paths.subList(1, paths.size()).stream().map(path -> ModuleMigrations.ROOMS.indexOf(path.split("/")[2]))).isSorted();
  }

  @Test
  void givesEveryModuleAHistoryOfItsOwn() {
    migrate(OURS);

    var expected = OURS.folders().stream().filter(folder -> !folder.isRoot()).map(folder -> "flyway_schema_history_" + folder.module()).toList();
    assertThat(historyTables()).contains("flyway_schema_history").containsAll(expected).hasSize(expected.size() + 1);
    assertThat(jdbc.sql("select version from flyway_schema_history_elder where success and version > '0'").query(String.class).list()).contains("1");
  }

  @Test
  void asksNobodyWhenTheMigrationsAreTheOnesItHasBeenThrough() {
    migrate(OURS);
    // With its history gone Flyway would run V1 again and stumble over the existing tables.
    jdbc.sql("drop table flyway_schema_history_elder").update();

    migrate(OURS);

    assertThat(historyTables()).doesNotContain("flyway_schema_history_elder");
  }

  @Test
  void asksAgainWhenTheMigrationsAreOthers() {
    migrate(OURS);
    MigrationFingerprint.write(database, "of an older program");
    jdbc.sql("delete from flyway_schema_history_intake where version is null").update();

    migrate(OURS);

    assertThat(jdbc.sql("select script from flyway_schema_history_intake where version is null").query(String.class).list()).containsExactly("R__views_for_insight.sql");
    assertThat(MigrationFingerprint.in(database)).contains(OURS.fingerprint());
  }

  @Test
  void remembersNothingOfAMigrationThatFailedHalfWay() {
    assertThatThrownBy(() -> migrate(BROKEN)).isInstanceOf(FlywayException.class).hasMessageContaining("V1__wrong.sql");
    assertThat(jdbc.sql("select count(*) from pg_namespace where nspname = 'fine'").query(Long.class).single()).isOne();
    assertThat(MigrationFingerprint.in(database)).isEmpty();

    MigrationFingerprint.write(database, "of an older program");
    assertThatThrownBy(() -> migrate(BROKEN)).isInstanceOf(FlywayException.class);
    assertThat(MigrationFingerprint.in(database)).isEmpty();
  }

  @Test
  void theFingerprintChangesWithTheFiles() {
    assertThat(OURS.fingerprint()).hasSize(64).isEqualTo(files("db/migration", ModuleMigrations.ROOMS).fingerprint()).isNotEqualTo(BROKEN.fingerprint());
  }

  @Test
  void refusesMigrationsOfARoomThatDoesNotExist() {
    assertThatThrownBy(() -> files("db/broken", List.of("platform"))).hasMessageContaining("unknown room");
    assertThatThrownBy(() -> files("db/nowhere", ModuleMigrations.ROOMS)).hasMessageContaining("no migrations");
  }

  private void migrate(MigrationFiles files) {
    new ModuleMigrations(database, files).afterPropertiesSet();
  }

  private List<String> historyTables() {
    return jdbc.sql("select tablename from pg_tables where tablename like 'flyway\\_schema\\_history%'").query(String.class).list();
  }

  private static MigrationFiles files(String base, List<String> rooms) {
    return MigrationFiles.below(base, rooms, ModuleMigrationsTests.class.getClassLoader());
  }
}
