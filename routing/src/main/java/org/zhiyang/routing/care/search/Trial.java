package org.zhiyang.routing.care.search;

import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareRule;
import org.zhiyang.routing.care.TravelTimes;

/** Tries a visit that stands nowhere with one carer: the cheapest place, or the rule in the way that was met last. Uses the window that holds on the board now. */
final class Trial {
  private final Desk desk;
  private final Board board;
  private final Model m;
  private final Roster roster;
  private final Walk walk;

  @Nullable CareRule rule;
  int with;
  int route;
  int at;
  int start;
  int travel;
  int off;
  int moved;
  double cost;

  Trial(Desk desk) {
    this.desk = desk;
    board = desk.board;
    m = desk.m;
    roster = m.roster;
    walk = desk.walk;
  }

  boolean of(int v, int c) {
    with = -1;
    rule = person(v, c);
    if (rule != null) return false;
    if (board.low[v] > board.high[v]) return no(m.mate[v] >= 0 ? CareRule.LINK : CareRule.WINDOW);
    if (roster.expiring[c] && m.until(v, c) < board.low[v] + m.minutes[v]) return no(CareRule.EXPIRED);
    if (board.high[v] < m.now) return no(CareRule.NOT_IN_THE_PAST);
    cost = Double.POSITIVE_INFINITY;
    rule = CareRule.SHIFT;
    for (int r = roster.first[c]; r < roster.first[c + 1]; r++) {
      if (!roster.closed[r] && holds(v, r)) tryRoute(v, r);
    }
    if (cost < Double.POSITIVE_INFINITY) rule = null;
    else if (isCutOff(v, c)) rule = CareRule.UNREACHABLE;
    else if (roster.expiring[c] && expiresBefore(v, c)) no(CareRule.EXPIRED);
    return rule == null;
  }

  /** Whether the certificate ends before the carer, visiting nobody else, could be done in any shift that holds the visit. */
  private boolean expiresBefore(int v, int c) {
    boolean held = false;
    for (int r = roster.first[c]; r < roster.first[c + 1]; r++) {
      if (roster.closed[r] || !holds(v, r)) continue;
      if (alone(v, r) + m.minutes[v] <= m.until(v, c)) return false;
      held = true;
    }
    return held;
  }

  /** When the visit could begin at the earliest, were it the only one. */
  private int alone(int v, int r) {
    int in = m.way(roster.carer[r], roster.startPlace[r], m.place[v]) % TravelTimes.UNREACHABLE;
    return roster.onDuty(r, Math.max(board.low[v], roster.from[r] + in), m.minutes[v]);
  }

  /** Whether no shift of theirs leads there: other hours are no help. Asked only of what failed, ways are looked up often enough. */
  private boolean isCutOff(int v, int c) {
    boolean open = false;
    for (int r = roster.first[c]; r < roster.first[c + 1]; r++) {
      if (roster.closed[r]) continue;
      if (reaches(v, r)) return false;
      open = true;
    }
    return open;
  }

  private boolean no(CareRule because) {
    rule = because;
    return false;
  }

  /** The rules between the visit and the person, whatever the time. */
  private @Nullable CareRule person(int v, int c) {
    if (m.pool[v] >= 0 && !roster.poolCarers.get(m.pool[v]).get(c)) return CareRule.POOL;
    return skillsOf(v, c);
  }

  @Nullable CareRule skillsOf(int v, int c) {
    if (m.until(v, c) < 0) return m.lacksSkill(v, c) ? CareRule.SKILL : CareRule.LEVEL;
    if (m.refuses(v, c)) return CareRule.REFUSED;
    if (m.only[v] >= 0 && m.only[v] != c) return CareRule.PIN;
    return m.mate[v] >= 0 && board.carer(m.mate[v]) == c ? CareRule.LINK : null;
  }

