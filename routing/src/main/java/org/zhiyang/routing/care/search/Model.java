package org.zhiyang.routing.care.search;

import static org.zhiyang.routing.care.search.Roster.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.CareWeights;
import org.zhiyang.routing.care.TravelTimes;

/** A problem in flat arrays; visits are 0 to {@code n-1}. Nothing changes after it is made. */
final class Model {
  static final int GONE = -2;
  private static final long MOST_CELLS = 60_000_000;

  final CareProblem problem;
  final CareWeights w;
  final TravelTimes travel;
  final Roster roster;
  final int handover;
  final int now;
  final int tolerance;
  final int n;
  final Map<String, Integer> index;
  final int[] place;
  final int[] from;
  final int[] to;
  final int[] wishFrom;
  final int[] wishTo;
  /** The start to wait for when the carer is there earlier: the wish, or what people were told. */
  final int[] aim;
  final int[] minutes;
  final int[] priority;
  /** What it costs to leave the visit out. */
  final double[] left;
  final int[] elder;
  final int[] pool;
  final int[] need;
  final int[] mate;
  /** The mate begins so much later at least and at most. */
  final int[] least;
  final int[] most;
  /** The only carer who may come, by a pin; else -1. */
  final int[] only;
  /** Stands where it is pinned, once and for all. */
  final boolean[] frozen;
  final boolean[] begun;
  /** The standing plan: carer (-1: none), start, and the visit before (-1: none, GONE: one that is no more). */
  final int[] told;
  final int[] toldStart;
  final int[] toldBefore;
  final boolean hasTold;
  /** Has carers it prefers, present or not. */
  final boolean[] choosy;
  final int[][] preferred;
  final int[][] refused;
  final int[][] known;
  final int[][] elderVisits;
  private final int[][] until;
  private final List<List<CareVisit.Skill>> needs = new ArrayList<>();

  /**
   * @param weights what the search goes by: those of the problem, or others
   * @param kept stops whose visits aim at their start, whatever the wish
   */
  Model(CareProblem problem, int tolerance, CareWeights weights, List<CarePlan.Stop> kept) {
    this.problem = problem;
    this.tolerance = tolerance;
    w = weights;
    travel = problem.travel();
    handover = problem.handover();
    now = problem.notBefore();
    n = problem.visits().size();
    index = HashMap.newHashMap(n);
    place = new int[n];
    from = new int[n];
    to = new int[n];
    wishFrom = new int[n];
    wishTo = new int[n];
    minutes = new int[n];
    priority = new int[n];
    left = new double[n];
    elder = new int[n];
    pool = new int[n];
    need = new int[n];
    mate = filled(-1);
    least = new int[n];
    most = new int[n];
    only = filled(-1);
    frozen = new boolean[n];
    begun = new boolean[n];
    told = filled(-1);
    toldStart = new int[n];
    toldBefore = filled(GONE);
    choosy = new boolean[n];
    preferred = new int[n][];
    refused = new int[n][];
    roster = new Roster(problem, withoutShift());
    var elders = new HashMap<String, Integer>();
    var kinds = new HashMap<List<CareVisit.Skill>, Integer>();
    for (int v = 0; v < n; v++) read(v, problem.visits().get(v), elders, kinds);
    elderVisits = new int[elders.size()][];
    known = new int[elders.size()][];
    gatherElders();
    refusedByCarers(elders);
    links();
    hasTold = standing();
    aim = wishFrom.clone();
    for (int v = 0; v < n; v++) {
      if (told[v] >= 0 && toldStart[v] >= wishFrom[v] && toldStart[v] <= wishTo[v]) aim[v] = toldStart[v];
    }
    for (var stop : kept) {
      var v = index.get(stop.visit());
      if (v != null) aim[v] = stop.start();
    }
    for (int v = 0; v < n; v++) {
      if (from[v] <= to[v]) aim[v] = Math.clamp(aim[v], from[v], to[v]);
    }
    until = new int[needs.size()][];
    if ((long) needs.size() * roster.carers <= MOST_CELLS) {
      for (int k = 0; k < until.length; k++) {
        var row = new int[roster.carers];
        for (int c = 0; c < row.length; c++) row[c] = lasts(needs.get(k), problem.carers().get(c));
        until[k] = row;
      }
    }
  }

  private int[] filled(int figure) {
    var array = new int[n];
    Arrays.fill(array, figure);
    return array;
  }

