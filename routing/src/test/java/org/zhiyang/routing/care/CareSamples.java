package org.zhiyang.routing.care;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import org.zhiyang.routing.care.CareCarer.Break;
import org.zhiyang.routing.care.CareCarer.Gap;
import org.zhiyang.routing.care.CareCarer.Shift;

/** Care problems for tests: small ones with everything at once, made by chance. */
public final class CareSamples {
  public static final CareWeights WEIGHTS = new CareWeights(1_000, 2, 30, 12, 10, 3, 60);
  private static final int DAY = 1440;

  private CareSamples() {}

  /** All ways take so long; all places differ. */
  public static TravelTimes allWays(int places, int minutes) {
    var table = new int[1][places][places];
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < places; j++) table[0][i][j] = i == j ? 0 : minutes;
    }
    return MatrixTravel.of(table);
  }

  /** The same ways without some. */
  public static TravelTimes without(TravelTimes all, BiPredicate<Integer, Integer> missing) {
    var table = new int[2][all.places()][all.places()];
    for (int mode = 0; mode < 2; mode++) {
      for (int i = 0; i < all.places(); i++) {
        for (int j = 0; j < all.places(); j++) table[mode][i][j] = missing.test(i, j) ? TravelTimes.UNREACHABLE : all.minutes(mode, i, j);
      }
    }
    return MatrixTravel.of(table);
  }

  /** With pools, levels, certificates, breaks, split shifts, pairs, wishes, refusals, ways that differ there and back, and some that are not there. */
  public static CareProblem any(long seed) {
    return any(seed, 14 + (int) (seed % 12), 3 + (int) (seed % 4), 1 + (int) (seed % 3), WEIGHTS);
  }

  public static CareProblem any(long seed, int count, int number, int days, CareWeights weights) {
    var random = new Random(seed * 31 + 7);
    int places = count / 2 + 2;
    var table = new int[2][places][places];
    for (var mode : table) {
      for (int i = 0; i < places; i++) {
        for (int j = 0; j < places; j++) mode[i][j] = i == j ? 0 : random.nextInt(60) == 0 ? TravelTimes.UNREACHABLE : 3 + random.nextInt(25);
      }
    }
    var carers = new ArrayList<CareCarer>();
    for (int c = 0; c < number; c++) carers.add(carer(random, c, days));
    var visits = new ArrayList<CareVisit>();
    var links = new ArrayList<CareLink>();
    while (visits.size() < count) {
      boolean two = random.nextInt(5) == 0;
      int first = visits.size();
      visits.add(visit(random, first, places, days, number));
      if (!two) continue;
      var one = visits.getLast();
      int gap = random.nextInt(3) == 0 ? 20 : 0;
      visits.add(new CareVisit("v" + visits.size(), one.elder(), one.place(), one.from(), one.to(), one.wishedFrom(), one.wishedTo(), 20 + random.nextInt(30), List.of(), one.pool(), one.priority(),
          one.preferred(), one.refused(), one.known(), null));
      links.add(new CareLink("v" + first, "v" + (first + 1), gap, gap + random.nextInt(2) * 15));
    }
    return new CareProblem(days, visits, links, carers, MatrixTravel.of(table), random.nextInt(6), 0, weights, List.of());
  }

  private static CareCarer carer(Random random, int c, int days) {
    var skills = new ArrayList<CareCarer.Skill>();
    if (random.nextInt(4) > 0) skills.add(new CareCarer.Skill("bath", 1 + random.nextInt(3), random.nextInt(5) == 0 ? random.nextInt(days * DAY) : days * DAY + DAY));
    if (random.nextInt(3) > 0) skills.add(new CareCarer.Skill("nursing", 1 + random.nextInt(3), days * DAY + DAY));
    var shifts = new ArrayList<Shift>();
    for (int d = 0; d < days; d++) {
      int zero = d * DAY;
      int kind = random.nextInt(6);
      Integer end = random.nextBoolean() ? 0 : null;
      if (kind == 0) shifts.add(new Shift(zero + 480, zero + 720, 0, end, List.of()));
      if (kind == 0 && random.nextBoolean()) shifts.add(new Shift(zero + 780, zero + 1_020, 1, end, List.of()));
      if (kind == 1) shifts.add(new Shift(zero + 720, zero + 1_260, 0, 0, List.of(new Break(zero + 960, zero + 1_020, 30))));
      if (kind == 2) shifts.add(new Shift(zero + 450, zero + 1_020, 0, end, random.nextBoolean() ? List.of() : List.of(new Break(zero + 640, zero + 760, 30)), List.of(new Gap(zero + 680, zero + 770))));
      if (kind > 3) shifts.add(new Shift(zero + 450, zero + 1_020, 0, end, List.of(new Break(zero + 560, zero + 600, 15), new Break(zero + 660, zero + 750, 45))));
    }
    return new CareCarer("c" + c, Set.of("p" + c % 2, "both"), skills, shifts, random.nextInt(2), 200 + random.nextInt(250), 500 + random.nextInt(600), random.nextInt(3) * 550,
        random.nextInt(6) == 0 ? Set.of("e1") : Set.of());
  }

  private static CareVisit visit(Random random, int v, int places, int days, int number) {
    int zero = random.nextInt(days) * DAY;
    int from = zero + 460 + random.nextInt(450);
    int wished = from + random.nextInt(60);
    int until = wished + random.nextInt(40);
    var skills = random.nextInt(3) == 0 ? List.of(new CareVisit.Skill("bath", 1 + random.nextInt(3))) : random.nextInt(3) == 0 ? List.of(new CareVisit.Skill("nursing", 1)) : List.<CareVisit.Skill>of();
    var pool = random.nextInt(4) == 0 ? null : random.nextBoolean() ? "both" : "p" + random.nextInt(2);
    Set<String> preferred = random.nextInt(4) == 0 ? Set.of("c" + random.nextInt(number)) : Set.of();
    Set<String> refused = random.nextInt(6) == 0 ? Set.of("c" + random.nextInt(number), "stranger") : Set.of();
    var known = new HashSet<String>();
    for (int k = 0; k < random.nextInt(3); k++) known.add("c" + random.nextInt(number));
    return new CareVisit("v" + v, "e" + random.nextInt(1 + places / 2), 1 + random.nextInt(places - 1), from, until + random.nextInt(60), wished, until, 15 + random.nextInt(60), skills, pool,
        1 + random.nextInt(9), preferred, refused, known, null);
  }

  /** The same visit, pinned. */
  public static CareVisit pinned(CareVisit v, String carer, int start, boolean begun) {
    return new CareVisit(v.id(), v.elder(), v.place(), v.from(), v.to(), v.wishedFrom(), v.wishedTo(), v.minutes(), v.skills(), v.pool(), v.priority(), v.preferred(), v.refused(), v.known(),
        new CareVisit.Pin(carer, start, begun));
  }

}
