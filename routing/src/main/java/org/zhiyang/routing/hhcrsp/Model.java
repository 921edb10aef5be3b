package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.zhiyang.routing.RoutingRefusal;

/**
 * An instance in primitive arrays and whole numbers: services are nodes 0 to n-1, the office of carer c is node n+c. Times are thousandths of the file's unit, or
 * finer where the file has more decimals. Refuses what no plan can satisfy.
 */
final class Model {
  static final long NEVER = Long.MAX_VALUE / 4;
  private static final int NEAR = 40;

  final HhcrspInstance instance;
  final double unit;
  final int services;
  final int carers;
  /** Patient of each service; of two services of a patient {@code mate} names the other, else -1. */
  final int[] patient;
  final int[] mate;
  /** Which of the patient's services it is: 0 or 1. */
  final int[] part;
  final long[] duration;
  final long[] earliest;
  final long[] latest;
  /** The mate starts so much after this service at the earliest (negative: so much before at the most). */
  final long[] lead;
  final long[] shiftStart;
  final long[] shiftEnd;
  /** By carer and service. */
  final boolean[][] able;
  /** For each service the carers who may do it. */
  final int[][] ableCarers;
  /** Services that are good directly before a service, best first. */
  final int[][] near;
  private final int places;
  private final long[] travel;
  private final int[] place;

  Model(HhcrspInstance instance) {
    this.instance = instance;
    unit = unit(instance);
    places = instance.patients().size() + 1;
    travel = new long[places * places];
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < places; j++) travel[i * places + j] = scaled(instance.travel(i - 1, j - 1));
    }
    services = instance.patients().stream().mapToInt(p -> p.services().size()).sum();
    carers = instance.carers().size();
    patient = new int[services];
    mate = new int[services];
    part = new int[services];
    duration = new long[services + carers];
    earliest = new long[services];
    latest = new long[services];
    lead = new long[services];
    place = new int[services + carers];
    shiftStart = new long[carers];
    shiftEnd = new long[carers];
    able = new boolean[carers][services];
    for (int c = 0; c < carers; c++) {
      shiftStart[c] = scaled(instance.carers().get(c).from());
      shiftEnd[c] = Double.isInfinite(instance.carers().get(c).to()) ? NEVER : scaled(instance.carers().get(c).to());
    }
    int at = 0;
    for (int p = 0; p < instance.patients().size(); p++) {
      var who = instance.patients().get(p);
      boolean two = who.services().size() == 2;
      for (int s = 0; s < who.services().size(); s++, at++) {
        patient[at] = p;
        part[at] = s;
        place[at] = p + 1;
        mate[at] = two ? at + 1 - 2 * s : -1;
        duration[at] = scaled(who.services().get(s).duration());
        earliest[at] = scaled(who.earliest());
        latest[at] = scaled(who.latest());
        lead[at] = s == 0 ? scaled(who.gap().least()) : -scaled(who.gap().most());
        for (int c = 0; c < carers; c++) able[c][at] = able(c, at);
      }
    }
    refuseTheHopeless();
    near = new int[services][];
    ableCarers = new int[services][];
    for (int i = 0; i < services; i++) {
      int service = i;
      near[i] = near(i);
      ableCarers[i] = IntStream.range(0, carers).filter(c -> able[c][service]).toArray();
    }
  }

  long travel(int from, int to) {
    return travel[place[from] * places + place[to]];
  }

  double minutes(long time) {
    return time / unit;
  }

  private long scaled(double time) {
    return Math.round(time * unit);
  }

  private boolean able(int c, int i) {
    var carer = instance.carers().get(c);
    var who = instance.patients().get(patient[i]);
    if (!carer.abilities().contains(who.services().get(part[i]).id()) || who.refused().contains(carer.id())) return false;
    long begin = Math.max(earliest[i], shiftStart[c] + travel[place[i]]);
    return begin + duration[i] + travel[place[i] * places] <= shiftEnd[c];
  }

  private void refuseTheHopeless() {
    for (int i = 0; i < services; i++) {
      var who = instance.patients().get(patient[i]);
      boolean served = false;
      boolean paired = mate[i] < 0;
      for (int c = 0; c < carers; c++) {
        if (!able[c][i]) continue;
        served = true;
        for (int d = 0; d < carers && !paired; d++) paired = d != c && able[d][mate[i]];
      }
      if (!served) {
        throw new RoutingRefusal("没有护理员能为老人 %s 提供服务 %s（技能、回避或班次不合），请增加护理员或改正技能。".formatted(who.id(), who.services().get(part[i]).id()));
      }
      if (!paired && able(mate[i])) throw new RoutingRefusal("老人 %s 的两项服务需要两名不同的护理员，合格的只有一名，请增加护理员。".formatted(who.id()));
    }
  }

  private boolean able(int i) {
    for (var row : able) {
      if (row[i]) return true;
    }
    return false;
  }

  private int[] near(int i) {
    var others = new ArrayList<Integer>();
    var price = new double[services];
    for (int j = 0; j < services; j++) {
      if (j == i || j == mate[i] || !shared(i, j)) continue;
      long way = duration[j] + travel(j, i);
      long wait = Math.max(0, earliest[i] - latest[j] - way);
      long late = Math.max(0, earliest[j] + way - latest[i]);
      price[j] = travel(j, i) + 0.2 * wait + late;
      others.add(j);
    }
    others.sort(Comparator.comparingDouble((Integer j) -> price[j]));
    return others.stream().limit(NEAR).mapToInt(Integer::intValue).toArray();
  }

  private boolean shared(int i, int j) {
    for (var row : able) {
      if (row[i] && row[j]) return true;
    }
    return false;
  }

  /** A thousand, or the first larger power of ten up to a million in which all figures are whole. */
  private static double unit(HhcrspInstance instance) {
    double unit = 1e3;
    while (unit < 1e6 && !whole(instance, unit)) unit *= 10;
    return unit;
  }

  private static boolean whole(HhcrspInstance instance, double unit) {
    boolean fits = Arrays.stream(instance.travel()).flatMapToDouble(Arrays::stream).allMatch(d -> whole(d * unit));
    for (var p : instance.patients()) {
      fits &= whole(p.earliest() * unit) && whole(p.latest() * unit) && whole(p.gap().least() * unit) && whole(p.gap().most() * unit);
      fits &= p.services().stream().allMatch(s -> whole(s.duration() * unit));
    }
    return fits;
  }

  private static boolean whole(double figure) {
    return Math.abs(figure - Math.rint(figure)) < 1e-4;
  }
}
