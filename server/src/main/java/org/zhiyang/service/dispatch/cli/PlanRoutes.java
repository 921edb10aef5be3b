package org.zhiyang.service.dispatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
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
import org.zhiyang.routing.care.format.CareReader;
import org.zhiyang.routing.hhcrsp.HhcrspPlanner;
import org.zhiyang.routing.hhcrsp.HhcrspReader;
import org.zhiyang.routing.solomon.SolomonPlanner;
import org.zhiyang.routing.solomon.SolomonReader;
import org.zhiyang.routing.vrptw.Objective;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code zhiyang route}: plans the routes of one problem file and prints the best checked plan as one JSON line. It ends when the seconds given have passed since the
 * process began, reading, checking and writing included, or after the iterations given, so that one thread and the same seed end with the same plan on any machine. The
 * first plan comes even when the seconds are too few for it; then a line on standard error says so. Exit status 2 and one line there for a file that cannot be read or that
 * no plan can satisfy.
 */
@Command(name = "route", description = "为一个问题文件规划路线，标准输出打印一行 JSON")
public final class PlanRoutes implements ZhiyangCommand {
  private static final int LARGEST_FILE = 64 << 20;
  /** What checking and writing take, as a share of the time for reading; measured with 100 to 100,000 visits. */
  private static final int AFTER_READING_PERCENT = 160;

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

  @Parameters(paramLabel = "文件", description = "问题文件；- 为标准输入")
  @Nullable Path file;

  private final Instant began;

  public PlanRoutes() {
    this(ProcessHandle.current().info().startInstant().orElseGet(Instant::now));
  }

  /** @param began when the seconds began to count */
  PlanRoutes(Instant began) {
    this.began = began;
  }

  @Override
  public Integer call() throws IOException {
    var line = Objects.requireNonNull(spec).commandLine();
    try {
      print(line.getOut(), answer());
      sayWhenLate(line.getErr());
      return 0;
    } catch (RoutingRefusal refused) {
      line.getErr().println(refused.sentence());
      return 2;
    }
  }

  private String answer() throws IOException {
    var limits = limits();
    var goal = goal();
    var reading = Instant.now();
    return switch (format) {
      case "solomon" -> {
        var instance = SolomonReader.read(text());
        yield SolomonPlanner.plan(instance, goal, left(limits, reading)).json();
      }
      case "hhcrsp" -> {
        var instance = HhcrspReader.read(text());
        yield HhcrspPlanner.plan(instance, left(limits, reading)).json();
      }
      case "zhiyang" -> {
        var problem = CareReader.read(text());
        yield CareAnswer.plan(problem, left(limits, reading)).json();
      }
      default -> throw new RoutingRefusal("没有名为“%s”的格式，请使用 --format solomon、hhcrsp 或 zhiyang。".formatted(format));
    };
  }

  private SearchLimits limits() {
    if (seconds == null && iterations == null) throw new RoutingRefusal("没有说明何时结束，请给出 --seconds 或 --iterations。");
    if (seconds == null) return SearchLimits.ofIterations(iterations, seed).withThreads(threads);
    if (!(seconds > 0 && seconds <= 604_800)) throw new RoutingRefusal("--seconds 要大于 0，至多 604800 秒，请改正后重试。");
    return new SearchLimits(Duration.ofNanos((long) (seconds * 1e9)), Clock.WALL, iterations == null ? Long.MAX_VALUE : iterations, threads, seed);
  }

  /** What is left for the search of the seconds since the process began. Checking and writing grow with the file as reading does, on a busy machine too: they are allowed for by that. */
  private SearchLimits left(SearchLimits limits, Instant reading) {
    if (seconds == null) return limits;
    var now = Instant.now();
    var after = Duration.between(reading, now).multipliedBy(AFTER_READING_PERCENT).dividedBy(100);
    var left = limits.time().minus(Duration.between(began, now)).minus(after);
    return limits.withTime(left.isNegative() ? Duration.ZERO : left);
  }

  private void sayWhenLate(PrintWriter err) {
    if (seconds == null) return;
    double taken = Duration.between(began, Instant.now()).toMillis() / 1e3;
    if (taken > seconds * 1.1 + 0.2) err.println("给定的 %s 秒太少：得出可行方案共用了 %.1f 秒。方案有效，给更多时间会更好。".formatted(BigDecimal.valueOf(seconds).toPlainString(), taken));
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
    var piped = path.toString().equals("-");
    if (!piped && (Files.isDirectory(path) || !Files.isReadable(path))) throw new RoutingRefusal("文件 %s 不存在或无法读取，请检查路径。".formatted(path));
    try (var in = piped ? System.in : Files.newInputStream(path)) {
      var bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) throw new RoutingRefusal("文件 %s 太大（超过 %d MB），请分成几个文件。".formatted(path, LARGEST_FILE >> 20));
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static void print(PrintWriter out, String json) {
    out.println(json);
    out.flush();
  }
}
