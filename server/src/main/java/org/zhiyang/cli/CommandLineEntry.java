package org.zhiyang.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;

/** Finds all commands, picks the one that is meant and runs it; everything it says by itself is Chinese. */
public final class CommandLineEntry {
  /** What the commands that only hold others are about. */
  private static final Map<String, String> GROUPS = Map.of(
      "simulate", "模拟：生成人口，让演示城市运转起来，模拟银行", "score", "按国家标准给能力评估表评分", "clock", "演示城市的业务时钟");

  private static final String SERVE = "serve";

  private CommandLineEntry() {}

  /** True when the words start the server: none, {@code serve …}, or only settings such as {@code --server.port=8081}. */
  public static boolean meansServe(String[] words) {
    return words.length == 0 || words[0].equals(SERVE) || words[0].startsWith("--") && words[0].contains("=");
  }

  /** The settings that follow {@code serve}, for Spring. */
  public static String[] settingsOf(String[] words) {
    var skipped = words.length > 0 && words[0].equals(SERVE) ? 1 : 0;
    return List.of(words).subList(skipped, words.length).toArray(String[]::new);
  }

  /** Runs a command and returns its exit status; 2 and one line on standard error for a word it does not know. */
  public static int run(String[] words) {
    // Logback before Spring, Spring Boot afterwards: both log to standard error while a command runs.
    System.setProperty("logback.configurationFile", "logback-command.xml");
    System.setProperty("logging.config", "classpath:logback-command.xml");
    return commandLine(ServiceLoader.load(ZhiyangCommand.class)).execute(words);
  }

  static CommandLine commandLine(Iterable<ZhiyangCommand> commands) {
    var root = group("zhiyang", "智养：城市养老服务平台的命令行。");
    root.addSubcommand(SERVE, group(SERVE, "启动服务；其后的 --名称=值 为设置项"));
    for (var command : commands) {
      var line = new CommandLine(command);
      var above = command.parent().isEmpty() ? root : groupNamed(root, command.parent());
      above.addSubcommand(line.getCommandName(), line);
    }
    speakChinese(root);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return root.setOut(out).setErr(err)
        .setExecutionStrategy(new RunLast())
        .setParameterExceptionHandler(CommandLineEntry::explain)
        .setExecutionExceptionHandler(CommandLineEntry::report);
  }

  private static CommandLine groupNamed(CommandLine root, String name) {
    var known = root.getSubcommands().get(name);
    if (known != null) return known;
    var made = group(name, GROUPS.getOrDefault(name, name));
    root.addSubcommand(name, made);
    return made;
  }

  /** A command that only holds others; called alone it prints its help. */
  private static CommandLine group(String name, String description) {
    var spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description);
    var line = new CommandLine(spec);
    spec.mixinStandardHelpOptions(false);
    return line;
  }

  private static void speakChinese(CommandLine line) {
    var spec = line.getCommandSpec();
    if (!spec.optionsMap().containsKey("--help")) {
      spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("显示帮助").build());
    }
    spec.usageMessage().synopsisHeading("用法：").optionListHeading("%n选项：%n").parameterListHeading("%n参数：%n")
        .commandListHeading("%n命令：%n").synopsisSubcommandLabel("命令").descriptionHeading("%n").abbreviateSynopsis(true);
    line.getSubcommands().values().forEach(CommandLineEntry::speakChinese);
  }

  private static int explain(ParameterException fault, String[] words) {
    var line = fault.getCommandLine();
    line.getErr().println(sentence(fault));
    // Who called only a group wants to know what is in it; whoever mistyped one word finds the fault better in one line.
    if (groupAlone(fault)) line.usage(line.getErr(), Ansi.OFF);
    return CommandLine.ExitCode.USAGE;
  }

  private static boolean groupAlone(ParameterException fault) {
    return fault.getClass() == ParameterException.class && fault.getArgSpec() == null;
  }

  private static String sentence(ParameterException fault) {
    var line = fault.getCommandLine();
    var help = "用法见 %s --help。".formatted(line.getCommandSpec().qualifiedName());
    return switch (fault) {
      case CommandLine.UnmatchedArgumentException unmatched when !line.getSubcommands().isEmpty() ->
          "无法识别：%s。可用的命令：%s。".formatted(String.join(" ", unmatched.getUnmatched()), String.join("、", line.getSubcommands().keySet()));
      case CommandLine.UnmatchedArgumentException unmatched -> "无法识别：%s。%s".formatted(String.join(" ", unmatched.getUnmatched()), help);
      case CommandLine.MissingParameterException missing ->
          "缺少：%s。请补上后重试，%s".formatted(String.join("、",
              missing.getMissing().stream().map(CommandLineEntry::label).toList()), help);
      case CommandLine.OverwrittenOptionException twice -> "选项 %s 只能写一次。".formatted(label(twice.getOverwritten()));
      default -> groupAlone(fault) ? "请写明要执行的命令。"
          : fault.getArgSpec() == null ? "命令写得不对，%s".formatted(help)
          : "%s 的值不正确：%s。请改正后重试，%s".formatted(label(fault.getArgSpec()), fault.getValue(), help);
    };
  }

  private static String label(CommandLine.Model.ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static int report(Exception fault, CommandLine line, CommandLine.ParseResult words) {
    fault.printStackTrace(line.getErr());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