  /** Visits begun on a day on which their carer has no shift. */
  private List<int[]> withoutShift() {
    var extra = new ArrayList<int[]>();
    Map<String, Integer> carers = new HashMap<>();
    for (var visit : problem.visits()) {
      if (visit.pin() == null || !visit.pin().begun()) continue;
      if (carers.isEmpty()) problem.carers().forEach(c -> carers.put(c.id(), carers.size()));
      int start = visit.pin().start();
      int c = carers.get(visit.pin().carer());
      boolean shift = problem.carers().get(c).shifts().stream().anyMatch(s -> s.from() / DAY == start / DAY || s.from() <= start && start < s.to());
      if (!shift) extra.add(new int[] {c, start, start + visit.minutes(), visit.place()});
    }
    return extra;
  }

  private void read(int v, CareVisit visit, Map<String, Integer> elders, Map<List<CareVisit.Skill>, Integer> kinds) {
    index.put(visit.id(), v);
    place[v] = visit.place();
    from[v] = visit.from();
    to[v] = visit.to();
    wishFrom[v] = visit.wishedFrom();
    wishTo[v] = visit.wishedTo();
    minutes[v] = visit.minutes();
    priority[v] = visit.priority();
    left[v] = (double) w.unserved() * visit.priority();
    elder[v] = elders.computeIfAbsent(visit.elder(), e -> elders.size());
    pool[v] = visit.pool() == null ? -1 : roster.poolIndex.get(visit.pool());
    need[v] = kinds.computeIfAbsent(visit.skills(), s -> {
      needs.add(s);
      return kinds.size();
    });
    choosy[v] = !visit.preferred().isEmpty();
    preferred[v] = numbers(visit.preferred());
    refused[v] = numbers(visit.refused());
    var pin = visit.pin();
    if (pin == null) return;
    only[v] = roster.index.get(pin.carer());
    begun[v] = pin.begun();
    frozen[v] = true;
    from[v] = to[v] = pin.start();
  }

  private int[] numbers(Collection<String> ids) {
    if (ids.isEmpty()) return NONE;
    return ids.stream().map(roster.index::get).filter(java.util.Objects::nonNull).mapToInt(Integer::intValue).sorted().toArray();
  }

  private static final int[] NONE = {};

  private void gatherElders() {
    var count = new int[elderVisits.length];
    for (int v = 0; v < n; v++) count[elder[v]]++;
    for (int e = 0; e < count.length; e++) elderVisits[e] = new int[count[e]];
    var names = new ArrayList<Set<String>>();
    for (int e = 0; e < count.length; e++) names.add(Set.of());
    for (int v = 0; v < n; v++) {
      int e = elder[v];
      elderVisits[e][--count[e]] = v;
      var more = problem.visits().get(v).known();
      if (names.get(e).isEmpty()) names.set(e, more);
      else if (!more.equals(names.get(e))) {
        var all = new HashSet<>(names.get(e));
        all.addAll(more);
        names.set(e, all);
      }
    }
    for (int e = 0; e < count.length; e++) known[e] = numbers(names.get(e));
  }

  private void refusedByCarers(Map<String, Integer> elders) {
    for (int c = 0; c < roster.carers; c++) {
      for (var id : problem.carers().get(c).refused()) {
        var e = elders.get(id);
        if (e == null) continue;
        for (int v : elderVisits[e]) {
          var more = Arrays.copyOf(refused[v], refused[v].length + 1);
          more[more.length - 1] = c;
          Arrays.sort(more);
          refused[v] = more;
        }
      }
    }
  }

  private void links() {
    for (var link : problem.links()) {
      int a = index.get(link.first());
      int b = index.get(link.second());
      mate[a] = b;
      least[a] = link.least();
      most[a] = link.most();
      mate[b] = a;
      least[b] = -link.most();
      most[b] = -link.least();
      // A promise of two that only one of them can keep may lapse; what has begun may not.
      if (only[a] >= 0 && only[b] < 0 && !begun[a]) frozen[a] = false;
      if (only[b] >= 0 && only[a] < 0 && !begun[b]) frozen[b] = false;
      if (frozen[a] != frozen[b]) narrow(frozen[a] ? a : b);
    }
  }

