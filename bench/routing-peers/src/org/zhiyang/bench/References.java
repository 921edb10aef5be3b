package org.zhiyang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.solomon.SolomonScale;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.VrptwSolver;

/** References of our own for generated instances: the best of a run twenty times as long, kept in a file. Not best-known values of anybody else. */
final class References {
  private static final double SECONDS = 200;
  private static final long SEED = 4711;
  private static final String HEAD = "instance,distance,processor_seconds,seed,whose";

  private final Path file;
  private final TreeMap<String, String> lines = new TreeMap<>();

  References(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) for (var line : Files.readAllLines(file)) if (!line.equals(HEAD)) lines.put(line.split(",")[0], line);
  }

  double of(SolomonInstance instance) throws IOException {
    var known = lines.get(instance.name());
    if (known == null) {
      System.out.printf("%s: no reference yet, computing one for %.0f s%n", instance.name(), SECONDS);
      var scale = SolomonScale.of(instance, Objective.DISTANCE);
      double best = VrptwSolver.solve(scale.problem(), Objective.DISTANCE, SearchLimits.ofProcessorSeconds(SECONDS, SEED)).distance() / scale.unit();
      known = "%s,%.1f,%.0f,%d,a run of zhiyang".formatted(instance.name(), best, SECONDS, SEED);
      lines.put(instance.name(), known);
      var all = new ArrayList<String>();
      all.add(HEAD);
      all.addAll(lines.values());
      Files.write(file, all);
    }
    return Double.parseDouble(known.split(",")[1]);
  }
}
