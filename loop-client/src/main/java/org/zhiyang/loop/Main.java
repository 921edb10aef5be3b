package org.zhiyang.loop;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code loop --url U --accounts FILE [--instances 1000] [--wave 200] [--clients 8] [--seed 1] [--patience S] [--out FILE]}: walks so many elders through the whole loop, a wave of them in a
 *  service month, checks the books, and writes how long each step took. Exit status 1 when anything was lost or doubled. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    var options = options(args);
    var times = new StepTimes();
    var platform = new Platform(URI.create(options.get("url")), Duration.ofSeconds(number(options, "patience", 0)), times);
    var run = new LoopRun(platform, Path.of(options.get("accounts")), number(options, "clients", 8), System.err::println);
    var result = run.walk(number(options, "instances", 1000), number(options, "wave", 200), number(options, "seed", 1));
    result.faults().stream().limit(20).forEach(System.err::println);
    var measured = Map.of("instances", result.instances(), "seconds", result.seconds(), "clockSeconds", result.clockSeconds(), "faults", result.faults().size(), "broken", times.broken(), "steps", times.lines());
    if (options.containsKey("out")) Files.writeString(Path.of(options.get("out")), new JsonMapper().writeValueAsString(measured));
    System.exit(result.faults().isEmpty() ? 0 : 1);
  }

  private static int number(Map<String, String> options, String name, int usual) {
    return Integer.parseInt(options.getOrDefault(name, Integer.toString(usual)));
  }

  private static Map<String, String> options(String[] args) {
    var options = new HashMap<String, String>();
    for (var i = 0; i + 1 < args.length; i += 2) options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    for (var needed : List.of("url", "accounts")) if (!options.containsKey(needed)) throw new IllegalArgumentException("--" + needed + " is missing");
    return options;
  }
}
