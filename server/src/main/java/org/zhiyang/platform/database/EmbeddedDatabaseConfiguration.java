package org.zhiyang.platform.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Tells Spring's data source where the database is. The data source depends on this bean, so an embedded database starts
 * before it and stops after it. Loaded as an auto-configuration: tests of single modules find it too. Which of both
 * databases is used is decided when the bean is made, not by a condition: conditions are settled when the program is built.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
class EmbeddedDatabaseConfiguration {
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  DatabaseConnection databaseConnection(Environment environment, ObjectProvider<EarlyDatabaseStart.Starting> early) {
    if (DatabaseConnection.isExternal(environment)) return DatabaseConnection.external(environment);
    var starting = early.getIfAvailable();
    return DatabaseConnection.embedded(starting == null ? EmbeddedPostgres.start(DatabaseConnection.dataDirectory(environment)) : starting.get(), environment);
  }
}
