import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.hhcrsp.ExactSearch;
import org.zhiyang.routing.hhcrsp.HhcrspGenerator;
import org.zhiyang.routing.hhcrsp.HhcrspInstance;
import org.zhiyang.routing.hhcrsp.HhcrspPlanner;

/** Gap of a run to the exact least cost, or where that takes too many steps to a run twenty times as long, which is made once and kept. Every plan has passed the checker. */
public final class HhcrspBench {
  private static final long INSTANCE = 11;
  private static final long REFERENCE_SEED = 4711;
  private static final double REFERENCE_SECONDS = 20 * 60;
  private static final long STEPS = 60_000_000;

  private record Reference(double cost, String whose) {}

  private final boolean quick;
  private final Path file;
  private final Map<Integer, Reference> kept = new HashMap<>();

  private HhcrspBench(boolean quick, Path file) throws IOException {
    this.quick = quick;
    this.file = file;
    for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      var words = line.split(",");
      if (words[0].equals("patients") || Long.parseLong(words[1]) != INSTANCE) continue;
      kept.put(Integer.parseInt(words[0]), new Reference(Double.parseDouble(words[2]), words[5]));
    }
  }

  /** Arguments: full or quick (only what has a reference already), the file of references, the numbers of patients. */
  public static void main(String[] words) throws IOException {
    Locale.setDefault(Locale.ROOT);
    var bench = new HhcrspBench(words[0].equals("quick"), Path.of(words[1]));
    bench.run(Arrays.stream(words).skip(2).mapToInt(Integer::parseInt).toArray());
  }

  private void run(int[] sizes) throws IOException {
    double seconds = quick ? 3 : 60;
    int seeds = quick ? 1 : 3;
    System.out.printf("%.0f processor seconds a run, one thread, %d seed(s); a positive gap: the reference is better%n", seconds, seeds);
    boolean met = true;
    var means = new StringBuilder();
    double all = 0;
    int[] measured = Arrays.stream(sizes).filter(patients -> !quick || kept.containsKey(patients)).toArray();
    for (int patients : measured) {
      double mean = measure(patients, seconds, seeds);
      met &= mean <= goal(patients) + 1e-9;
      all += mean / measured.length;
      means.append(means.isEmpty() ? "" : ",").append("\"%d\":%.3f".formatted(patients, mean));
    }
    System.out.printf("{\"name\":\"hhcrsp\",\"ours\":%.3f,\"unit\":\"mean gap %%\",\"reference\":\"exact or twenty times as long\",\"bySize\":{%s},\"goal\":\"0 (10), 0.2 (25), 1 (50), 2 (75-100), 3 (200-300)\",\"met\":%b}%n", all, means, met);
  }

  private static double goal(int patients) {
    return patients <= 10 ? 0 : patients <= 25 ? 0.2 : patients <= 50 ? 1 : patients <= 100 ? 2 : 3;
  }

  private double measure(int patients, double seconds, int seeds) throws IOException {
    var instance = HhcrspGenerator.make(patients, INSTANCE);
    var reference = reference(patients, instance, seconds);
    var line = new StringBuilder("%4d patients %10.3f (%s) ".formatted(patients, reference.cost(), reference.whose()));
    double sum = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      double gap = 100 * (cost(instance, seconds, seed) - reference.cost()) / reference.cost();
      sum += gap;
      line.append(" %.3f%%".formatted(gap));
    }
    System.out.println(line);
    return sum / seeds;
  }

  private Reference reference(int patients, HhcrspInstance instance, double seconds) throws IOException {
    var known = kept.get(patients);
    if (known != null) return known;
    if (patients <= 10) {
      var exact = ExactSearch.leastCost(instance, cost(instance, seconds, REFERENCE_SEED), STEPS);
      if (exact.isPresent()) return keep(patients, new Reference(Math.round(exact.getAsDouble() * 1_000) / 1_000.0, "exact"), 0);
    }
    return keep(patients, new Reference(cost(instance, REFERENCE_SECONDS, REFERENCE_SEED), "run of %.0f s".formatted(REFERENCE_SECONDS)), REFERENCE_SECONDS);
  }

  private Reference keep(int patients, Reference made, double seconds) throws IOException {
    if (!Files.exists(file)) Files.writeString(file, "patients,instance,cost,processor_seconds,seed,whose\n");
    Files.writeString(file, "%d,%d,%.3f,%.0f,%d,%s%n".formatted(patients, INSTANCE, made.cost(), seconds, REFERENCE_SEED, made.whose()), StandardOpenOption.APPEND);
    return made;
  }

  private static double cost(HhcrspInstance instance, double seconds, long seed) {
    return HhcrspPlanner.plan(instance, SearchLimits.ofProcessorSeconds(seconds, seed)).cost();
  }
}
