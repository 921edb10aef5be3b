package org.zhiyang.platform.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the embedded database while Spring still finds out what the application consists of; the bean that needs it then
 * waits for what is left. Given to {@code SpringApplication.addInitializers}; without it the database starts when that bean is made.
 */
public final class EarlyDatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** Set while the program is built and Spring only writes down its beans: nothing may start then. */
  private static final String BUILDING = "spring.aot.processing";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    if (Boolean.getBoolean(BUILDING) || DatabaseConnection.isExternal(environment)) return;
    var folder = DatabaseConnection.dataDirectory(environment);
    var starting = new Starting(CompletableFuture.supplyAsync(
        () -> EmbeddedPostgres.start(folder), work -> Thread.ofPlatform().name("database-start").start(work)));
    if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
      beans.registerSingleton("embeddedPostgresStarting", starting);
      // Should the context fail before the bean is made, the database still goes with it.
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
