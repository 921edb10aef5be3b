package org.zhiyang.routing.solomon;

import java.util.ArrayList;
import java.util.Random;

/**
 * Makes instances of the same kind as Solomon's: same day lengths, capacities, service times and map, positions and windows by chance. The same figures give the
 * same instance. Every customer can be served by a vehicle of its own, and there are as many vehicles as customers (at least 25).
 */
public final class SolomonGenerator {
  private static final int CLUSTER = 10;

  private final SolomonFamily family;
  private final Random random;

  private SolomonGenerator(SolomonFamily family, long seed) {
    this.family = family;
    random = new Random(seed * 31 + family.ordinal());
  }

  /**
   * @param windowPercent share of customers with a window of their own, 0 to 100; the others are bound by the day only
   * @param windowWidth mean width of a window in minutes of the instance; each one is between half and one and a half of it
   */
  public static SolomonInstance make(SolomonFamily family, int customers, int windowPercent, int windowWidth, long seed) {
    return new SolomonGenerator(family, seed).make("%s-%d-%d-%d-%d".formatted(family, customers, windowPercent, windowWidth, seed), customers, windowPercent, windowWidth);
  }

  private SolomonInstance make(String name, int customers, int windowPercent, int windowWidth) {
    var all = new ArrayList<SolomonInstance.Customer>();
    var depot = new SolomonInstance.Customer(family.depotX, family.depotY, 0, 0, family.horizon, 0);
    all.add(depot);
    int clustered = customers * family.clustered / 100;
    double[] center = null;
    double clock = 0;
    var last = depot;
    for (int i = 0; i < customers; i++) {
      boolean inCluster = i < clustered;
      if (inCluster && i % CLUSTER == 0) {
        center = new double[] {8 + random.nextInt(85), 8 + random.nextInt(75)};
        last = depot;
        clock = 0;
      }
      int x = inCluster && center != null ? near(center[0], 100) : random.nextInt(68);
      int y = inCluster && center != null ? near(center[1], 90) : random.nextInt(78);
      double home = Math.hypot(x - family.depotX, y - family.depotY);
      double latest = Math.floor(family.horizon - home - family.service);
      double earliest = Math.ceil(home);
      boolean pureClusters = family.clustered == 100;
      // In pure clusters a window lies round the time at which a tour through the cluster comes by, else anywhere in the day.
      clock = Math.max(clock + Math.hypot(x - last.x(), y - last.y()), earliest);
      double middle = pureClusters ? clock : earliest + random.nextDouble() * Math.max(0, latest - earliest);
      clock += family.service;
      double width = windowWidth * (0.5 + random.nextDouble());
      boolean bound = random.nextInt(100) < windowPercent;
      double ready = bound ? Math.clamp(Math.floor(middle - width / 2), 0, latest) : 0;
      double due = bound ? Math.clamp(Math.ceil(middle + width / 2), Math.max(earliest, ready), latest) : latest;
      var customer = new SolomonInstance.Customer(x, y, demand(), Math.min(ready, due), due, family.service);
      all.add(customer);
      last = customer;
    }
    return new SolomonInstance(name, Math.max(25, customers), family.capacity, all);
  }

  private int near(double center, int edge) {
    return Math.clamp(Math.round(center + random.nextGaussian() * 3), 0, edge);
  }

  private int demand() {
    return family.clustered == 100 ? 10 * (1 + random.nextInt(random.nextInt(4) + 1)) : Math.clamp(Math.round(15 + random.nextGaussian() * 9), 1, 41);
  }
}
