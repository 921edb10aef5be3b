package org.zhiyang.loop;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.json.JsonMapper;

/** {@code loop --url U --accounts FILE [--instances 1000] [--clients 8] [--seed 1] [--patience S] [--out FILE]}: walks so many elders through the whole loop, checks the books, and writes how long
 *  each step took. Exit status 1 when anything was lost, doubled or refused. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    var options = options(args);
    var times = new StepTimes();
    var platform = new Platform(URI.create(options.get("url")), Duration.ofSeconds(Long.parseLong(options.getOrDefault("patience", "0"))), times);
    var cast = new Cast(platform, Path.of(options.get("accounts")));
    var crowd = new Crowd(Integer.parseInt(options.getOrDefault("clients", "8")));
    var clock = new CityClock(cast.administrator);
    var instances = Integer.parseInt(options.getOrDefault("instances", "1000"));
    var walk = new LoopWalk(cast, crowd, clock, instances, Long.parseLong(options.getOrDefault("seed", "1")), System.err::println);
    var began = System.nanoTime();
    walk.toConfirmedVisits();
    new MonthEnd(cast, crowd, clock, walk.walkers(), walk.month(), System.err::println).toClosedCases();
    var seconds = (System.nanoTime() - began) / 1e9;
    var faults = new ConcurrentLinkedQueue<String>();
    crowd.each(walk.walkers(), w -> faults.addAll(new Books(cast).faultsOf(w)));
    faults.stream().limit(20).forEach(System.err::println);
    var result = Map.of("instances", instances, "seconds", seconds, "clockSeconds", clock.waitedSeconds(), "broken", times.broken(), "faults", faults.size(), "steps", times.lines());
    if (options.containsKey("out")) Files.writeString(Path.of(options.get("out")), new JsonMapper().writeValueAsString(result));
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private static Map<String, String> options(String[] args) {
    var options = new HashMap<String, String>();
    for (var i = 0; i + 1 < args.length; i += 2) options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    for (var needed : List.of("url", "accounts")) if (!options.containsKey(needed)) throw new IllegalArgumentException("--" + needed + " is missing");
    return options;
  }
}
