package org.zhiyang.routing.care.search;

import java.util.ArrayList;
import java.util.List;

/** Divides the work so that threads do not meet: by parts, or where one part is most of it by sectors of the map, drawn anew each time. */
final class Groups {
  /** @param shut routes of others; empty when nobody else's are within reach */
  record Group(int[] visits, int[] routes, boolean[] shut) {}

  private final Model m;
  private final Board board;
  private final Parts parts;
  private final int threads;

  Groups(Board board, Parts parts, int threads) {
    this.board = board;
    m = board.model;
    this.parts = parts;
    this.threads = threads;
  }

  /** For each thread its groups, the largest first. */
  List<List<Group>> make(Chance chance) {
    var groups = byPart();
    int largest = groups.stream().mapToInt(g -> g.visits().length).max().orElse(0);
    if (threads > 1 && largest > 200 && largest * (long) threads > 1.3 * m.n) groups = bySector(chance);
    groups.sort((a, b) -> b.visits().length - a.visits().length);
    var lists = new ArrayList<List<Group>>();
    var load = new long[threads];
    for (int t = 0; t < threads; t++) lists.add(new ArrayList<>());
    for (var group : groups) {
      int least = 0;
      for (int t = 1; t < threads; t++) least = load[t] < load[least] ? t : least;
      lists.get(least).add(group);
      load[least] += group.visits().length;
    }
    return lists;
  }

  private List<Group> byPart() {
    var routes = new ArrayList<List<Integer>>();
    for (int p = 0; p < parts.count; p++) routes.add(new ArrayList<>());
    for (int r = 0; r < m.roster.routes; r++) {
      int p = parts.ofCarer[m.roster.carer[r]];
      if (p >= 0) routes.get(p).add(r);
    }
    var visits = parts.visits();
    var groups = new ArrayList<Group>();
    for (int p = 0; p < parts.count; p++) groups.add(new Group(visits[p], numbers(routes.get(p)), new boolean[0]));
    return groups;
  }

  private List<Group> bySector(Chance chance) {
    var pivots = new int[threads * 2];
    for (int k = 0; k < pivots.length; k++) pivots[k] = m.place[chance.below(m.n)];
    var of = new int[m.roster.carers];
    for (int c = 0; c < of.length; c++) of[c] = nearest(pivots, position(c, chance));
    // Sectors of about the same work for each thread: the nearest pivots are joined until all are dealt out.
    var work = new long[pivots.length];
    for (int c = 0; c < of.length; c++) work[of[c]] += 1;
    var thread = new int[pivots.length];
    var load = new long[threads];
    for (int k = 0; k < pivots.length; k++) {
      int least = 0;
      for (int t = 1; t < threads; t++) least = load[t] < load[least] ? t : least;
      thread[k] = least;
      load[least] += work[k];
    }
    var groups = new ArrayList<Group>();
    for (int t = 0; t < threads; t++) {
      var shut = new boolean[m.roster.routes];
      var routes = new ArrayList<Integer>();
      var visits = new ArrayList<Integer>();
      for (int r = 0; r < shut.length; r++) {
        shut[r] = thread[of[m.roster.carer[r]]] != t;
        if (!shut[r]) routes.add(r);
      }
      for (int v = 0; v < m.n; v++) {
        int r = board.route[v];
        // Halves of a pair that stands nowhere go together.
        int u = m.paired(v) ? Math.min(v, m.mate[v]) : v;
        if (r >= 0 ? !shut[r] : thread[nearest(pivots, m.place[u])] == t) visits.add(v);
      }
      if (!visits.isEmpty()) groups.add(new Group(numbers(visits), numbers(routes), shut));
    }
    return groups;
  }

  private int position(int c, Chance chance) {
    int first = m.roster.first[c];
    int count = m.roster.first[c + 1] - first;
    if (count == 0) return m.place[0];
    int r = first + chance.below(count);
    return board.length[r] == 0 ? m.roster.startPlace[r] : m.place[board.line[r][board.length[r] / 2]];
  }

  private int nearest(int[] pivots, int place) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int k = 0; k < pivots.length; k++) {
      int way = m.travel.minutes(m.roster.mode[0], place, pivots[k]);
      if (way < least) {
        least = way;
        best = k;
      }
    }
    return best;
  }

  private static int[] numbers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  static long size(List<Group> groups) {
    return groups.stream().mapToLong(g -> g.visits().length).sum();
  }

}
