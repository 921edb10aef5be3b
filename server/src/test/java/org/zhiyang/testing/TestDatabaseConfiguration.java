package org.zhiyang.testing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/**
 * Gives every Spring context of the tests a fresh, empty database of one shared embedded server: contexts that JUnit keeps
 * side by side never see each other's rows, and only the first pays for the start.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class, beforeName = "org.zhiyang.platform.database.EmbeddedDatabaseConfiguration")
class TestDatabaseConfiguration {
  @Bean
  JdbcConnectionDetails freshTestDatabase() {
    return TestDatabases.create();
  }
}
