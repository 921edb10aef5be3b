package org.zhiyang.service.dispatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhiyang.cli.ZhiyangCommand;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.SearchLimits.Clock;
import org.zhiyang.routing.care.format.CareAnswer;
import org.zhiyang.routing.hhcrsp.HhcrspPlanner;
import org.zhiyang.routing.solomon.SolomonPlanner;
import org.zhiyang.routing.vrptw.Objective;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code zhiyang route}: plans the routes of one problem file and prints the best checked plan as one JSON line. It ends when the seconds given have passed since the
 * program began, but searches for half of them at least, or after the iterations given, so that one thread and the same seed end with the same plan on any machine. Exit
 * status 2 and one line on standard error for a file that cannot be read or that no plan can satisfy.
 */
@Command(name = "route", description = "为一个问题文件规划路线，标准输出打印一行 JSON")
public final class PlanRoutes implements ZhiyangCommand {
  private static final long LARGEST_FILE = 64L << 20;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--format", paramLabel = "格式", required = true, description = "文件格式：solomon（带时间窗的车辆路线）、hhcrsp（上门护理，双人服务）或 zhiyang（一周的上门服务，docs/contracts/care-problem.md）")
  String format = "";

  @Option(names = "--seconds", paramLabel = "秒", description = "总用时，大于 0，可为小数")
  @Nullable Double seconds;

  @Option(names = "--iterations", paramLabel = "次数", description = "每个线程至多尝试的新方案数；不给 --seconds 时单线程同一种子每次得到同一方案")
  @Nullable Long iterations;

  @Option(names = "--threads", paramLabel = "线程数", defaultValue = "1", description = "同时使用的处理器线程（默认 ${DEFAULT-VALUE}）")
  int threads = 1;

  @Option(names = "--seed", paramLabel = "种子", defaultValue = "1", description = "随机种子（默认 ${DEFAULT-VALUE}）")
  long seed = 1;

  @Option(names = "--objective", paramLabel = "目标", defaultValue = "distance", description = "distance 总路程，vehicles 先少用车再短路程；仅用于 solomon（默认 ${DEFAULT-VALUE}）")
  String objective = "distance";

  @Parameters(paramLabel = "文件", description = "问题文件")
  @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    try {
      var limits = limits();
      print(line.getOut(), answer(limits));
      return 0;
    } catch (RoutingRefusal refused) {
      line.getErr().println(refused.sentence());
      return 2;
    }
  }

  private String answer(SearchLimits limits) throws IOException {
    return switch (format) {
      case "solomon" -> SolomonPlanner.plan(text(), goal(), limits).json();
      case "hhcrsp" -> HhcrspPlanner.plan(text(), limits).json();
      case "zhiyang" -> CareAnswer.plan(text(), limits).json();
      default -> throw new RoutingRefusal("没有名为“%s”的格式，请使用 --format solomon、hhcrsp 或 zhiyang。".formatted(format));
    };
  }

  private SearchLimits limits() {
    if (seconds == null && iterations == null) throw new RoutingRefusal("没有说明何时结束，请给出 --seconds 或 --iterations。");
    if (seconds == null) return SearchLimits.ofIterations(iterations, seed).withThreads(threads);
    if (!(seconds > 0 && seconds <= 604_800)) throw new RoutingRefusal("--seconds 要大于 0，至多 604800 秒，请改正后重试。");
    return new SearchLimits(timeLeft(Duration.ofNanos((long) (seconds * 1e9))), Clock.WALL, iterations == null ? Long.MAX_VALUE : iterations, threads, seed);
  }

  private static Duration timeLeft(Duration all) {
    var sinceStart = ProcessHandle.current().info().startInstant().map(start -> Duration.between(start, Instant.now())).orElse(Duration.ZERO);
    var left = all.minus(sinceStart);
    var least = all.dividedBy(2);
    return left.compareTo(least) < 0 ? least : left;
  }

  private Objective goal() {
    return switch (objective.toLowerCase(Locale.ROOT)) {
      case "distance" -> Objective.DISTANCE;
      case "vehicles" -> Objective.VEHICLES;
      default -> throw new RoutingRefusal("没有名为“%s”的目标，请使用 distance 或 vehicles。".formatted(objective));
    };
  }

  private String text() throws IOException {
    var path = Objects.requireNonNull(file);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) throw new RoutingRefusal("文件 %s 不存在或无法读取，请检查路径。".formatted(path));
    if (Files.size(path) > LARGEST_FILE) throw new RoutingRefusal("文件 %s 太大，请分成几个文件。".formatted(path));
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
  }

  private static void print(PrintWriter out, String json) {
    out.println(json);
    out.flush();
  }
}
