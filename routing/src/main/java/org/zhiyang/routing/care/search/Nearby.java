package org.zhiyang.routing.care.search;

import static org.zhiyang.routing.care.search.Roster.DAY;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * For each visit the visits of the same day and part that are near in place and time, best first. Large parts are looked through by landmarks, so that neither time nor
 * memory grows with the square of the visits, even with all of them on one point.
 */
final class Nearby {
  private static final int NEAR = 16;
  private static final int LOOKED_AT = 64;
  private static final double TIME = 0.15;

  final int[][] near;
  private final Model m;
  private final Parts parts;
  private final int mode;
  private int[] landmarks = {};
  private int[] landmarkOf = {};
  private int[][] landmarkOrder = {};
  private final long[] price = new long[8 * LOOKED_AT];
  private int found;

  Nearby(Model m, Parts parts) {
    this.m = m;
    this.parts = parts;
    mode = m.roster.carers == 0 ? 0 : m.roster.mode[0];
    near = new int[m.n][];
    var small = buckets(v -> key(v, 0));
    boolean large = small.values().stream().anyMatch(b -> b.length > LOOKED_AT);
    if (large) chooseLandmarks();
    var fine = large ? buckets(v -> key(v, landmarkOf[v] + 1)) : small;
    for (int v = 0; v < m.n; v++) {
      found = 0;
      var all = small.get(key(v, 0));
      if (all.length <= LOOKED_AT) look(v, all);
      else {
        var order = landmarkOrder[landmarkOf[v]];
        for (int k = 0; k < Math.min(8, order.length) && found < 2 * LOOKED_AT; k++) look(v, fine.getOrDefault(key(v, order[k] + 1), NONE));
      }
      Arrays.sort(price, 0, found);
      near[v] = new int[Math.min(NEAR, found)];
      for (int k = 0; k < near[v].length; k++) near[v][k] = (int) price[k];
    }
  }

  private static final int[] NONE = {};

  private int day(int v) {
    return m.from[v] / DAY;
  }

  private long key(int v, int landmark) {
    return ((long) parts.ofVisit[v] << 32) + (long) landmark * 32 + day(v);
  }

  /** Visits by key, in each bucket by the middle of their windows. */
  private Map<Long, int[]> buckets(java.util.function.IntToLongFunction key) {
    var size = new HashMap<Long, Integer>();
    for (int v = 0; v < m.n; v++) size.merge(key.applyAsLong(v), 1, Integer::sum);
    var rows = new long[m.n];
    for (int v = 0; v < m.n; v++) rows[v] = ((long) middle(v) << 32) + v;
    Arrays.sort(rows);
    var buckets = new HashMap<Long, int[]>();
    var filled = new HashMap<Long, Integer>();
    for (long row : rows) {
      long k = key.applyAsLong((int) row);
      int at = filled.merge(k, 1, Integer::sum) - 1;
      buckets.computeIfAbsent(k, x -> new int[size.get(x)])[at] = (int) row;
    }
    return buckets;
  }

  private int middle(int v) {
    return (m.wishFrom[v] + m.wishTo[v]) / 2;
  }

  /** Of a large bucket only those about the same time. */
  private void look(int v, int[] bucket) {
    int from = 0;
    int to = bucket.length;
    if (to > LOOKED_AT) {
      int low = 0;
      int high = to;
      while (low < high) {
        int half = (low + high) >>> 1;
        if (middle(bucket[half]) < middle(v)) low = half + 1;
        else high = half;
      }
      // So that of many at the same moment each has others around it.
      int shift = to > 4 * LOOKED_AT ? (int) ((v * 0x9E3779B9L >>> 8) % LOOKED_AT) - LOOKED_AT / 2 : 0;
      from = Math.clamp(low - LOOKED_AT / 2 + shift, 0, to - LOOKED_AT);
      to = from + LOOKED_AT;
    }
    for (int k = from; k < to && found < price.length; k++) {
      int u = bucket[k];
      if (u == v || u == m.mate[v]) continue;
      double cost = m.travel.minutes(mode, m.place[v], m.place[u]) + TIME * Math.abs(middle(v) - middle(u));
      price[found++] = ((long) (cost * 8) << 32) + u;
    }
  }

  private void chooseLandmarks() {
    var index = new HashMap<Integer, Integer>();
    var number = new int[m.n];
    for (int v = 0; v < m.n; v++) number[v] = index.computeIfAbsent(m.place[v], p -> index.size());
    var places = new int[index.size()];
    index.forEach((place, i) -> places[i] = place);
    int count = Math.clamp((int) Math.sqrt(places.length), 1, 400);
    var chance = new Chance(17);
    landmarks = new int[count];
    for (int k = 0; k < count; k++) landmarks[k] = places[chance.below(places.length)];
    var nearest = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      int least = Integer.MAX_VALUE;
      for (int k = 0; k < count; k++) {
        int way = m.travel.minutes(mode, places[i], landmarks[k]);
        if (way < least) {
          least = way;
          nearest[i] = k;
        }
      }
    }
    landmarkOf = new int[m.n];
    for (int v = 0; v < m.n; v++) landmarkOf[v] = nearest[number[v]];
    landmarkOrder = new int[count][];
    for (int k = 0; k < count; k++) {
      var rows = new long[count];
      for (int j = 0; j < count; j++) rows[j] = ((long) (j == k ? -1 : m.travel.minutes(mode, landmarks[k], landmarks[j])) << 32) + j;
      Arrays.sort(rows);
      landmarkOrder[k] = Arrays.stream(rows).limit(8).mapToInt(row -> (int) row).toArray();
    }
  }
}
