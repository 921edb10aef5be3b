package org.zhiyang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.registry.population.cli.SimulatePopulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandLineEntryTests {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(textBlock = """
      '', true
      serve, true
      serve --server.port=1, true
      --server.port=1, true
      --help, false
      clock forward P30D, false""")
  void startsTheServerOnlyWhenThatIsMeant(String words, boolean expected) {
    assertThat(CommandLineEntry.meansServe(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(expected);
  }

  @Test
  void runsACommandBelowItsGroupAndReturnsItsStatus() {
    assertThat(run("clock", "forward", "--days", "30")).isEqualTo(30);
  }

  @Test
  void explainsAnUnknownCommandInChineseAndReturnsTwo() {
    assertThat(run("clokc")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("无法识别：clokc").contains("命令：").contains("clock").contains("serve");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void explainsAMissingOptionInChinese() {
    assertThat(run("clock", "forward")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("缺少：--days").contains("zhiyang clock forward --help");
  }

  @Test
  void explainsAnUnknownOptionInOneLine() {
    assertThat(run("clock", "forward", "--days", "3", "--dyas", "4")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("无法识别：--dyas 4").contains("zhiyang clock forward --help");
  }

  @Test
  void explainsAnOptionWithoutItsValueInOneLine() {
    assertThat(run("clock", "forward", "--days")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("缺少：--days");
  }

  @Test
  void explainsAValueThatIsNoNumber() {
    assertThat(run("clock", "forward", "--days", "many")).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains("--days 的值不正确：many");
  }

  @Test
  void saysInOneLineThatThereIsNoSuchCity() {
    var line = CommandLineEntry.commandLine(List.of(new SimulatePopulation())).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    assertThat(line.execute("simulate", "population", "--elders", "10", "--city", "nowhere")).isEqualTo(2);

    assertThat(err.toString()).containsOnlyOnce("\n").contains("没有城市“nowhere”").doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void printsTheHelpOfAGroupCalledAlone() {
    assertThat(run("clock")).isEqualTo(2);

    assertThat(err.toString()).contains("请写明要执行的命令").contains("forward");
  }

  @Test
  void printsHelpOnStandardOutputWhenAsked() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).contains("用法：zhiyang").contains("clock");
  }

  private int run(String... words) {
    return CommandLineEntry.commandLine(List.of(new Forward()))
        .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
  }

  @Command(name = "forward")
  static class Forward implements ZhiyangCommand {
    @Option(names = "--days", required = true)
    int days;

    @Override
    public String parent() {
      return "clock";
    }

    @Override
    public Integer call() {
      return days;
    }
  }
}