  /** The other half of what stands firm has only the moments that go with it. */
  private void narrow(int v) {
    int other = mate[v];
    from[other] = Math.max(from[other], from[v] + least[v]);
    to[other] = Math.min(to[other], from[v] + most[v]);
  }

  private boolean standing() {
    boolean any = false;
    var byCarer = new HashMap<Integer, List<CarePlan.Stop>>();
    for (var stop : problem.standing()) {
      var c = roster.index.get(stop.carer());
      var v = index.get(stop.visit());
      if (c != null) byCarer.computeIfAbsent(c, k -> new ArrayList<>()).add(stop);
      if (v == null) continue;
      any = true;
      // A carer who is gone is another carer.
      told[v] = c == null ? roster.carers : c;
      toldStart[v] = stop.start();
    }
    if (now == 0) return any;
    byCarer.forEach((c, stops) -> {
      stops.sort(java.util.Comparator.comparingInt(CarePlan.Stop::start));
      for (int k = 0; k < stops.size(); k++) {
        var v = index.get(stops.get(k).visit());
        if (v == null) continue;
        int shift = shiftHolding(c, toldStart[v], toldStart[v] + minutes[v]);
        boolean ahead = k > 0 && shift >= 0 && stops.get(k - 1).start() >= roster.from[shift] && stops.get(k - 1).start() < toldStart[v];
        toldBefore[v] = shift < 0 ? GONE : ahead ? index.getOrDefault(stops.get(k - 1).visit(), GONE) : -1;
      }
    });
    return any;
  }

  /** The route of a carer that holds the time, or -1. */
  int shiftHolding(int c, int start, int end) {
    for (int r = roster.first[c]; r < roster.first[c + 1]; r++) {
      if (!roster.closed[r] && roster.from[r] <= start && end <= roster.to[r]) return r;
    }
    return -1;
  }

  /** The route of what has begun: the one around it, or the nearest of the day. */
  int shiftOfBegun(int v) {
    int c = only[v];
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int r = roster.first[c]; r < roster.first[c + 1]; r++) {
      if (roster.closed[r]) continue;
      if (roster.from[r] <= from[v] && from[v] < roster.to[r]) return r;
      int away = from[v] < roster.from[r] ? roster.from[r] - from[v] : from[v] - roster.to[r];
      if (roster.day[r] == from[v] / DAY && away < least) {
        best = r;
        least = away;
      }
    }
    return best;
  }

  /** The last minute at which a carer may end a visit, by skill, level and certificate; negative: lacks a skill or level. */
  int until(int v, int c) {
    var row = until[need[v]];
    return row == null ? lasts(needs.get(need[v]), problem.carers().get(c)) : row[c];
  }

  /** Does not have one of the needed skills at any level. */
  boolean lacksSkill(int v, int c) {
    return needs.get(need[v]).stream().anyMatch(needed -> problem.carers().get(c).skills().stream().noneMatch(held -> held.code().equals(needed.code())));
  }

  private static int lasts(List<CareVisit.Skill> needs, CareCarer carer) {
    int until = Integer.MAX_VALUE;
    for (var needed : needs) {
      int best = -1;
      for (var held : carer.skills()) {
        if (held.code().equals(needed.code()) && held.level() >= needed.level()) best = Math.max(best, Math.max(0, held.until()));
      }
      until = Math.min(until, best);
    }
    return until;
  }

  /** Whether a carer may come at all: pool, skills, pins and dislikes. */
  boolean may(int v, int c) {
    if (only[v] >= 0 && only[v] != c) return false;
    if (pool[v] >= 0 && !roster.poolCarers.get(pool[v]).get(c)) return false;
    return until(v, c) >= from[v] + minutes[v] && !refuses(v, c);
  }

  /** Half of a pair that is placed and taken away together. */
  boolean paired(int v) {
    return mate[v] >= 0 && !frozen[v] && !frozen[mate[v]];
  }

  boolean refuses(int v, int c) {
    return holds(refused[v], c);
  }

  boolean knows(int v, int c) {
    return holds(known[elder[v]], c);
  }

  /** These lists are sorted, and hardly ever longer than three. */
  private static boolean holds(int[] sorted, int c) {
    for (int each : sorted) if (each >= c) return each == c;
    return false;
  }

  boolean prefers(int v, int c) {
    return !choosy[v] || holds(preferred[v], c);
  }

  int way(int c, int a, int b) {
    return travel.minutes(roster.mode[c], a, b);
  }
}
