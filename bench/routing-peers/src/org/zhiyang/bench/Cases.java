package org.zhiyang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhiyang.routing.solomon.SolomonFamily;
import org.zhiyang.routing.solomon.SolomonGenerator;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.solomon.SolomonReader;

/** What is measured: the Solomon files of the tests with their best-known distances and fleets, and generated instances with references of our own. */
record Cases(List<SolomonInstance> solomon, List<SolomonInstance> generated, Map<String, Double> bestKnown, Map<String, Fleet> fleets) {
  /**
   * The best plan known with whole lines.
   *
   * @param vehiclesFirst found by vehicles first; else by the distance alone, so that fewer vehicles may do
   */
  record Fleet(int vehicles, double distance, boolean vehiclesFirst) {}

  /** Percent of customers with a window and mean width of it, two instances for each family. */
  private static final Map<SolomonFamily, int[][]> WINDOWS = Map.of(
      SolomonFamily.R1, new int[][] {{50, 10}, {100, 80}}, SolomonFamily.R2, new int[][] {{100, 120}, {25, 240}},
      SolomonFamily.C1, new int[][] {{100, 60}, {50, 120}}, SolomonFamily.C2, new int[][] {{50, 320}, {100, 640}},
      SolomonFamily.RC1, new int[][] {{100, 30}, {25, 60}}, SolomonFamily.RC2, new int[][] {{75, 120}, {100, 400}});

  static Cases read(Path folder, boolean quick) throws IOException {
    var known = new TreeMap<String, Double>();
    var fleets = new TreeMap<String, Fleet>();
    for (var line : Files.readAllLines(folder.resolve("best_known.csv"), StandardCharsets.UTF_8)) {
      var cells = line.split(",");
      if (cells[0].equals("instance")) continue;
      known.put(cells[0] + "." + cells[1], Double.valueOf(cells[3]));
      fleets.put(cells[0] + "." + cells[1], new Fleet(Integer.parseInt(cells[4]), Double.parseDouble(cells[5]), line.contains("SINTEF")));
    }
    var solomon = new ArrayList<SolomonInstance>();
    for (var name : known.keySet()) {
      if (quick && !name.endsWith(".50")) continue;
      var read = SolomonReader.read(Files.readString(folder.resolve(name + ".txt")));
      solomon.add(new SolomonInstance(name, read.vehicles(), read.capacity(), read.customers()));
    }
    if (quick) return new Cases(solomon, List.of(), known, fleets);
    var generated = new ArrayList<SolomonInstance>();
    for (var family : SolomonFamily.values()) {
      var windows = WINDOWS.get(family);
      for (int i = 0; i < windows.length; i++) generated.add(SolomonGenerator.make(family, 100, windows[i][0], windows[i][1], i + 1));
    }
    return new Cases(solomon, generated, known, fleets);
  }
}
