package org.zhiyang.platform.database;

import java.nio.file.Path;
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
  @Bean
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  EmbeddedPostgres embeddedPostgres(@Value("${zhiyang.data-directory:./data}") Path dataDirectory) {
    return EmbeddedPostgres.start(dataDirectory);
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
