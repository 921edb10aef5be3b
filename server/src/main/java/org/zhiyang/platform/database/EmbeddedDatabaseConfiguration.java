package org.zhiyang.platform.database;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Gives Spring's data source the embedded database unless {@code spring.datasource.url} names another one. The data source
 * depends on these beans, so the database starts before it and stops after it. Loaded as an auto-configuration: tests of
 * single modules find it too.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(NoExternalDatabase.class)
class EmbeddedDatabaseConfiguration {
  static final String DATA_DIRECTORY = "zhiyang.data-directory";
  static final String DEFAULT_DATA_DIRECTORY = "./data";

  @Bean
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  EmbeddedPostgres embeddedPostgres(
      ObjectProvider<EarlyDatabaseStart.Starting> early, @Value("${" + DATA_DIRECTORY + ":" + DEFAULT_DATA_DIRECTORY + "}") Path dataDirectory) {
    var starting = early.getIfAvailable();
    return starting == null ? EmbeddedPostgres.start(dataDirectory) : starting.get();
  }

  @Bean
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres postgres) {
    return new Details(postgres);
  }

  private record Details(EmbeddedPostgres postgres) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return postgres.username();
    }

    @Override
    public String getPassword() {
      return postgres.password();
    }

    @Override
    public String getJdbcUrl() {
      return postgres.jdbcUrl();
    }
  }
}
