package org.zhiyang.routing.care.search;

import static org.zhiyang.routing.care.search.Roster.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.care.CareIntake;
import org.zhiyang.routing.care.CareOption;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareRule;
import org.zhiyang.routing.care.CareSolver.Unserved;
import org.zhiyang.routing.care.CareSolver.Unserved.Means;
import org.zhiyang.routing.care.CareSolver.Unserved.Obstacle;
import org.zhiyang.routing.care.CareSolver.Unserved.Remedy;

/** A plan laid out to be asked about. One question at a time. */
final class Asking {
  private static final int NAMED = 3;
  private static final int LONGER = 60;

  final CareProblem problem;
  final CarePlan plan;
  private final Workshop shop;
  private final Board board;
  private final Model m;
  private final Desk desk;
  private final Trial trial;

  Asking(CareProblem problem, CarePlan plan) {
    this.problem = problem;
    this.plan = plan;
    CareIntake.check(problem);
    shop = new Workshop(problem, CareProblem.TOLERANCE, problem.weights(), plan.stops());
    board = shop.board;
    m = shop.model;
    desk = shop.desk;
    trial = new Trial(desk);
    new FirstPlan(desk).frozen();
    new Laying(shop).lay(plan.stops());
    board.renewFairness();
  }

  synchronized List<CareOption> options(String visit, @Nullable String carer, @Nullable Integer start) {
    var found = m.index.get(visit);
    if (found == null) throw new RoutingRefusal("没有编号为 %s 的服务，请改正。".formatted(visit));
    if (carer != null && !m.roster.index.containsKey(carer)) throw new RoutingRefusal("没有编号为 %s 的护理员，请改正。".formatted(carer));
    int v = found;
    int stood = board.carer(v);
    int then = board.start[v];
    double before = stood < 0 ? 0 : board.fixedCost(v, stood);
    int travel = stood < 0 ? 0 : board.travel[board.route[v]];
    int off = stood < 0 ? 0 : board.offWish[board.route[v]];
    int r = board.route[v];
    desk.begin();
    boolean may = !m.frozen[v] || !m.begun[v];
    if (stood >= 0) {
      desk.take(v);
      may &= desk.settle();
    }
    // What leaving it unserved would cost is no part of the question.
    double removal = stood < 0 ? 0 : desk.delta - m.left[v];
    if (stood >= 0) {
      travel = board.travel[r] - travel;
      off = board.offWish[r] - off;
    }
    int faceBefore = stood < 0 ? 0 : face(v, stood);
    int wishBefore = stood < 0 || m.prefers(v, stood) ? 0 : 1;
    var options = new ArrayList<CareOption>();
    var rule = window(v, start);
    for (int c = 0; c < m.roster.carers; c++) {
      if (carer != null && m.roster.index.get(carer) != c) continue;
      var id = problem.carers().get(c).id();
      if (!may) options.add(broken(visit, id, CareRule.PIN, start == null ? then : start));
      else if (rule != null) options.add(broken(visit, id, java.util.Objects.requireNonNullElse(trial.skillsOf(v, c), rule), start == null ? m.wishFrom[v] : start));
      else if (!trial.of(v, c)) {
        var with = trial.with < 0 ? null : problem.visits().get(trial.with).id();
        options.add(new CareOption(visit, id, start == null ? m.wishFrom[v] : start, trial.rule, with, 0, 0, 0, 0, 0, 0));
      } else {
        options.add(new CareOption(visit, id, trial.start, null, null, trial.travel + travel, face(v, c) - faceBefore, trial.off + off, (m.prefers(v, c) ? 0 : 1) - wishBefore,
            trial.cost + removal, trial.moved));
      }
    }
    board.low[v] = m.from[v];
    board.high[v] = m.to[v];
    board.aim[v] = m.aim[v];
    if (stood >= 0) desk.undo();
    options.sort(Comparator.comparing((CareOption o) -> o.broken() != null).thenComparingDouble(CareOption::extraCost).thenComparing(CareOption::carer));
    return options;
  }

  private static CareOption broken(String visit, String carer, CareRule rule, int start) {
    return new CareOption(visit, carer, start, rule, null, 0, 0, 0, 0, 0, 0);
  }

  private int face(int v, int c) {
    return m.knows(v, c) || board.comes(v, c) ? 0 : 1;
  }

  /** Narrows the window to what the other half of a pair and the question leave of it; a rule when nothing is left. */
  private @Nullable CareRule window(int v, @Nullable Integer start) {
    int u = m.mate[v];
    board.low[v] = m.from[v];
    board.high[v] = m.to[v];
    if (start != null) {
      if (start < m.from[v] || start > m.to[v]) return m.frozen[v] ? CareRule.PIN : CareRule.WINDOW;
      board.low[v] = board.high[v] = board.aim[v] = start;
    }
    if (u >= 0 && board.route[u] >= 0) {
      board.low[v] = Math.max(board.low[v], board.start[u] - m.most[v]);
      board.high[v] = Math.min(board.high[v], board.start[u] - m.least[v]);
      if (board.low[v] > board.high[v]) return CareRule.LINK;
    }
    board.aim[v] = Math.clamp(board.aim[v], board.low[v], board.high[v]);
    return null;
  }

