package org.zhiyang.routing.care.search;

import static org.zhiyang.routing.care.search.Roster.DAY;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Which routes a visit may go to at all: by pool and day, and by the places where the pool's shifts begin. */
final class Grounds {
  private static final int STARTS = 4;
  private static final int[] NONE = {};

  private final Model m;
  private final int days;
  /** By pool; the last: all carers. */
  private final Ground[] grounds;
  /** Of pools with many routes a day: numbers of the starts nearest to a place, by pool and place. */
  private final Map<Long, int[]> startsNear = new HashMap<>();

  Grounds(Model m) {
    this.m = m;
    days = m.problem.days();
    int pools = m.roster.poolCarers.size();
    grounds = new Ground[pools + 1];
    for (int p = 0; p < pools; p++) grounds[p] = new Ground(m.roster.poolCarers.get(p).stream().toArray());
    grounds[pools] = new Ground(IntStream.range(0, m.roster.carers).toArray());
    for (int v = 0; v < m.n; v++) {
      if (routes(v).length > Insertion.ALL && !startsNear.containsKey(key(v))) startsNear.put(key(v), ground(v).startsNear(m.place[v]));
    }
  }

  private final class Ground {
    final int[][] byDay;
    final int[] starts;
    /** By start and day. */
    final int[][] byStart;

    Ground(int[] carers) {
      var routes = Arrays.stream(carers).flatMap(c -> IntStream.range(m.roster.first[c], m.roster.first[c + 1])).filter(r -> !m.roster.closed[r]).toArray();
      var daily = new Lists(days);
      for (int r : routes) for (int d = m.roster.from[r] / DAY; d <= (m.roster.to[r] - 1) / DAY && d < days; d++) daily.add(d, r);
      byDay = daily.all();
      starts = Arrays.stream(routes).map(r -> m.roster.startPlace[r]).sorted().distinct().toArray();
      var fromStart = new Lists(starts.length * days);
      for (int r : routes) fromStart.add(Arrays.binarySearch(starts, m.roster.startPlace[r]) * days + m.roster.day[r], r);
      byStart = fromStart.all();
    }

    int[] startsNear(int place) {
      if (starts.length <= STARTS) return IntStream.range(0, starts.length).toArray();
      int mode = m.roster.mode[0];
      var best = new long[STARTS];
      Arrays.fill(best, Long.MAX_VALUE);
      for (int s = 0; s < starts.length; s++) {
        long price = ((long) m.travel.minutes(mode, starts[s], place) << 32) + s;
        if (price >= best[STARTS - 1]) continue;
        int k = STARTS - 1;
        for (; k > 0 && best[k - 1] > price; k--) best[k] = best[k - 1];
        best[k] = price;
      }
      return Arrays.stream(best).mapToInt(b -> (int) b).toArray();
    }
  }

  private static final class Lists {
    private final int[][] lists;
    private final int[] size;

    Lists(int count) {
      lists = new int[count][];
      Arrays.fill(lists, NONE);
      size = new int[count];
    }

    void add(int list, int value) {
      if (size[list] == lists[list].length) lists[list] = Arrays.copyOf(lists[list], Math.max(4, 2 * size[list]));
      lists[list][size[list]++] = value;
    }

    int[][] all() {
      return IntStream.range(0, lists.length).mapToObj(k -> Arrays.copyOf(lists[k], size[k])).toArray(int[][]::new);
    }
  }

  private Ground ground(int v) {
    return grounds[m.pool[v] < 0 ? grounds.length - 1 : m.pool[v]];
  }

  private int day(int v) {
    return Math.clamp(m.from[v] / DAY, 0, days - 1);
  }

  private long key(int v) {
    return ((long) m.pool[v] << 32) + m.place[v];
  }

  /** All routes of the day and pool. */
  int[] routes(int v) {
    return ground(v).byDay[day(v)];
  }

  /** Numbers of the start places nearest to a visit, for {@link #routesFrom}; none where its pool has few routes. */
  int[] startsNear(int v) {
    return startsNear.getOrDefault(key(v), NONE);
  }

  int[] routesFrom(int start, int v) {
    return ground(v).byStart[start * days + day(v)];
  }
}
