package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Carer;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Gap;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Patient;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Service;

/**
 * Makes instances of the kind that Mankowska, Meisel and Bierwirth describe: a square of 100, ten hours, windows of two hours, six services of which a carer does up
 * to three of one half, 30 % of the patients with two services (half of them at once, half in order). The same figures give the same instance.
 */
public final class HhcrspGenerator {
  private final Random random;

  private HhcrspGenerator(long seed) {
    random = new Random(seed * 7919);
  }

  /** Carers as in the public set: 3 for 10 patients, 5 for 25, 10, 15 and 20 for 50, 75 and 100, 30 for 200 and 40 for 300. */
  public static HhcrspInstance make(int patients, long seed) {
    int carers = patients <= 10 ? 3 : patients <= 100 ? Math.max(4, patients / 5) : 10 + patients / 10;
    return make(patients, carers, seed);
  }

  /** @param carers 2 or more */
  public static HhcrspInstance make(int patients, int carers, long seed) {
    return new HhcrspGenerator(seed * 1_000 + patients).make(patients, carers);
  }

  private HhcrspInstance make(int count, int number) {
    var x = new double[count + 1];
    var y = new double[count + 1];
    var patients = new ArrayList<Patient>();
    for (int p = 0; p <= count; p++) {
      x[p] = random.nextInt(101);
      y[p] = random.nextInt(101);
      if (p > 0) patients.add(patient(p, count));
    }
    var carers = new ArrayList<Carer>();
    for (int c = 0; c < number; c++) carers.add(new Carer("c" + (c + 1), abilities(c), 0, Double.POSITIVE_INFINITY));
    var travel = new double[count + 1][count + 1];
    for (int i = 0; i <= count; i++) {
      for (int j = 0; j <= count; j++) travel[i][j] = Math.round(Math.hypot(x[i] - x[j], y[i] - y[j]) * 1_000) / 1_000.0;
    }
    return new HhcrspInstance(patients, carers, 1, travel);
  }

  private Patient patient(int p, int count) {
    int twice = p - 1 - (count - count * 3 / 10);
    boolean atOnce = twice % 2 == 0;
    var services = new ArrayList<Service>();
    services.add(new Service("s" + (1 + random.nextInt(twice >= 0 ? 3 : 6)), 10 + random.nextInt(11)));
    if (twice >= 0) services.add(new Service("s" + (4 + random.nextInt(3)), 10 + random.nextInt(11)));
    int least = 10 + random.nextInt(20);
    var gap = twice >= 0 && !atOnce ? new Gap(least, least + 10 + random.nextInt(50)) : new Gap(0, 0);
    double earliest = random.nextInt(481);
    return new Patient("p" + p, earliest, earliest + 120, List.copyOf(services), gap, Set.of());
  }

  /** The first carer of each half does all three services, so that everything can be served. */
  private Set<String> abilities(int c) {
    var abilities = new HashSet<String>();
    int from = c % 2 == 0 ? 1 : 4;
    int most = 1 + random.nextInt(3);
    for (int k = 0; k < 3; k++) {
      if (c < 2) abilities.add("s" + (from + k));
      else if (k < most) abilities.add("s" + (from + random.nextInt(3)));
    }
    return Set.copyOf(abilities);
  }
}
