package org.zhiyang.routing.care.search;

import static org.zhiyang.routing.care.search.Roster.DAY;

import java.util.Arrays;
import java.util.HashMap;

/** Which routes a visit may go to at all: by pool and day, and by the places where shifts begin. */
final class Grounds {
  private static final int STARTS = 4;
  private static final int[] NONE = {};

  private final Model m;
  /** Routes by pool (the last: all) and day. */
  private final int[][] byPool;
  private final int days;
  private final int[][] byStart;
  private final HashMap<Integer, int[]> startsNear = new HashMap<>();

  Grounds(Model m) {
    this.m = m;
    days = m.problem.days();
    int pools = m.roster.poolCarers.size();
    byPool = new int[(pools + 1) * days][];
    for (int p = 0; p < pools; p++) gather(p, m.roster.poolCarers.get(p).stream().toArray());
    var all = new int[m.roster.carers];
    Arrays.setAll(all, c -> c);
    gather(pools, all);
    var starts = new HashMap<Integer, Integer>();
    for (int r = 0; r < m.roster.routes; r++) starts.computeIfAbsent(m.roster.startPlace[r], s -> starts.size());
    byStart = new int[starts.size() * days][];
    var growing = new Lists(byStart.length);
    for (int r = 0; r < m.roster.routes; r++) {
      if (!m.roster.closed[r]) growing.add(starts.get(m.roster.startPlace[r]) * days + m.roster.day[r], r);
    }
    for (int k = 0; k < byStart.length; k++) byStart[k] = growing.list(k);
    boolean wide = Arrays.stream(byPool).anyMatch(list -> list.length > Insertion.ALL);
    if (wide) nearStarts(starts);
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

    int[] list(int k) {
      return Arrays.copyOf(lists[k], size[k]);
    }
  }

  private void gather(int p, int[] carers) {
    var lists = new Lists(days);
    for (int c : carers) {
      for (int r = m.roster.first[c]; r < m.roster.first[c + 1]; r++) {
        if (m.roster.closed[r]) continue;
        for (int d = m.roster.from[r] / DAY; d <= (m.roster.to[r] - 1) / DAY && d < days; d++) lists.add(d, r);
      }
    }
    for (int d = 0; d < days; d++) byPool[p * days + d] = lists.list(d);
  }

  private void nearStarts(HashMap<Integer, Integer> starts) {
    var places = starts.keySet().stream().mapToInt(Integer::intValue).toArray();
    int mode = m.roster.mode[0];
    for (int v = 0; v < m.n; v++) {
      int place = m.place[v];
      if (startsNear.containsKey(place)) continue;
      var best = new long[STARTS];
      Arrays.fill(best, Long.MAX_VALUE);
      for (int start : places) {
        long price = ((long) m.travel.minutes(mode, start, place) << 32) + starts.get(start);
        if (price >= best[STARTS - 1]) continue;
        int k = STARTS - 1;
        for (; k > 0 && best[k - 1] > price; k--) best[k] = best[k - 1];
        best[k] = price;
      }
      startsNear.put(place, Arrays.stream(best).filter(b -> b < Long.MAX_VALUE).mapToInt(b -> (int) b).toArray());
    }
  }

  /** All routes of the day and pool. */
  int[] routes(int v) {
    int pool = m.pool[v] < 0 ? byPool.length / days - 1 : m.pool[v];
    return byPool[pool * days + Math.clamp(m.from[v] / DAY, 0, days - 1)];
  }

  /** Numbers of the start places nearest to a visit, for {@link #routesFrom}. */
  int[] startsNear(int v) {
    return startsNear.getOrDefault(m.place[v], NONE);
  }

  int[] routesFrom(int start, int v) {
    return byStart[start * days + Math.clamp(m.from[v] / DAY, 0, days - 1)];
  }
}
