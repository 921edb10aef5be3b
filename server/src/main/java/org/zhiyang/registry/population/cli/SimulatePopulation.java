package org.zhiyang.registry.population.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.zhiyang.ZhiyangApplication;
import org.zhiyang.cli.ZhiyangCommand;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.database.DatabaseStartRefusal;
import org.zhiyang.registry.population.ContentDigest;
import org.zhiyang.registry.population.domain.PopulationPlan;
import org.zhiyang.registry.population.domain.PopulationProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code zhiyang simulate population}: invents a city's people over all villages and loads them into an empty data folder, or only tells them. Prints one JSON
 *  line with the counts and a digest of the readable content: same city, number and seed, same digest. Names and ID numbers are synthetic. */
@Command(name = "population", description = "生成并载入一座城市的模拟人口（虚拟人员，身份证号段 000000，从不发放）")
public final class SimulatePopulation implements ZhiyangCommand {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--elders", paramLabel = "N", required = true, description = "老年人数量，1 至 3000000")
  int elders;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "随机种子：同一种子得到同一座城市（默认 ${DEFAULT-VALUE}）")
  long seed;

  @Option(names = "--city", paramLabel = "C", defaultValue = "huzhou", description = "城市概要的名称（默认 ${DEFAULT-VALUE}）")
  String city = "huzhou";

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录（默认与服务相同）")
  @Nullable Path data;

  @Option(names = "--export", paramLabel = "FILE", description = "不载入数据库，把每户写成一行 JSON；- 为标准输出")
  @Nullable String export;

  @Override
  public String parent() {
    return "simulate";
  }

  record Summary(String city, int elders, int households, int villages, int facilities, int providers, int carers, int villageWorkers, int assessors, long seed, String digest, long millis) {}

  @Override
  public Integer call() throws Exception {
    var started = System.nanoTime();
    var err = java.util.Objects.requireNonNull(spec).commandLine().getErr();
    if (elders < 1 || elders > PopulationPlan.MOST_ELDERS) {
      err.println("--elders 要在 1 至 " + PopulationPlan.MOST_ELDERS + " 之间，请改正后重试。");
      return 2;
    }
    if (!ProfileFiles.has(city)) {
      err.println("没有城市“" + city + "”的概要。请用 --city 写一座有概要的城市，例如 huzhou。");
      return 2;
    }
    var plan = PopulationPlan.generate(PopulationProfile.read(new ProfileFiles(city, null)), elders, seed);
    if (export != null) {
      write(plan, export);
    } else if (!load(err)) {
      return 2;
    }
    var counts = plan.counts();
    var out = export != null && export.equals("-") ? err : spec.commandLine().getOut();
    out.println(JsonMapper.shared().writeValueAsString(new Summary(city, counts.elders(), counts.households(), counts.villages(), counts.facilities(), counts.providers(),
        counts.carers(), counts.villageWorkers(), counts.assessors(), seed, ContentDigest.of(plan), (System.nanoTime() - started) / 1_000_000)));
    return 0;
  }

  private void write(PopulationPlan plan, String target) throws java.io.IOException {
    var json = JsonMapper.shared();
    try (var out = new PrintWriter(target.equals("-") ? new java.io.OutputStreamWriter(System.out, java.nio.charset.StandardCharsets.UTF_8) : Files.newBufferedWriter(Path.of(target)))) {
      plan.households().forEachOrdered(household -> out.println(json.writeValueAsString(household)));
    }
  }

  /** Starts the application on the data folder, its web side on a port of its own; it loads the city when the folder is empty. */
  private boolean load(PrintWriter err) {
    var folder = data != null ? data : Path.of(System.getProperty("zhiyang.data-directory", "data"));
    if (Files.exists(folder.resolve("accounts.json"))) {
      err.println("数据目录 " + folder + " 里已经有一座城市。请用 --data 指定空目录，或用 bin/run --fresh 重新开始。");
      return false;
    }
    System.clearProperty("logback.configurationFile"); // Spring Boot reads logging.config and would warn about the other
    try (var context = new SpringApplicationBuilder(ZhiyangApplication.class)
        .run("--server.port=0", "--server.address=127.0.0.1", "--zhiyang.demo.elders=" + elders, "--zhiyang.demo.seed=" + seed, "--zhiyang.city=" + city, "--zhiyang.data-directory=" + folder)) {
      return context.isActive();
    } catch (RuntimeException refused) {
      if (rootOf(refused) instanceof DatabaseStartRefusal why) {
        err.println(why.getMessage());
        return false;
      }
      throw refused;
    }
  }

  private static Throwable rootOf(Throwable fault) {
    return fault.getCause() == null ? fault : rootOf(fault.getCause());
  }
}
