package org.zhiyang.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes, once, the role that owns the platform's database, the database, and the one extension only an administrator may create. */
final class OwnerSetup {
  private OwnerSetup() {}

  static void ensure(Connection administrator, PostgresAccess access) throws SQLException {
    try (var statement = administrator.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + PostgresAccess.OWNER + "'")) {
        // createdb: tests work in databases of their own; monitor and checkpoint: figures and backups.
        statement.execute("create role %s login createdb password '%s' in role pg_monitor, pg_checkpoint"
            .formatted(PostgresAccess.OWNER, access.ownerPassword()));
      }
      prepareDatabase(access, "template1");
      if (!exists(statement, "select 1 from pg_database where datname = '" + PostgresAccess.DATABASE + "'")) {
        statement.execute("create database %s owner %s".formatted(PostgresAccess.DATABASE, PostgresAccess.OWNER));
      }
    }
  }

  private static boolean exists(java.sql.Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** In the template, so that every database has it: earthdistance is the only extension of ours not marked trusted. */
  private static void prepareDatabase(PostgresAccess access, String database) throws SQLException {
    try (var connection = DriverManager.getConnection(
            access.jdbcUrl(database), PostgresAccess.ADMINISTRATOR, access.administratorPassword());
        var statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_extension where extname = 'earthdistance'")) {
        statement.execute("create extension earthdistance cascade");
      }
    }
  }
}
