package org.zhiyang.service.dispatch.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.*;

/** Interim. */
public final class InterimSolver implements CareSolver {
  private static final class State {
    final CareProblem p; final Map<String, CareVisit> visits = new LinkedHashMap<>(); final Map<String, CareCarer> carers = new LinkedHashMap<>();
    final Map<String, TreeMap<Integer, CareVisit>> routes = new HashMap<>(); final Map<String, CarePlan.Stop> stops = new LinkedHashMap<>();
    State(CareProblem p) { this.p = p; p.visits().forEach(v -> visits.put(v.id(), v)); p.carers().forEach(c -> { carers.put(c.id(), c); routes.put(c.id(), new TreeMap<>()); }); }
    void put(CareVisit v, String carer, int start) { routes.get(carer).put(start, v); stops.put(v.id(), new CarePlan.Stop(v.id(), carer, start)); }
    int way(int a, int b) { return p.travel().minutes(0, a, b); }

    @Nullable CareRule broken(CareVisit v, CareCarer c, int start) {
      if (v.pool() != null && !c.pools().contains(v.pool())) return CareRule.POOL;
      for (var need : v.skills()) {
        var has = c.skills().stream().filter(s -> s.code().equals(need.code())).findFirst();
        if (has.isEmpty()) return CareRule.SKILL;
        if (has.get().level() < need.level()) return CareRule.LEVEL;
        if (has.get().until() < start + v.minutes()) return CareRule.EXPIRED;
      }
      var shift = c.shifts().stream().filter(s -> start >= s.from() && start + v.minutes() <= s.to()).findFirst().orElse(null);
      if (shift == null) return CareRule.SHIFT;
      var route = routes.get(c.id());
      var before = route.lowerEntry(start + 1);
      if (before != null && before.getKey() >= shift.from()) {
        var free = Math.max(before.getKey() + before.getValue().minutes() + p.handover(), p.notBefore());
        if (free + way(before.getValue().place(), v.place()) > start) return CareRule.ONE_PLACE;
      } else if (Math.max(shift.from(), p.notBefore()) + way(shift.startPlace(), v.place()) > start) return CareRule.SHIFT;
      var after = route.higherEntry(start);
      if (after != null && after.getKey() <= shift.to() && start + v.minutes() + p.handover() + way(v.place(), after.getValue().place()) > after.getKey()) return CareRule.ONE_PLACE;
      var day = start / 1440;
      int minutes = v.minutes(), place = shift.startPlace();
      for (var e : route.subMap(day * 1440, day * 1440 + 1440).entrySet()) { minutes += e.getValue().minutes() + way(place, e.getValue().place()); place = e.getValue().place(); }
      minutes += 2 * way(place, v.place());
      return minutes > c.mostMinutesADay() ? CareRule.DAY_LENGTH : null;
    }

    double cost(CareVisit v, CareCarer c, int start) {
      var before = routes.get(c.id()).lowerEntry(start);
      var cost = before == null ? 10.0 : way(before.getValue().place(), v.place());
      cost += p.weights().offWish() * Math.max(0, Math.max(v.wishedFrom() - start, start - v.wishedTo()));
      if (!v.known().isEmpty() && !v.known().contains(c.id())) cost += p.weights().newFace();
      return cost + routes.get(c.id()).size() * .01;
    }

    boolean place(List<CareVisit> crew) {
      var v = crew.getFirst();
      double best = Double.MAX_VALUE; List<CareCarer> who = List.of(); int when = 0;
      for (int s = Math.max(v.from(), p.notBefore()); s <= v.to(); s++) {
        var start = s;
        var able = carers.values().stream().filter(c -> broken(v, c, start) == null).sorted(Comparator.comparingDouble(c -> cost(v, c, start))).limit(crew.size()).toList();
        if (able.size() < crew.size()) continue;
        var cost = able.stream().mapToDouble(c -> cost(v, c, start)).sum() + (s - v.from()) * .01;
        if (cost < best) { best = cost; who = able; when = s; }
      }
      for (int i = 0; i < who.size(); i++) put(crew.get(i), who.get(i).id(), when);
      return !who.isEmpty();
    }

    CarePlan plan() {
      var open = visits.keySet().stream().filter(id -> !stops.containsKey(id)).toList();
      return new CarePlan(List.copyOf(stops.values()), open, new CareScore(open.size(), open.size(), 0, 0, 0, 0, 0, 0, 0));
    }
  }

  private static CarePlan fill(CareProblem problem) {
    var state = new State(problem);
    for (var v : problem.visits()) if (v.pin() != null) state.put(v, v.pin().carer(), v.pin().start());
    for (var s : problem.standing()) {
      var v = state.visits.get(s.visit());
      if (v != null && !state.stops.containsKey(v.id()) && s.start() >= v.from() && s.start() <= v.to() && state.carers.containsKey(s.carer()) && state.broken(v, state.carers.get(s.carer()), s.start()) == null) state.put(v, s.carer(), s.start());
    }
    var done = new HashSet<String>();
    for (var v : problem.visits().stream().sorted(Comparator.comparing((CareVisit v) -> problem.links().stream().noneMatch(l -> l.first().equals(v.id()))).thenComparing(CareVisit::to)).toList()) {
      if (state.stops.containsKey(v.id()) || !done.add(v.id())) continue;
      var crew = new ArrayList<>(List.of(v));
      for (var l : problem.links()) if (l.first().equals(v.id())) { crew.add(state.visits.get(l.second())); done.add(l.second()); }
      state.place(crew);
    }
    return state.plan();
  }

  @Override
  public CarePlan solve(CareProblem problem, SearchLimits limits, Consumer<Progress> progress) {
    return new org.zhiyang.routing.care.search.RuinAndRecreate().solve(problem, limits, progress);
  }

  @Override
  public Repair repair(CareProblem changed, RepairLimits limits) {
    return new Repair(fill(changed), List.of(), List.of(), List.of());
  }

  @Override
  public List<CareOption> options(CareProblem problem, CarePlan plan, String visit, @Nullable String carer, @Nullable Integer start) {
    var state = new State(problem);
    plan.stops().forEach(s -> state.put(state.visits.get(s.visit()), s.carer(), s.start()));
    var v = state.visits.get(visit);
    return problem.carers().stream().filter(c -> carer == null || c.id().equals(carer)).map(c -> {
      var broken = state.broken(v, c, start == null ? v.wishedFrom() : start);
      return new CareOption(visit, c.id(), v.wishedFrom(), broken, null, 0, 0, 0, 0, 0, 0);
    }).sorted(Comparator.comparing(o -> o.broken() != null)).toList();
  }

  @Override
  public List<Unserved> unserved(CareProblem problem, CarePlan plan) {
    return List.of();
  }
}
