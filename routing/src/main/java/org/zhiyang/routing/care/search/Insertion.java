package org.zhiyang.routing.care.search;

/** Finds the cheapest place for a visit: on all routes of its day and pool when they are few, else on near, known and preferred ones. One thread. */
final class Insertion {
  static final int ALL = 40;
  private static final int FROM_A_START = 10;
  private static final int[] NONE = {};

  private final Desk desk;
  private final Board board;
  private final Model m;
  private final Roster roster;
  private final Grounds grounds;
  private final int[][] near;
  private final Chance chance;
  private final int[] seen;
  private int look;

  int route;
  int at;
  double price;
  /** Blinks a hundred places: passes over so many by chance. */
  int blinks;
  /** Passed over when not null: this route's visits may not change. */
  private boolean[] shut = {};

  Insertion(Desk desk, Grounds grounds, int[][] near, Chance chance) {
    this.desk = desk;
    this.grounds = grounds;
    this.near = near;
    this.chance = chance;
    board = desk.board;
    m = desk.m;
    roster = m.roster;
    seen = new int[roster.routes];
  }

  void shut(boolean[] routes) {
    shut = routes;
  }

  /** False when no place was found. The price counts the visit itself, not what leaving it unserved would cost. */
  boolean find(int v) {
    start(v);
    if (board.low[v] > board.high[v]) return false;
    candidates(v);
    return route >= 0;
  }

  private void start(int v) {
    look++;
    route = -1;
    price = Double.POSITIVE_INFINITY;
  }

  private void candidates(int v) {
    var all = grounds.routes(v);
    if (all.length <= ALL) {
      for (int r : all) inspect(v, r);
      return;
    }
    for (int u : near.length == 0 ? NONE : near[v]) {
      // Read once: another thread may take that visit away meanwhile.
      int r = board.route[u];
      if (r >= 0) inspect(v, r);
    }
    for (int c : m.preferred[v]) ofCarer(v, c);
    for (int c : m.known[m.elder[v]]) ofCarer(v, c);
    if (m.told[v] >= 0 && m.told[v] < roster.carers) ofCarer(v, m.told[v]);
    var others = m.elderVisits[m.elder[v]];
    for (int k = 0; k < others.length && k < 8; k++) {
      int c = board.carer(others[k]);
      if (c >= 0) ofCarer(v, c);
    }
    for (int s : grounds.startsNear(v)) {
      var some = grounds.routesFrom(s, v);
      int from = some.length <= FROM_A_START ? 0 : chance.below(some.length);
      for (int k = 0; k < Math.min(FROM_A_START, some.length); k++) inspect(v, some[(from + k) % some.length]);
    }
    for (int k = 0; k < 3; k++) inspect(v, all[chance.below(all.length)]);
  }

  /** Looks at every route there is for the visit. */
  boolean findAnywhere(int v) {
    start(v);
    if (board.low[v] > board.high[v]) return false;
    for (int r : grounds.routes(v)) inspect(v, r);
    return route >= 0;
  }

  /** Looks at the routes of one carer only. */
  boolean findWith(int v, int c) {
    start(v);
    if (board.low[v] > board.high[v]) return false;
    ofCarer(v, c);
    return route >= 0;
  }

  private void ofCarer(int v, int c) {
    for (int r = roster.first[c]; r < roster.first[c + 1]; r++) {
      if (!roster.closed[r]) inspect(v, r);
    }
  }

  /** Whether a route may hold the visit by all that does not depend on its other visits. */
  boolean suits(int v, int r) {
    int c = roster.carer[r];
    if (roster.from[r] > board.high[v] || roster.to[r] < board.low[v] + m.minutes[v] || roster.closed[r]) return false;
    if (shut.length > 0 && shut[r]) return false;
    return m.may(v, c) && (m.mate[v] < 0 || board.carer(m.mate[v]) != c);
  }

