package org.zhiyang.routing.care;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.zhiyang.routing.care.CareCarer.Break;
import org.zhiyang.routing.care.CareCarer.Shift;
import org.zhiyang.routing.care.CareVisit.Skill;

/**
 * Makes a city's week of home visits: stations, several of them a pool, villages around each, elders who are visited one to three times a week at the hour they are used
 * to, 8 % of the visits by two carers, carers of each station with shifts of eight hours and a noon break, a fifth of them part-time. The same figures make the same week.
 */
public final class CareGenerator {
  private static final int DAY = 1440;
  /** Stations of a pool. */
  private static final int JOINT = 5;
  /** What leaving a visit out costs is far more than any way; the rest about what a dispatcher would say. */
  public static final CareWeights WEIGHTS = new CareWeights(1_000, 1, 60, 0, 10, 1, 60);

  private record Kind(String skill, int level, int minutes, double share) {}

  private static final List<Kind> KINDS = List.of(new Kind("life", 1, 45, 0.30), new Kind("life", 1, 60, 0.25), new Kind("meal", 1, 30, 0.15), new Kind("bath", 1, 60, 0.12),
      new Kind("nursing", 1, 40, 0.10), new Kind("nursing", 2, 60, 0.05), new Kind("rehab", 2, 50, 0.03));

  private final Random random;
  private final int days;
  private final List<CareCarer> carers = new ArrayList<>();
  private final List<CareVisit> visits = new ArrayList<>();
  private final List<CareLink> links = new ArrayList<>();
  private final double[] x;
  private final double[] y;
  private int places;

  private CareGenerator(int visits, int stations, int days, long seed) {
    random = new Random(seed * 6_007 + visits);
    this.days = days;
    x = new double[stations + visits + 1];
    y = new double[stations + visits + 1];
  }

  /** A week with carers and stations in the proportion of a city: 2,500 carers and 300 stations for 40,000 visits. */
  public static CareProblem week(int visits, long seed) {
    return make(visits, Math.max(6, visits / 16), Math.max(1, visits * 3 / 400), 7, seed);
  }

  public static CareProblem make(int visits, int carers, int stations, int days, long seed) {
    return new CareGenerator(visits, stations, days, seed).make(visits, carers, stations);
  }

  private CareProblem make(int count, int number, int stations) {
    double side = 4.5 * Math.sqrt(stations);
    for (int s = 0; s < stations; s++) point(random.nextDouble() * side, random.nextDouble() * side);
    for (int c = 0; c < number; c++) carers.add(carer(c, c % stations));
    int elder = 0;
    var villages = new double[stations][6][2];
    for (int s = 0; s < stations; s++) {
      for (var village : villages[s]) {
        village[0] = x[s] + random.nextGaussian() * 1.8;
        village[1] = y[s] + random.nextGaussian() * 1.8;
      }
    }
    while (visits.size() < count) {
      int s = elder % stations;
      var village = villages[s][(int) (6 * Math.pow(random.nextDouble(), 1.5))];
      int place = point(village[0] + random.nextGaussian() * 0.35, village[1] + random.nextGaussian() * 0.35);
      elder(elder++, s, place, stations, number, count);
    }
    var travel = StraightLineTravel.ofKilometres(java.util.Arrays.copyOf(x, places), java.util.Arrays.copyOf(y, places), 1.3, List.of(18.0, 5.0, 28.0), 2);
    return new CareProblem(days, visits, links, carers, travel, 3, 0, WEIGHTS, List.of());
  }

  private int point(double east, double north) {
    x[places] = east;
    y[places] = north;
    return places++;
  }

