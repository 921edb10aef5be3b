package org.zhiyang.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings every module's schema up to date before anybody reads it: one Flyway after the other, each with its module's folder
 * {@code db/migration/<room>/<module id>} and a history table of its own ({@code flyway_schema_history_<module id>}). What
 * belongs to no module stands in {@code platform/__root} and comes first. Asking all of them takes long even when nothing
 * changed; so the fingerprint of all migrations is kept in the database once they are through, and a start with the same
 * ones asks nobody.
 */
final class ModuleMigrations implements InitializingBean {
  /** In floor order. */
  static final List<String> ROOMS =
      List.of("platform", "registry", "need", "service", "response", "oversight", "funding", "insight", "exchange");

  private static final Logger log = LoggerFactory.getLogger(ModuleMigrations.class);
  /** What {@code bin/run} shows while it waits: the first start makes every table, which takes a while. */
  private static final Logger progress = LoggerFactory.getLogger("zhiyang.progress");
  private static final String TABLE = "flyway_schema_history";

  private final DataSource database;
  private final MigrationFiles migrations;

  ModuleMigrations(DataSource database, MigrationFiles migrations) {
    this.database = database;
    this.migrations = migrations;
  }

  @Override
  public void afterPropertiesSet() {
    var fingerprint = migrations.fingerprint();
    if (MigrationFingerprint.in(database).filter(fingerprint::equals).isPresent()) return;
    log.info("正在检查数据库结构 / checking the database schema");
    MigrationFingerprint.forget(database);
    var folders = migrations.folders();
    for (int done = 0; done < folders.size(); done++) {
      progress.info("准备数据表 {}%", done * 100 / folders.size());
      migrate(folders.get(done));
    }
    progress.info("准备数据表 100%");
    MigrationFingerprint.write(database, fingerprint);
  }

  private void migrate(MigrationFiles.Folder folder) {
    // Baseline 0: the histories of all modules share the default schema, and those written before are no obstacle.
    Flyway.configure(migrations.loader()).dataSource(database).locations("classpath:" + folder.path())
        .table(folder.isRoot() ? TABLE : TABLE + "_" + folder.module())
        .createSchemas(false).cleanDisabled(true).baselineVersion("0").baselineOnMigrate(true).load().migrate();
  }
}