  /** Whether a way leads there from some place of the route, and on to the next. */
  private boolean reaches(int v, int r) {
    int c = roster.carer[r];
    int from = roster.startPlace[r];
    for (int k = 0; k <= board.length[r]; k++) {
      int next = k < board.length[r] ? m.place[board.line[r][k]] : roster.endPlace[r];
      if (m.way(c, from, m.place[v]) < TravelTimes.UNREACHABLE && (next < 0 || m.way(c, m.place[v], next) < TravelTimes.UNREACHABLE)) return true;
      from = next;
    }
    return false;
  }

  /** Whether the shift could hold the visit and its ways, were it the only one; a way that leads over other visits only is not counted. */
  private boolean holds(int v, int r) {
    int c = roster.carer[r];
    int out = roster.endPlace[r] < 0 ? 0 : m.handover + m.way(c, m.place[v], roster.endPlace[r]) % TravelTimes.UNREACHABLE;
    return alone(v, r) <= Math.min(board.high[v], roster.to[r] - m.minutes[v] - out);
  }

  private void tryRoute(int v, int r) {
    int c = roster.carer[r];
    if (rank(rule) < rank(CareRule.ONE_PLACE)) {
      rule = CareRule.ONE_PLACE;
      with = inTheWay(v, r);
    }
    int work = board.work(c);
    for (int k = 0; k <= board.length[r]; k++) {
      if (!walk.with(r, v, k)) {
        blame(v, r, k);
        continue;
      }
      if (!desk.limits(r)) {
        further(overDay(r) ? CareRule.DAY_LENGTH : CareRule.WEEK_LENGTH);
        continue;
      }
      if (!desk.rests(r)) {
        further(CareRule.REST);
        continue;
      }
      double price = board.fixedCost(v, c) + desk.cost(r) + board.unfair(c, work + walk.travel + walk.service - board.travel[r] - board.service[r]) - board.unfair(c, work);
      if (price >= cost) continue;
      cost = price;
      route = r;
      at = k;
      start = walk.start[k];
      travel = walk.travel - board.travel[r];
      off = walk.off - board.offWish[r];
      moved = 0;
      for (int i = 0; i < walk.count; i++) {
        if (i != k && walk.start[i] != board.start[walk.line[i]]) moved++;
      }
    }
  }

  private void blame(int v, int r, int k) {
    walk.withoutBreaks = true;
    if (walk.with(r, v, k)) further(CareRule.BREAK);
    walk.withoutBreaks = false;
    if (m.now == 0) return;
    walk.withoutNow = true;
    if (walk.with(r, v, k)) further(CareRule.NOT_IN_THE_PAST);
    walk.withoutNow = false;
  }

  private boolean overDay(int r) {
    int c = roster.carer[r];
    int day = walk.travel + walk.service;
    for (int k = roster.first[c]; k < roster.first[c + 1]; k++) {
      if (k != r && roster.day[k] == roster.day[r]) day += board.travel[k] + board.service[k];
    }
    return day > roster.mostDay[c];
  }

  private void further(CareRule met) {
    if (rank(met) <= rank(rule)) return;
    rule = met;
    with = -1;
  }

  private static int rank(@Nullable CareRule rule) {
    if (rule == null) return 0;
    return switch (rule) {
      case ONE_PLACE -> 1;
      case NOT_IN_THE_PAST -> 2;
      case BREAK -> 3;
      case DAY_LENGTH -> 4;
      case WEEK_LENGTH -> 5;
      case REST -> 6;
      default -> 0;
    };
  }

  /** The visit of the route nearest in time. */
  private int inTheWay(int v, int r) {
    int best = -1;
    for (int k = 0; k < board.length[r]; k++) {
      int u = board.line[r][k];
      if (best < 0 || away(u, v) < away(best, v)) best = u;
    }
    return best;
  }

  private int away(int u, int v) {
    int wanted = Math.clamp(board.aim[v], board.low[v], board.high[v]);
    return Math.max(0, Math.max(board.start[u] - wanted - m.minutes[v], wanted - board.start[u] - m.minutes[u]));
  }
}
