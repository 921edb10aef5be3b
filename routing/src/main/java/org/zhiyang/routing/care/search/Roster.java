package org.zhiyang.routing.care.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareProblem;

/** The carers and their shifts in flat arrays. The shifts of a carer (routes) stand together, by time; {@code first[c]} to {@code first[c+1]-1}. */
final class Roster {
  static final int DAY = 1440;

  final int carers;
  final Map<String, Integer> index = new HashMap<>();
  final int[] mode;
  final int[] mostDay;
  final int[] mostWeek;
  final int[] rest;
  final long[] shiftMinutes;
  final long allShiftMinutes;
  /** Some skill of the carer ends within the horizon. */
  final boolean[] expiring;
  final Map<String, Integer> poolIndex = new HashMap<>();
  final List<BitSet> poolCarers = new ArrayList<>();

  final int routes;
  final int[] first;
  final int[] carer;
  final int[] day;
  final int[] from;
  final int[] to;
  final int[] startPlace;
  /** -1: the shift ends where the last visit was. */
  final int[] endPlace;
  /** Three figures for each break: earliest and latest beginning, minutes. */
  final int[][] breaks;
  /** Two figures for each gap: from, to. */
  final int[][] gaps;
  /** Made for a visit that began on a day without a shift; nothing else goes there. */
  final boolean[] closed;
  /** A shift of the day before or after is so near that rest is a matter. */
  final boolean[] restMatters;

  private record Row(int carer, int from, int to, int startPlace, int endPlace, List<CareCarer.Break> breaks, List<CareCarer.Gap> gaps, boolean closed) {}

  /** @param extra for visits begun without a shift: carer, start, end, place */
  Roster(CareProblem problem, List<int[]> extra) {
    carers = problem.carers().size();
    mode = new int[carers];
    mostDay = new int[carers];
    mostWeek = new int[carers];
    rest = new int[carers];
    shiftMinutes = new long[carers];
    expiring = new boolean[carers];
    var rows = new ArrayList<Row>();
    for (int c = 0; c < carers; c++) {
      var who = problem.carers().get(c);
      index.put(who.id(), c);
      mode[c] = who.mode();
      mostDay[c] = who.mostMinutesADay();
      mostWeek[c] = who.mostMinutesAWeek();
      rest[c] = who.leastRest();
      expiring[c] = who.skills().stream().anyMatch(s -> s.until() < problem.days() * DAY + DAY);
      for (var pool : who.pools()) pool(pool).set(c);
      for (var shift : who.shifts()) {
        shiftMinutes[c] += shift.to() - shift.from() - shift.gaps().stream().mapToInt(gap -> gap.to() - gap.from()).sum();
        rows.add(new Row(c, shift.from(), shift.to(), shift.startPlace(), shift.endPlace() == null ? -1 : shift.endPlace(), shift.breaks(), shift.gaps(), false));
      }
    }
    for (var visit : problem.visits()) {
      if (visit.pool() != null) pool(visit.pool());
    }
    allShiftMinutes = Arrays.stream(shiftMinutes).sum();
    for (var one : extra) rows.add(new Row(one[0], one[1], one[2], one[3], -1, List.of(), List.of(), true));
    rows.sort(Comparator.comparingInt(Row::carer).thenComparingInt(Row::from));
    routes = rows.size();
    first = new int[carers + 1];
    carer = rows.stream().mapToInt(Row::carer).toArray();
    from = rows.stream().mapToInt(Row::from).toArray();
    to = rows.stream().mapToInt(Row::to).toArray();
    startPlace = rows.stream().mapToInt(Row::startPlace).toArray();
    endPlace = rows.stream().mapToInt(Row::endPlace).toArray();
    day = rows.stream().mapToInt(r -> r.from() / DAY).toArray();
    breaks = rows.stream().map(r -> r.breaks().stream().flatMapToInt(b -> IntStream.of(b.from(), b.to(), b.minutes())).toArray()).toArray(int[][]::new);
    gaps = rows.stream().map(r -> r.gaps().stream().flatMapToInt(g -> IntStream.of(g.from(), g.to())).toArray()).toArray(int[][]::new);
    closed = new boolean[routes];
    restMatters = new boolean[routes];
    for (int r = 0; r < routes; r++) {
      closed[r] = rows.get(r).closed();
      first[carer[r] + 1] = r + 1;
    }
    for (int c = 1; c <= carers; c++) first[c] = Math.max(first[c], first[c - 1]);
    for (int r = 0; r + 1 < routes; r++) {
      if (carer[r] != carer[r + 1] || day[r] == day[r + 1]) continue;
      // A visit of what has begun may lie outside of its shift, so half a day is added.
      if (from[r + 1] - to[r] < rest[carer[r]] + DAY / 2) mark(r);
    }
  }

  /** The first start from {@code start} on at which so many minutes lie in no gap of the route. */
  int onDuty(int r, int start, int minutes) {
    var off = gaps[r];
    for (int k = 0; k < off.length; k += 2) if (start < off[k + 1] && start + minutes > off[k]) start = off[k + 1];
    return start;
  }

  /** The last start up to {@code start} at which so many minutes lie in no gap of the route. */
  int onDutyBefore(int r, int start, int minutes) {
    var off = gaps[r];
    for (int k = off.length - 2; k >= 0; k -= 2) if (start < off[k + 1] && start + minutes > off[k]) start = off[k] - minutes;
    return start;
  }

  private void mark(int r) {
    for (int k = first[carer[r]]; k < first[carer[r] + 1]; k++) {
      if (day[k] == day[r] || day[k] == day[r + 1]) restMatters[k] = rest[carer[r]] > 0;
    }
  }

  private BitSet pool(String name) {
    int p = poolIndex.computeIfAbsent(name, n -> {
      poolCarers.add(new BitSet());
      return poolCarers.size() - 1;
    });
    return poolCarers.get(p);
  }
}