  synchronized List<Unserved> unserved() {
    var alike = new HashMap<List<Object>, Unserved>();
    return IntStream.range(0, m.n).filter(v -> board.route[v] < 0).mapToObj(v -> {
      var known = alike.computeIfAbsent(kind(v), k -> unserved(v));
      return new Unserved(problem.visits().get(v).id(), known.rules(), known.remedies());
    }).toList();
  }

  /** Visits of one kind have the same answer: of a hundred thousand alike only one is looked at. */
  private List<Object> kind(int v) {
    int mate = m.mate[v] < 0 ? -1 : board.route[m.mate[v]] >= 0 ? m.mate[v] : -2;
    return List.of(m.need[v], m.pool[v], m.place[v], m.from[v], m.to[v], m.wishFrom[v], m.minutes[v], m.only[v], mate, Arrays.hashCode(m.refused[v]), Arrays.hashCode(m.known[m.elder[v]]));
  }

  private Unserved unserved(int v) {
    var counts = new EnumMap<CareRule, Integer>(CareRule.class);
    var rules = new CareRule[m.roster.carers];
    desk.begin();
    for (int c = 0; c < rules.length; c++) {
      rules[c] = trial.of(v, c) ? (m.paired(v) ? CareRule.LINK : null) : trial.rule;
      if (rules[c] != null) counts.merge(rules[c], 1, Integer::sum);
    }
    var obstacles = counts.entrySet().stream().map(e -> new Obstacle(e.getKey(), e.getValue())).sorted(Comparator.comparingInt(Obstacle::carers).reversed()).toList();
    return new Unserved(problem.visits().get(v).id(), obstacles, remedies(v, rules));
  }

  private List<Remedy> remedies(int v, CareRule[] rules) {
    var remedies = new ArrayList<Remedy>();
    remedies.addAll(otherTimes(v, rules));
    for (var means : List.of(Means.LONGER_SHIFT, Means.CALL_IN, Means.RENEW_CERTIFICATE, Means.OTHER_POOL)) {
      IntStream.range(0, rules.length).filter(c -> rules[c] != null && helps(means, v, c, rules[c])).limit(NAMED)
          .forEach(c -> remedies.add(new Remedy(means, problem.carers().get(c).id(), means == Means.CALL_IN ? null : (Integer) trial.start)));
    }
    return remedies;
  }

  private List<Remedy> otherTimes(int v, CareRule[] rules) {
    var found = new ArrayList<Remedy>();
    int day = m.from[v] / DAY * DAY;
    if (m.only[v] >= 0) return found;
    board.low[v] = day;
    board.high[v] = day + DAY - 1;
    for (int c = 0; c < rules.length; c++) {
      if (rules[c] == null || rules[c] == CareRule.POOL || rules[c] == CareRule.LINK || rules[c] == CareRule.UNREACHABLE) continue;
      if (trial.of(v, c)) found.add(new Remedy(Means.OTHER_TIME, problem.carers().get(c).id(), trial.start));
    }
    desk.loosen(v);
    found.sort(Comparator.comparingInt(r -> Math.abs(java.util.Objects.requireNonNull(r.start()) - m.wishFrom[v])));
    return found.subList(0, Math.min(NAMED, found.size()));
  }

  private boolean helps(Means means, int v, int c, CareRule rule) {
    return switch (means) {
      case LONGER_SHIFT -> (rule == CareRule.SHIFT || rule == CareRule.DAY_LENGTH || rule == CareRule.ONE_PLACE || rule == CareRule.BREAK) && fitsLonger(v, c);
      case CALL_IN -> rule == CareRule.SHIFT && m.may(v, c) && free(v, c);
      case RENEW_CERTIFICATE -> rule == CareRule.EXPIRED && fitsRenewed(v, c);
      case OTHER_POOL -> rule == CareRule.POOL && trial.skillsOf(v, c) == null && fitsElsewhere(v, c);
      default -> false;
    };
  }

  private boolean free(int v, int c) {
    int day = m.from[v] / DAY;
    boolean off = IntStream.range(m.roster.first[c], m.roster.first[c + 1]).noneMatch(r -> m.roster.day[r] == day);
    return off && m.minutes[v] <= m.roster.mostDay[c] && board.work(c) + m.minutes[v] <= m.roster.mostWeek[c];
  }

  private boolean fitsLonger(int v, int c) {
    int day = m.roster.mostDay[c];
    m.roster.mostDay[c] += LONGER;
    for (int r = m.roster.first[c]; r < m.roster.first[c + 1]; r++) m.roster.to[r] += LONGER;
    boolean fits = trial.of(v, c);
    for (int r = m.roster.first[c]; r < m.roster.first[c + 1]; r++) m.roster.to[r] -= LONGER;
    m.roster.mostDay[c] = day;
    return fits;
  }

  private boolean fitsRenewed(int v, int c) {
    boolean expiring = m.roster.expiring[c];
    m.roster.expiring[c] = false;
    boolean fits = trial.of(v, c);
    m.roster.expiring[c] = expiring;
    return fits;
  }

  private boolean fitsElsewhere(int v, int c) {
    int pool = m.pool[v];
    m.pool[v] = -1;
    boolean fits = trial.of(v, c);
    m.pool[v] = pool;
    return fits;
  }
}