  private CareCarer carer(int c, int station) {
    var skills = new ArrayList<CareCarer.Skill>();
    int never = days * DAY + DAY;
    skills.add(new CareCarer.Skill("life", 1 + random.nextInt(3), never));
    skills.add(new CareCarer.Skill("meal", 1, never));
    if (random.nextInt(100) < 60) skills.add(new CareCarer.Skill("bath", 1 + random.nextInt(2), never));
    if (random.nextInt(100) < 35) skills.add(new CareCarer.Skill("nursing", 1 + random.nextInt(3), random.nextInt(100) < 4 ? DAY * random.nextInt(1, days + 1) : never));
    if (random.nextInt(100) < 15) skills.add(new CareCarer.Skill("rehab", 2 + random.nextInt(2), never));
    boolean part = random.nextInt(5) == 0;
    boolean morning = random.nextBoolean();
    int off = random.nextInt(7);
    var shifts = new ArrayList<Shift>();
    for (int d = 0; d < days; d++) {
      if (d % 7 == off || d % 7 == (off + 1) % 7) continue;
      int zero = d * DAY;
      if (part && morning) shifts.add(new Shift(zero + 7 * 60 + 30, zero + 11 * 60 + 45, station, station, List.of()));
      else if (part) shifts.add(new Shift(zero + 13 * 60, zero + 17 * 60 + 30, station, station, List.of()));
      else shifts.add(new Shift(zero + 8 * 60, zero + 16 * 60 + 45, station, station, List.of(new Break(zero + 11 * 60, zero + 12 * 60 + 30, 45))));
    }
    int mode = random.nextInt(10);
    return new CareCarer("c" + c, Set.of("p" + station / JOINT), skills, shifts, mode < 7 ? 0 : mode < 8 ? 1 : 2, part ? 240 : 480, part ? 1_200 : 2_400, 660, Set.of());
  }

  private void elder(int e, int station, int place, int stations, int number, int count) {
    var kind = kind();
    int times = 1 + random.nextInt(3);
    boolean two = random.nextInt(1_000) < 42;
    int wish = 8 * 60 + 15 + random.nextInt(30) * 15;
    int width = 30 + 15 * random.nextInt(5);
    int reach = 30 + 30 * random.nextInt(4);
    int priority = random.nextInt(10) == 0 ? 9 : 3 + random.nextInt(4);
    var known = usual(kind, station, stations, number);
    var preferred = !known.isEmpty() && random.nextInt(10) == 0 ? Set.of(known.iterator().next()) : Set.<String>of();
    Set<String> refused = random.nextInt(50) == 0 && number > stations ? Set.of("c" + (station + stations * random.nextInt(Math.max(1, number / stations)))) : Set.of();
    if (known.stream().anyMatch(refused::contains)) refused = Set.of();
    int first = random.nextInt(days);
    for (int k = 0; k < times && visits.size() < count; k++) {
      int zero = (first + k * Math.max(1, days / times)) % days * DAY;
      for (int half = 0; half < (two ? 2 : 1) && visits.size() < count; half++) {
        visits.add(new CareVisit("v" + visits.size(), "e" + e, place, zero + Math.max(450, wish - reach), zero + wish + width + reach, zero + wish, zero + wish + width, kind.minutes(),
            half == 0 ? List.of(new Skill(kind.skill(), kind.level())) : List.of(new Skill("life", 1)), "p" + station / JOINT, priority, preferred, refused, known, null));
        if (half == 1) links.add(new CareLink("v" + (visits.size() - 2), "v" + (visits.size() - 1), 0, random.nextInt(4) == 0 ? 15 : 0));
      }
    }
  }

  private Kind kind() {
    double at = random.nextDouble();
    for (var kind : KINDS) {
      at -= kind.share();
      if (at <= 0) return kind;
    }
    return KINDS.getFirst();
  }

  /** One or two of the station's carers who are able; one elder in seven is new. */
  private Set<String> usual(Kind kind, int station, int stations, int number) {
    var known = new HashSet<String>();
    if (random.nextInt(7) == 0) return known;
    int want = 1 + random.nextInt(2);
    for (int tries = 0; tries < 8 && known.size() < want; tries++) {
      int c = station + stations * random.nextInt(Math.max(1, (number + stations - 1 - station) / stations));
      if (c < number && carers.get(c).skills().stream().anyMatch(s -> s.code().equals(kind.skill()) && s.level() >= kind.level())) known.add("c" + c);
    }
    return known;
  }
}
