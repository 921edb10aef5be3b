package org.zhiyang.routing.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareRule;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.routing.care.CareVisit;

/**
 * Judges a plan of a city's home visits by every hard rule and counts its score from nothing; a plan is right when the list of faults is empty. Shares no code with
 * the planner. What has begun is not questioned.
 */
public final class CareChecker {
  private final CareProblem problem;
  private final Map<String, CareVisit> visits = new HashMap<>();
  private final Map<String, CareCarer> carers = new HashMap<>();
  private final Map<String, CareStop> stops = new LinkedHashMap<>();
  private final List<CareFault> faults = new ArrayList<>();

  private CareChecker(CareProblem problem) {
    this.problem = problem;
    for (var visit : problem.visits()) visits.put(visit.id(), visit);
    for (var carer : problem.carers()) carers.put(carer.id(), carer);
  }

  /** With the usual tolerance of {@link CareProblem#TOLERANCE} minutes for what counts as changed. */
  public static List<CareFault> check(CareProblem problem, CarePlan plan) {
    return check(problem, plan, CareProblem.TOLERANCE);
  }

  public static List<CareFault> check(CareProblem problem, CarePlan plan, int tolerance) {
    var checker = new CareChecker(problem);
    checker.read(plan.stops());
    checker.listed(plan.unserved());
    checker.stops.values().forEach(checker::judge);
    problem.links().forEach(checker::judge);
    checker.pins();
    var rounds = new CareRounds(problem, checker.byCarer());
    rounds.judge(checker.faults);
    if (checker.faults.isEmpty()) checker.count(plan.score(), new CareCount(problem, checker.stops, rounds.travel(), rounds.work(), tolerance).score());
    return checker.faults;
  }

  /** The score of stops that name visits and carers of the problem, whether or not they are legal; every other visit counts as unserved. */
  public static CareScore score(CareProblem problem, Collection<CarePlan.Stop> stops, int tolerance) {
    var checker = new CareChecker(problem);
    checker.read(stops);
    var rounds = new CareRounds(problem, checker.byCarer());
    rounds.judge(new ArrayList<>());
    return new CareCount(problem, checker.stops, rounds.travel(), rounds.work(), tolerance).score();
  }

  private void read(Collection<CarePlan.Stop> told) {
    for (var stop : told) {
      var visit = visits.get(stop.visit());
      var carer = carers.get(stop.carer());
      if (visit == null) faults.add(new CareFault(CareFault.Kind.UNKNOWN, "没有编号为 %s 的服务。".formatted(stop.visit())));
      else if (carer == null) faults.add(new CareFault(CareFault.Kind.UNKNOWN, "没有编号为 %s 的护理员。".formatted(stop.carer())));
      else if (stops.containsKey(stop.visit())) faults.add(new CareFault(CareFault.Kind.TWICE, "服务 %s 在计划中出现了不止一次。".formatted(stop.visit())));
      else stops.put(stop.visit(), CareStop.of(visit, carer, stop.start()));
    }
  }

  private void listed(List<String> unserved) {
    var seen = new HashSet<String>();
    for (var id : unserved) {
      if (!visits.containsKey(id)) faults.add(new CareFault(CareFault.Kind.UNKNOWN, "没有编号为 %s 的服务。".formatted(id)));
      else if (!seen.add(id) || stops.containsKey(id)) faults.add(new CareFault(CareFault.Kind.TWICE, "服务 %s 在计划中出现了不止一次。".formatted(id)));
    }
    for (var visit : problem.visits()) {
      if (!stops.containsKey(visit.id()) && !seen.contains(visit.id())) faults.add(new CareFault(CareFault.Kind.MISSING, "服务 %s 没有安排，也不在未安排名单中。".formatted(visit.id())));
    }
  }

