package org.zhiyang.service.dispatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.cli.ZhiyangCommand;
import org.zhiyang.routing.hhcrsp.HhcrspGenerator;
import org.zhiyang.routing.hhcrsp.HhcrspWriter;
import picocli.CommandLine;

/** Two customers at 5 and 10 along a line that cuts to whole tenths. */
class PlanRoutesTests {
  private static final String TINY = """
      tiny
      VEHICLE
      NUMBER CAPACITY
      2 50
      CUSTOMER
      CUST NO. XCOORD. YCOORD. DEMAND READY DUE SERVICE
      0 0 0 0 0 100 0
      1 3 4 10 0 90 10
      2 6 8 20 0 80 10
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int route(String content, String... options) throws IOException {
    var file = Files.writeString(folder.resolve("problem.txt"), content);
    var words = new java.util.ArrayList<>(java.util.List.of(options));
    words.add(file.toString());
    return run(Instant.now(), words.toArray(String[]::new));
  }

  private int run(Instant began, String... words) {
    return new CommandLine(new PlanRoutes(began)).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(words);
  }

  @Test
  void isACommandOfTheFirstLevel() {
    assertThat(ServiceLoader.load(ZhiyangCommand.class).stream().map(ServiceLoader.Provider::type)).anyMatch(PlanRoutes.class::equals);
    assertThat(new PlanRoutes().parent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"distance, 1", "vehicles, 2"})
  void printsThePlanAsOneJsonLine(String objective, String threads) throws IOException {
    assertThat(route(TINY, "--format", "solomon", "--iterations", "300", "--objective", objective, "--threads", threads, "--seed", "7")).isZero();

    assertThat(out.toString().strip()).matches("\\{\"cost\":20\\.0,\"vehicles\":1,\"routes\":\\[\\[(1,2|2,1)]]}");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --format zhiyang --seconds 1                     | 第 1 行不是有效的 JSON
      --format hhcrsp --seconds 1                      | 第 1 行不是有效的 JSON
      --format csv --seconds 1                         | 没有名为“csv”的格式
      --format solomon --seconds 0                     | --seconds 要大于 0
      --format solomon --seconds NaN                   | --seconds 要大于 0
      --format solomon                                 | 没有说明何时结束，请给出 --seconds 或 --iterations
      --format solomon --iterations 0                  | 迭代次数须至少为 1
      --format solomon --seconds 1 --threads 0         | 线程数须在 1 至 64 之间
      --format solomon --seconds 1 --objective time    | 没有名为“time”的目标""")
  void answersTwoAndOneLineForOptionsItCannotUse(String options, String sentence) throws IOException {
    assertThat(route(TINY, options.split(" +"))).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0 0 0 0 0 100 0     | 0 0 0 0 0 15 0      | 来不及在车场关门前返回
      2 6 8 20 0 80 10    | 2 6 8 60 0 80 10    | 需求量 60 超过车辆容量 50
      2 6 8 20 0 80 10    | 2 6 8 20 0          | 须有 7 个数
      VEHICLE             | FAHRZEUG            | 没有找到 VEHICLE""")
  void answersTwoAndOneLineForAFileThatCannotBeReadOrServed(String part, String instead, String sentence) throws IOException {
    assertThat(route(TINY.replace(part, instead), "--format", "solomon", "--seconds", "0.2")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  /** One patient, two carers who come together; a way of 5 each, one carer late by 5. */
  private static final String HOME_VISITS = """
      {"central_offices":[{"id":"d"}], "services":[{"id":"s1"},{"id":"s2"}],
       "caregivers":[{"id":"c1","abilities":["s1"]},{"id":"c2","abilities":["s2"],"working_shift":[10,300]}],
       "patients":[{"id":"p1","time_window":[0,10],"required_caregivers":[{"service":"s1","duration":7},{"service":"s2","duration":8}],"synchronization":{"type":"simultaneous"}}],
       "distances":[[0,5],[5,0]]}""";

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void printsHomeVisitsAsOneJsonLine(String threads) throws IOException {
    assertThat(route(HOME_VISITS, "--format", "hhcrsp", "--iterations", "300", "--threads", threads, "--seed", "7")).isZero();

    assertThat(out.toString().strip()).isEqualTo("{\"cost\":11.667,\"routes\":["
        + "{\"caregiver_id\":\"c1\",\"locations\":[{\"patient\":\"p1\",\"service\":\"s1\",\"arrival_time\":15.0,\"departure_time\":22.0}]},"
        + "{\"caregiver_id\":\"c2\",\"locations\":[{\"patient\":\"p1\",\"service\":\"s2\",\"arrival_time\":15.0,\"departure_time\":23.0}]}]}");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "abilities":["s2"] | "abilities":["s3"] | 没有护理员能为老人 p1 提供服务 s2
      [0,10]             | [10,0]             | 开始大于结束
      [0,5]              | [0]                | distances[0] 须有 2 个数""")
  void answersTwoAndOneLineForHomeVisitsNobodyCanMake(String part, String instead, String sentence) throws IOException {
    assertThat(route(HOME_VISITS.replace(part, instead), "--format", "hhcrsp", "--seconds", "0.2")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  /** One visit that the carer can make, and one that nobody has the skill for. */
  private static final String WEEK = """
      {"days":1, "travel":{"matrix":[[[0,7],[8,0]]]}, "carers":[{"id":"c1","shifts":[{"from":480,"to":720,"start":0,"end":0}]}],
       "visits":[{"id":"v1","place":1,"from":500,"to":600,"minutes":30,"known":["c1"]},{"id":"v2","place":1,"from":500,"to":600,"minutes":30,"skills":[{"code":"x"}],"priority":2}]}""";

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void printsAWeekOfCareAsOneJsonLine(String threads) throws IOException {
    assertThat(route(WEEK, "--format", "zhiyang", "--iterations", "300", "--threads", threads, "--seed", "7")).isZero();

    assertThat(out.toString().strip()).isEqualTo("{\"cost\":2025.000,\"score\":{\"unserved\":2,\"unservedVisits\":1,\"travelMinutes\":15,\"offWishMinutes\":0,\"newFaces\":0,\"eldersCarers\":1,\"notPreferred\":0,"
        + "\"unfairness\":0.000,\"changed\":0},\"carers\":[{\"carer\":\"c1\",\"stops\":[{\"visit\":\"v1\",\"start\":500}]}],"
        + "\"unserved\":[{\"visit\":\"v2\",\"rules\":[{\"rule\":\"SKILL\",\"carers\":1}],\"remedies\":[]}]}");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "from":500,"to":600 | "from":700,"to":600 | 服务 v1：最早开始晚于最晚开始
      "known":["c1"]      | "pin":{"carer":"c1","start":470} | 已固定的服务不合规则
      "minutes":30        | "minutes":0         | 服务 v1：时长为 0 分钟""")
  void answersTwoAndOneLineForAWeekThatContradictsItself(String part, String instead, String sentence) throws IOException {
    assertThat(route(WEEK.replace(part, instead), "--format", "zhiyang", "--seconds", "0.2")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theSameSeedAndIterationsPrintTheSamePlan() throws IOException {
    var week = HhcrspWriter.write(HhcrspGenerator.make(40, 6, 3));
    String[] options = {"--format", "hhcrsp", "--iterations", "3000", "--seed", "7"};

    assertThat(route(week, options)).isZero();
    var first = out.toString();
    out.getBuffer().setLength(0);
    assertThat(route(week, options)).isZero();

    assertThat(out.toString()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"solomon", "hhcrsp", "zhiyang"})
  void theSecondsCountFromTheStartOfTheProcess(String format) throws IOException {
    var file = Files.writeString(folder.resolve("problem.txt"), format.equals("solomon") ? TINY : format.equals("hhcrsp") ? HOME_VISITS : WEEK).toString();
    var before = Instant.now();

    assertThat(run(before.minusSeconds(39), "--format", format, "--seconds", "40", file)).isZero();

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
    assertThat(out.toString()).contains("\"cost\"");
  }

  @ParameterizedTest
  @CsvSource({"solomon", "hhcrsp", "zhiyang"})
  void thePlanComesWhenTheSecondsAreOverBeforeItAndALineSaysSo(String format) throws IOException {
    var file = Files.writeString(folder.resolve("problem.txt"), format.equals("solomon") ? TINY : format.equals("hhcrsp") ? HOME_VISITS : WEEK).toString();

    assertThat(run(Instant.now().minusSeconds(40), "--format", format, "--seconds", "1", file)).isZero();

    assertThat(out.toString().lines()).singleElement().asString().contains("\"cost\"");
    assertThat(err.toString().lines()).singleElement().asString().contains("给定的 1.0 秒太少");
  }

  @Test
  void readsStandardInput() {
    var console = System.in;
    try {
      System.setIn(new ByteArrayInputStream(TINY.getBytes(StandardCharsets.UTF_8)));
      assertThat(run(Instant.now(), "--format", "solomon", "--iterations", "10", "-")).isZero();
    } finally {
      System.setIn(console);
    }

    assertThat(out.toString()).contains("\"cost\":20.0");
  }

  @Test
  void refusesAFolderAndAStreamWithoutEnd() {
    assertThat(run(Instant.now(), "--format", "solomon", "--seconds", "1", folder.toString())).isEqualTo(2);
    assertThat(run(Instant.now(), "--format", "solomon", "--seconds", "1", "/dev/zero")).isEqualTo(2);

    assertThat(err.toString().lines()).satisfiesExactly(first -> assertThat(first).contains("无法读取"), second -> assertThat(second).contains("太大（超过 64 MB）"));
  }

  @Test
  void answersTwoForAFileThatIsNotThere() {
    assertThat(run(Instant.now(), "--format", "solomon", "--seconds", "1", folder.resolve("none.txt").toString())).isEqualTo(2);

    assertThat(err.toString()).contains("不存在或无法读取");
  }
}
