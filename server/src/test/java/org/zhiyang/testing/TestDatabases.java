package org.zhiyang.testing;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.zhiyang.platform.database.EmbeddedPostgres;

/** The one embedded server of a test run, in {@code target/test-data} (kept between runs), and its databases test_1, test_2, … */
public final class TestDatabases {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /** Stops with the process: the launcher's supervisor sees to it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(Path.of("target", "test-data"));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
    }
  }

  /** Makes an empty database; one of the same name left by an earlier run is dropped. */
  public static JdbcConnectionDetails create() {
    var postgres = Server.POSTGRES;
    var name = "test_" + NUMBER.incrementAndGet();
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
    } catch (SQLException fault) {
      throw new IllegalStateException("No test database", fault);
    }
    return new Details(postgres.jdbcUrl(name), postgres.username(), postgres.password());
  }

  private record Details(String url, String user, String secret) implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getPassword() {
      return secret;
    }
  }
}
