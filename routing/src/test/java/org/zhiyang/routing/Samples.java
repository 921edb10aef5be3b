package org.zhiyang.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.solomon.SolomonReader;
import org.zhiyang.routing.vrptw.Stop;
import org.zhiyang.routing.vrptw.VrptwProblem;

/** What the tests plan with: the sample files and problems made by chance. */
public final class Samples {
  private Samples() {}

  /** The text of a sample file such as "R101.25". */
  public static String text(String name) {
    try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream("/solomon/" + name + ".txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static SolomonInstance instance(String name) {
    return SolomonReader.read(text(name));
  }

  /** Ways there and back differ, distances and durations too; every customer can be served alone. */
  public static VrptwProblem asymmetric(int customers, int vehicles, long seed) {
    var random = new Random(seed);
    int size = customers + 1;
    var x = random.ints(size, 0, 100).toArray();
    var y = random.ints(size, 0, 100).toArray();
    var distance = new int[size][size];
    var duration = new int[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        distance[i][j] = (int) Math.hypot(x[i] - x[j], y[i] - y[j]) + random.nextInt(20);
        duration[i][j] = distance[i][j] + random.nextInt(15);
      }
    }
    int horizon = 1000;
    var stops = new ArrayList<Stop>();
    stops.add(new Stop(0, 0, horizon, 0));
    for (int c = 1; c < size; c++) {
      int latest = horizon - 20 - duration[c][0];
      int due = Math.max(duration[0][c], random.nextInt(latest));
      stops.add(new Stop(1 + random.nextInt(20), Math.max(0, due - random.nextInt(300)), due, 10 + random.nextInt(10)));
    }
    return new VrptwProblem(stops, 80, vehicles, TravelMatrix.of(size, (i, j) -> distance[i][j], (i, j) -> duration[i][j]));
  }
}
