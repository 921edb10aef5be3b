package org.zhiyang.platform.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded database while Spring still finds out what the application consists of; the bean of it then waits for
 * what is left. Given to {@code SpringApplication.addInitializers}; without it the database starts when its bean is made.
 */
public final class EarlyDatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) return;
    var folder = Path.of(environment.getProperty(EmbeddedDatabaseConfiguration.DATA_DIRECTORY, EmbeddedDatabaseConfiguration.DEFAULT_DATA_DIRECTORY));
    var starting = new Starting(CompletableFuture.supplyAsync(() -> EmbeddedPostgres.start(folder), work -> Thread.ofPlatform().name("database-start").start(work)));
    // Should the context fail before it has made the bean, the database still goes with it.
    if (context.getBeanFactory() instanceof org.springframework.beans.factory.support.DefaultListableBeanFactory beans) {
      beans.registerSingleton("embeddedPostgresStarting", starting);
      beans.registerDisposableBean("embeddedPostgresStarting", starting::close);
    }
  }

  /** The database under way. */
  record Starting(CompletableFuture<EmbeddedPostgres> postgres) {
    /** @throws DatabaseStartRefusal as {@link EmbeddedPostgres#start} does */
    EmbeddedPostgres get() {
      try {
        return postgres.join();
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof RuntimeException fault) throw fault;
        throw failed;
      }
    }

    void close() {
      postgres.handle((started, fault) -> {
        if (started != null) started.close();
        return null;
      }).join();
    }
  }
}
