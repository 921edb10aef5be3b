package org.zhiyang.platform.database;

import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.context.annotation.Bean;

/** Has the schema brought up to date, in the embedded and in an external database. An auto-configuration: tests of single modules find it too. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
class ModuleMigrationsConfiguration {
  @Bean
  ModuleMigrations moduleMigrations(DataSource database) {
    return new ModuleMigrations(database, MigrationFiles.below("db/migration", ModuleMigrations.ROOMS, getClass().getClassLoader()));
  }

  /** Tells Spring Boot, so that whatever works with the database is made after the migrations. */
  static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {
    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
      return Set.of(ModuleMigrations.class);
    }
  }
}
