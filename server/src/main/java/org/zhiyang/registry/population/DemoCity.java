package org.zhiyang.registry.population;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.AccessCommands;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty installation with the demo city before the server says it is ready. Does nothing when accounts exist already, and never in production. */
@Component
class DemoCity implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

  private final CityLoader loader;
  private final DemoAccounts accounts;
  private final AccessCommands access;
  private final JsonMapper json;
  private final Path dataDirectory;
  private final int elders;
  private final long seed;
  private final boolean production;

  DemoCity(CityLoader loader, DemoAccounts accounts, AccessCommands access, JsonMapper json, @Value("${zhiyang.data-directory:./data}") Path dataDirectory,
      @Value("${zhiyang.demo.elders:20000}") int elders, @Value("${zhiyang.demo.seed:1}") long seed, @Value("${zhiyang.production:false}") boolean production) {
    this.loader = loader;
    this.accounts = accounts;
    this.access = access;
    this.json = json;
    this.dataDirectory = dataDirectory.toAbsolutePath().normalize();
    this.elders = elders;
    this.seed = seed;
    this.production = production;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (production || elders == 0 || !access.hasNoAccounts()) return;
    var started = System.nanoTime();
    var progress = new LoadProgress();
    var loaded = loader.load(elders, seed, progress);
    progress.begin(LoadProgress.Stage.ACCOUNTS);
    accounts.create(loaded.plan());
    progress.end();
    var millis = (System.nanoTime() - started) / 1_000_000;
    Files.write(dataDirectory.resolve("loaded.json"), json.writeValueAsBytes(Map.of("elders", elders, "seed", seed, "millis", millis)));
    log.info("演示城市已就绪：{} 位老年人，{} 毫秒", elders, millis);
  }
}
