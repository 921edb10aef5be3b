package org.zhiyang.platform.database;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Lets {@link ModuleMigrations} do the migrating, with the embedded and with an external database. An auto-configuration: tests of single modules find it too. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
class ModuleMigrationsConfiguration {
  @Bean
  FlywayMigrationStrategy moduleMigrations() {
    return new ModuleMigrations();
  }
}
