package org.zhiyang.routing.care.city;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.zhiyang.routing.care.StraightLineTravel;
import org.zhiyang.routing.care.TravelTimes;

/**
 * Where stations and homes lie: somewhat more than half of the stations stand close together in a few towns, large and small, the others in the country, each with
 * four villages around it. Stations near each other belong to one provider. Metres from the south-west corner; places are numbered as they are added.
 */
final class CityMap {
  static final double SQUARE_KILOMETRES_PER_STATION = 5_800 / 300.0;
  private static final int VILLAGES = 4;

  final int stations;
  final int providers;
  final boolean[] town;
  /** The share of all elders that lives around each station, added up; the last is 1. */
  final double[] upTo;
  final int[] provider;
  private final Random random;
  private final int side;
  private final int[] villageX;
  private final int[] villageY;
  private int[] x;
  private int[] y;
  private int places;

  CityMap(int stations, Random random) {
    this.stations = stations;
    this.random = random;
    providers = Math.max(1, (int) Math.round(stations / 5.0));
    side = (int) (1_000 * Math.sqrt(stations * SQUARE_KILOMETRES_PER_STATION));
    town = new boolean[stations];
    upTo = new double[stations];
    provider = new int[stations];
    villageX = new int[stations * VILLAGES];
    villageY = new int[stations * VILLAGES];
    x = new int[stations * 80 + 16];
    y = new int[x.length];
    settle();
    villages();
    populate();
    share();
  }

  private void settle() {
    int towns = Math.max(1, stations / 12);
    int urban = (int) Math.round(stations * 0.55);
    double all = 0;
    for (int t = 1; t <= towns; t++) all += 1.0 / t;
    double cut = 0;
    for (int t = 1; t <= towns; t++) {
      int first = (int) Math.round(urban * cut / all);
      cut += 1.0 / t;
      int last = (int) Math.round(urban * cut / all);
      int centreX = random.nextInt(side);
      int centreY = random.nextInt(side);
      double spread = 700 * Math.sqrt(Math.max(1, last - first));
      for (int s = first; s < last; s++) {
        town[s] = true;
        add(centreX + random.nextGaussian() * spread, centreY + random.nextGaussian() * spread);
      }
    }
    while (places < stations) add(random.nextInt(side), random.nextInt(side));
  }

  private void villages() {
    for (int v = 0; v < villageX.length; v++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double away = 300 + random.nextDouble() * 2_200;
      villageX[v] = (int) (x[v / VILLAGES] + away * Math.cos(angle));
      villageY[v] = (int) (y[v / VILLAGES] + away * Math.sin(angle));
    }
  }

  private void populate() {
    double sum = 0;
    for (int s = 0; s < stations; s++) {
      sum += (town[s] ? 1.3 : 0.7) * (0.7 + 0.6 * random.nextDouble());
      upTo[s] = sum;
    }
    for (int s = 0; s < stations; s++) upTo[s] /= sum;
  }

  /** Providers begin at stations far from each other and take the nearest ones, up to half more than their share. */
  private void share() {
    var seats = new int[providers];
    var away = new double[stations];
    Arrays.fill(away, Double.MAX_VALUE);
    seats[0] = random.nextInt(stations);
    for (int p = 1; p < providers; p++) {
      int before = seats[p - 1];
      for (int s = 0; s < stations; s++) away[s] = Math.min(away[s], distance(s, before));
      seats[p] = IntStream.range(0, stations).boxed().max(Comparator.comparingDouble(s -> away[s])).orElseThrow();
    }
    var taken = new int[providers];
    int most = (int) Math.ceil(1.5 * stations / providers);
    for (int s = 0; s < stations; s++) {
      int station = s;
      int nearest = IntStream.range(0, providers).filter(p -> taken[p] < most).boxed().min(Comparator.comparingDouble(p -> distance(station, seats[p]))).orElseThrow();
      provider[s] = nearest;
      taken[nearest]++;
    }
  }

  double distance(int one, int other) {
    return Math.hypot(x[one] - x[other], y[one] - y[other]);
  }

  /** The station around which the share {@code part} of the population lies, 0 to 1. */
  int stationAt(double part) {
    int s = Arrays.binarySearch(upTo, part);
    return Math.min(stations - 1, s < 0 ? -s - 1 : s);
  }

  /** A new home near a station. */
  int home(int station) {
    if (town[station]) return add(x[station] + random.nextGaussian() * 500, y[station] + random.nextGaussian() * 500);
    int village = station * VILLAGES + random.nextInt(VILLAGES);
    return add(villageX[village] + random.nextGaussian() * 200, villageY[village] + random.nextGaussian() * 200);
  }

  private int add(double atX, double atY) {
    if (places == x.length) {
      x = Arrays.copyOf(x, 2 * places);
      y = Arrays.copyOf(y, 2 * places);
    }
    x[places] = Math.clamp((long) atX, 0, side);
    y[places] = Math.clamp((long) atY, 0, side);
    return places++;
  }

  /** Walking, e-bike and car; two minutes at least from door to door. */
  TravelTimes travel() {
    return StraightLineTravel.ofKilometres(kilometres(x), kilometres(y), 1.35, List.of(4.0, 18.0, 30.0), 2);
  }

  private double[] kilometres(int[] metres) {
    return Arrays.stream(metres).limit(places).mapToDouble(m -> m / 1_000.0).toArray();
  }
}
