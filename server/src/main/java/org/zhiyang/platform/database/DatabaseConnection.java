package org.zhiyang.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The database Zhiyang works with: the embedded one, which goes with this object, or an external one somebody named by {@code spring.datasource.url}. */
final class DatabaseConnection implements JdbcConnectionDetails, AutoCloseable {
  private static final String EXTERNAL_URL = "spring.datasource.url";

  private final @Nullable EmbeddedPostgres embedded;
  private final Environment environment;

  private DatabaseConnection(@Nullable EmbeddedPostgres embedded, Environment environment) {
    this.embedded = embedded;
    this.environment = environment;
  }

  static boolean isExternal(Environment environment) {
    return StringUtils.hasText(environment.getProperty(EXTERNAL_URL));
  }

  static Path dataDirectory(Environment environment) {
    return Path.of(environment.getProperty("zhiyang.data-directory", "./data"));
  }

  static DatabaseConnection external(Environment environment) {
    return new DatabaseConnection(null, environment);
  }

  static DatabaseConnection embedded(EmbeddedPostgres postgres, Environment environment) {
    return new DatabaseConnection(postgres, environment);
  }

  @Override
  public @Nullable String getUsername() {
    return embedded == null ? environment.getProperty("spring.datasource.username") : embedded.username();
  }

  @Override
  public @Nullable String getPassword() {
    return embedded == null ? environment.getProperty("spring.datasource.password") : embedded.password();
  }

  @Override
  public String getJdbcUrl() {
    return embedded == null ? environment.getRequiredProperty(EXTERNAL_URL) : embedded.jdbcUrl();
  }

  @Override
  public void close() {
    if (embedded != null) embedded.close();
  }
}
