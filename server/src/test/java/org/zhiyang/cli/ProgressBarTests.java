package org.zhiyang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody sees who waits for the city to load: of a command, and of {@code bin/run}, which shows the same. */
class ProgressBarTests {
  private static final String BAR_AT_42 = "\r\033[K  · ████████░░░░░░░░░░░░ 载入城市 42%：家庭";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void drawsOneBarAnewOnATerminal() {
    var bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);

    bar.show("启动数据库");
    bar.show("载入城市 42%：家庭");
    bar.show("载入城市 100%：已就绪");

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("  · 启动数据库\n" + BAR_AT_42 + "\r\033[K  · ████████████████████ 载入城市 100%：已就绪\n");
  }

  @Test
  void writesALineEveryFivePercentElsewhere() {
    var bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

    bar.show("启动数据库");
    IntStream.rangeClosed(0, 100).forEach(percent -> bar.show("准备数据表 " + percent + "%"));
    IntStream.rangeClosed(0, 100).forEach(percent -> bar.show("载入城市 " + percent + "%：家庭"));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(1 + 21 + 21).startsWith("  · 启动数据库", "  · 准备数据表 0%", "  · 准备数据表 5%").endsWith("  · 载入城市 100%：家庭");
  }

  @Test
  void binRunDrawsTheSameBarFromTheLogOfTheServer() throws Exception {
    assertThat(shown("yes", log("启动数据库") + log("载入城市 42%：家庭") + "2026-11-23T09:12:36.028Z  INFO 1 --- [main] o.z.Other : 7%\n"))
        .isEqualTo("  · 启动数据库\n" + BAR_AT_42);
  }

  @Test
  void binRunWritesALineEveryFivePercentElsewhere() throws Exception {
    var log = IntStream.rangeClosed(0, 100).mapToObj(percent -> log("准备数据表 " + percent + "%")).collect(Collectors.joining())
        + IntStream.rangeClosed(0, 100).mapToObj(percent -> log("载入城市 " + percent + "%：家庭")).collect(Collectors.joining());

    assertThat(shown("", log).lines()).hasSize(21 + 21).startsWith("  · 准备数据表 0%").endsWith("  · 载入城市 100%：家庭");
  }

  private static String log(String sentence) {
    return "2026-11-23T09:12:36.028Z  INFO 1665 --- [zhiyang] [           main] zhiyang.progress                         : " + sentence + "\n";
  }

  private static String shown(String terminal, String log) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", ". ./lib.sh; show_progress \"$1\"", "bash", terminal).directory(Path.of("../bin").toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C"); // the bar is drawn character by character whatever the locale counts
    var shell = builder.start();
    try (var in = shell.outputWriter(StandardCharsets.UTF_8)) {
      in.write(log);
    }
    var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    return said;
  }
}