  /** The rules that need only the stop itself. */
  private void judge(CareStop stop) {
    if (stop.begun()) return;
    var visit = stop.visit();
    var carer = stop.carer();
    if (visit.pool() != null && !carer.pools().contains(visit.pool())) add(CareRule.POOL, stop, "不属于服务组 %s".formatted(visit.pool()));
    for (var needed : visit.skills()) {
      var held = carer.skills().stream().filter(s -> s.code().equals(needed.code())).toList();
      var enough = held.stream().filter(s -> s.level() >= needed.level()).toList();
      if (held.isEmpty()) add(CareRule.SKILL, stop, "没有技能 %s".formatted(needed.code()));
      else if (enough.isEmpty()) add(CareRule.LEVEL, stop, "技能 %s 的等级不到 %d".formatted(needed.code(), needed.level()));
      else if (enough.stream().noneMatch(s -> stop.end() <= s.until())) add(CareRule.EXPIRED, stop, "技能 %s 的证书届时已过期".formatted(needed.code()));
    }
    if (visit.refused().contains(carer.id()) || carer.refused().contains(visit.elder())) add(CareRule.REFUSED, stop, "与老人 %s 互不接受".formatted(visit.elder()));
    if (stop.start() < visit.from() || stop.start() > visit.to()) add(CareRule.WINDOW, stop, "开始于 %s，不在约定时段内".formatted(stop.clock()));
    if (stop.start() < problem.notBefore()) add(CareRule.NOT_IN_THE_PAST, stop, "开始于 %s，时间已过".formatted(stop.clock()));
    var shift = stop.shift();
    if (shift == null) add(CareRule.SHIFT, stop, "在 %s 没有班次".formatted(stop.clock()));
    else if (shift.gaps().stream().anyMatch(gap -> stop.start() < gap.to() && gap.from() < stop.end())) add(CareRule.SHIFT, stop, "在 %s 不当班".formatted(stop.clock()));
  }

  /** A pair is served together or not at all; where one half has begun, the other may be missing. */
  private void judge(CareLink link) {
    var first = stops.get(link.first());
    var second = stops.get(link.second());
    if (first == null && second == null) return;
    if (first == null || second == null) {
      if (!(first == null ? second : first).begun()) add(CareRule.LINK, "双人服务 %s 与 %s 只安排了其中一项。".formatted(link.first(), link.second()));
      return;
    }
    if (first.begun() && second.begun()) return;
    int gap = second.start() - first.start();
    if (first.carer().id().equals(second.carer().id())) add(CareRule.LINK, "双人服务 %s 与 %s 排给了同一名护理员 %s。".formatted(link.first(), link.second(), first.carer().id()));
    if (gap < link.least() || gap > link.most()) add(CareRule.LINK, "双人服务 %s 与 %s 相隔 %d 分钟，应在 %d 至 %d 之间。".formatted(link.first(), link.second(), gap, link.least(), link.most()));
  }

  /** Pinned is pinned, but a promise of two that only one of them could keep may lapse as a whole. */
  private void pins() {
    Set<String> lapsed = new HashSet<>();
    for (var link : problem.links()) {
      if (stops.containsKey(link.first()) || stops.containsKey(link.second())) continue;
      var first = visits.get(link.first());
      var second = visits.get(link.second());
      if (first == null || second == null || first.pin() != null && second.pin() != null) continue;
      lapsed.add(link.first());
      lapsed.add(link.second());
    }
    for (var visit : problem.visits()) {
      var pin = visit.pin();
      if (pin == null) continue;
      var stop = stops.get(visit.id());
      if (stop == null ? pin.begun() || !lapsed.contains(visit.id()) : stop.start() != pin.start() || !stop.carer().id().equals(pin.carer())) {
        add(CareRule.PIN, "固定的服务 %s 应由护理员 %s 在 %s 开始，计划中不是。".formatted(visit.id(), pin.carer(), CareStop.clock(pin.start())));
      }
    }
  }

  private Map<String, List<CareStop>> byCarer() {
    var byCarer = new LinkedHashMap<String, List<CareStop>>();
    for (var stop : stops.values()) byCarer.computeIfAbsent(stop.carer().id(), id -> new ArrayList<>()).add(stop);
    byCarer.values().forEach(list -> list.sort(java.util.Comparator.comparingInt(CareStop::start).thenComparingInt(CareStop::end)));
    return byCarer;
  }

  private void count(CareScore told, CareScore counted) {
    boolean same = told.unserved() == counted.unserved() && told.unservedVisits() == counted.unservedVisits() && told.travelMinutes() == counted.travelMinutes()
        && told.offWishMinutes() == counted.offWishMinutes() && told.newFaces() == counted.newFaces() && told.eldersCarers() == counted.eldersCarers() && told.notPreferred() == counted.notPreferred()
        && told.changed() == counted.changed() && near(told.unfairness(), counted.unfairness()) && near(told.cost(), counted.cost());
    if (!same) faults.add(new CareFault(CareFault.Kind.WRONG_SCORE, "评分应为 %s，却报为 %s。".formatted(counted, told)));
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));
  }

  private void add(CareRule rule, CareStop stop, String what) {
    add(rule, "服务 %s 排给护理员 %s：%s。".formatted(stop.visit().id(), stop.carer().id(), what));
  }

  private void add(CareRule rule, String sentence) {
    faults.add(CareFault.of(rule, sentence));
  }
}
