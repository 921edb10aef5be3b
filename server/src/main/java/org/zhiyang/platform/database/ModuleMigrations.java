package org.zhiyang.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Brings every module's schema up to date: one Flyway after the other, each with its module's folder and a history table of
 * its own ({@code flyway_schema_history_<module id>}). Asking all of them costs a second even when nothing changed; so the
 * fingerprint of all migrations is kept in the database once they are through, and the next start with the same ones skips it.
 */
final class ModuleMigrations implements FlywayMigrationStrategy {
  private static final Logger log = LoggerFactory.getLogger(ModuleMigrations.class);

  @Override
  public void migrate(Flyway flyway) {
    var configuration = flyway.getConfiguration();
    var migrations = MigrationFiles.below(configuration.getLocations(), configuration.getClassLoader());
    var database = configuration.getDataSource();
    var fingerprint = migrations.fingerprint();
    if (MigrationFingerprint.in(database).filter(fingerprint::equals).isPresent()) return;
    log.info("正在检查数据库结构 / checking the database schema");
    MigrationFingerprint.forget(database);
    for (var folder : migrations.folders()) of(folder, configuration).migrate();
    MigrationFingerprint.write(database, fingerprint);
  }

  private static Flyway of(MigrationFiles.Folder folder, Configuration common) {
    var table = folder.isRoot() ? common.getTable() : common.getTable() + "_" + folder.module();
    // Baseline 0: the tables of the modules migrated before share the default schema with this history, and are no obstacle.
    return Flyway.configure(common.getClassLoader()).configuration(common).locations("classpath:" + folder.path()).table(table)
        .baselineVersion("0").baselineOnMigrate(true).load();
  }
}
