package org.zhiyang.platform.database;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row of {@code migration_fingerprint}: which migrations this database has been through completely. None while some are under way. */
final class MigrationFingerprint {
  private MigrationFingerprint() {}

  static Optional<String> in(DataSource database) {
    var jdbc = JdbcClient.create(database);
    if (!exists(jdbc)) return Optional.empty();
    return jdbc.sql("select fingerprint from migration_fingerprint").query(String.class).optional();
  }

  /** Before the first migration, so that one that fails half-way is asked about again. */
  static void forget(DataSource database) {
    var jdbc = JdbcClient.create(database);
    if (exists(jdbc)) jdbc.sql("delete from migration_fingerprint").update();
  }

  static void write(DataSource database, String fingerprint) {
    JdbcClient.create(database).sql("""
            insert into migration_fingerprint (fingerprint) values (:fingerprint)
            on conflict (only_one) do update set fingerprint = excluded.fingerprint, migrated_at = now()""")
        .param("fingerprint", fingerprint).update();
  }

  private static boolean exists(JdbcClient jdbc) {
    return jdbc.sql("select to_regclass('migration_fingerprint') is not null").query(Boolean.class).single();
  }
}