  void inspect(int v, int r) {
    if (seen[r] == look) return;
    seen[r] = look;
    int c = roster.carer[r];
    int service = board.service[r] + m.minutes[v];
    if (service > roster.mostDay[c] || service > roster.to[r] - roster.from[r] && !holdsBegun(r) || !suits(v, r)) return;
    double fixed = board.fixedCost(v, c) + (m.told[v] >= 0 && m.told[v] != c ? m.w.changed() : 0);
    if (fixed - saved(r) >= price) return;
    int work = -1;
    int length = board.length[r];
    for (int k = 0; k <= length; k++) {
      if (blinks > 0 && chance.below(100) < blinks) continue;
      if (!fits(v, r, k)) continue;
      if (fixed + bound >= price) continue;
      if (!desk.walk.with(r, v, k)) continue;
      double cost = board.fixedCost(v, c) + desk.cost(r);
      if (cost >= price || !desk.limits(r) || !desk.rests(r)) continue;
      if (work < 0) work = board.work(c);
      cost += board.unfair(c, work + desk.walk.travel + desk.walk.service - board.travel[r] - board.service[r]) - board.unfair(c, work);
      if (cost < price) {
        price = cost;
        route = r;
        at = k;
      }
    }
  }

  /** What has begun may overlap and lie outside of the shift. */
  private boolean holdsBegun(int r) {
    return board.length[r] > 0 && m.begun[board.line[r][0]];
  }

  /** The most that a visit more could spare: ways that break the triangle rule, and wishes met better by chance. */
  private int saved(int r) {
    return board.travel[r] + m.w.offWish() * board.offWish[r];
  }

  double bound;
  int earliest;
  int latest;

  /** Whether the visit can be between two others in time, pauses apart; sets the least it costs there and when it could begin. */
  boolean fits(int v, int r, int k) {
    var line = board.line[r];
    int c = roster.carer[r];
    int length = board.length[r];
    int before = k == 0 ? roster.startPlace[r] : m.place[line[k - 1]];
    int free = k == 0 ? roster.from[r] : board.early[line[k - 1]] + m.minutes[line[k - 1]] + m.handover;
    // By the clock alone, without any way: most places fall here.
    if (free > board.high[v] || k < length && board.low[v] + m.minutes[v] + m.handover > board.late[line[k]]) return false;
    int wayIn = m.way(c, before, m.place[v]);
    boolean underWay = m.told[v] == c || m.only[v] >= 0;
    int s = Math.max(underWay ? free : Math.max(free, m.now), board.low[v] - wayIn) + wayIn;
    s = roster.onDuty(r, s, m.minutes[v]);
    if (s > board.high[v]) return false;
    int wayOut = 0;
    int wayNow = 0;
    int end;
    if (k < length) {
      int next = line[k];
      wayOut = m.way(c, m.place[v], m.place[next]);
      wayNow = board.wayIn[next];
      end = board.late[next] - wayOut - m.handover;
    } else if (roster.endPlace[r] >= 0) {
      wayOut = m.way(c, m.place[v], roster.endPlace[r]);
      wayNow = k == 0 ? 0 : m.way(c, before, roster.endPlace[r]);
      end = roster.to[r] - wayOut - m.handover;
    } else end = roster.to[r];
    earliest = s;
    latest = roster.onDutyBefore(r, Math.min(board.high[v], end - m.minutes[v]), m.minutes[v]);
    if (s > latest) return false;
    int off = Math.max(0, Math.max(s - m.wishTo[v], m.wishFrom[v] - latest));
    bound = wayIn + wayOut - wayNow + (double) m.w.offWish() * off;
    return true;
  }

  /** The cheapest places by the bound alone: calls back for each. */
  void each(int v, Visitor visitor) {
    look++;
    route = -1;
    price = Double.NEGATIVE_INFINITY;
    var all = grounds.routes(v);
    if (all.length <= ALL) {
      for (int r : all) visit(v, r, visitor);
      return;
    }
    // Candidates are marked as seen by a search that finds nothing; then looked at.
    candidates(v);
    for (int r : all) {
      if (seen[r] == look) visit(v, r, visitor);
    }
  }

  private void visit(int v, int r, Visitor visitor) {
    if (!suits(v, r)) return;
    double fixed = board.fixedCost(v, roster.carer[r]) + (m.told[v] >= 0 && m.told[v] != roster.carer[r] ? m.w.changed() : 0);
    for (int k = 0; k <= board.length[r]; k++) {
      if (fits(v, r, k)) visitor.place(r, k, fixed + bound, earliest, latest);
    }
  }

  interface Visitor {
    void place(int route, int at, double bound, int earliest, int latest);
  }
}
