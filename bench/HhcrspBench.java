import java.util.ArrayList;
import java.util.Locale;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.hhcrsp.ExactSearch;
import org.zhiyang.routing.hhcrsp.HhcrspGenerator;
import org.zhiyang.routing.hhcrsp.HhcrspInstance;
import org.zhiyang.routing.hhcrsp.HhcrspPlanner;

/** Gap of a run to the exact least cost, or where that takes too many steps to a run twenty times as long. Every plan has passed the checker. */
public final class HhcrspBench {
  private static final long INSTANCE = 11;
  private static final long REFERENCE_SEED = 4711;
  private static final long STEPS = 60_000_000;

  private record Size(int patients, double goal) {}

  public static void main(String[] words) {
    Locale.setDefault(Locale.ROOT);
    boolean quick = words[0].equals("quick");
    double seconds = quick ? 3 : 60;
    int seeds = quick ? 1 : 3;
    var sizes = new ArrayList<Size>();
    for (int patients : quick ? new int[] {10, 25, 50, 100} : new int[] {10, 25, 50, 75, 100, 200, 300}) {
      sizes.add(new Size(patients, patients <= 10 ? 0 : patients <= 25 ? 0.2 : patients <= 50 ? 1 : patients <= 100 ? 2 : 3));
    }
    System.out.printf("%.0f processor seconds a run, one thread, %d seed(s); a positive gap: the reference is better%n", seconds, seeds);
    boolean met = true;
    var means = new StringBuilder();
    double all = 0;
    for (var size : sizes) {
      double mean = measure(size, seconds, seeds);
      met &= mean <= size.goal() + 1e-9;
      all += mean / sizes.size();
      means.append(means.isEmpty() ? "" : ",").append("\"%d\":%.3f".formatted(size.patients(), mean));
    }
    System.out.printf("{\"name\":\"hhcrsp\",\"ours\":%.3f,\"unit\":\"mean gap %%\",\"reference\":\"exact or twenty times as long\",\"bySize\":{%s},\"goal\":\"0 (10), 0.2 (25), 1 (50), 2 (75-100), 3 (200-300)\",\"met\":%b}%n", all, means, met);
  }

  private static double measure(Size size, double seconds, int seeds) {
    var instance = HhcrspGenerator.make(size.patients(), INSTANCE);
    double reference = cost(instance, 20 * seconds, REFERENCE_SEED);
    var whose = "run of " + Math.round(20 * seconds) + " s";
    if (size.patients() <= 10) {
      var exact = ExactSearch.leastCost(instance, reference, STEPS);
      if (exact.isPresent()) {
        reference = Math.round(exact.getAsDouble() * 1_000) / 1_000.0;
        whose = "exact";
      }
    }
    var line = new StringBuilder("%4d patients %10.3f (%s) ".formatted(size.patients(), reference, whose));
    double sum = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      double gap = 100 * (cost(instance, seconds, seed) - reference) / reference;
      sum += gap;
      line.append(" %.3f%%".formatted(gap));
    }
    System.out.println(line);
    return sum / seeds;
  }

  private static double cost(HhcrspInstance instance, double seconds, long seed) {
    return HhcrspPlanner.plan(instance, SearchLimits.ofProcessorSeconds(seconds, seed)).cost();
  }
}
