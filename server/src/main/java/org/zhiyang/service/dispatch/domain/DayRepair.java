package org.zhiyang.service.dispatch.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** How a day goes on after something changed: what can stay stays, few others are moved, and every line of the answer passes the rules of the house. */
public final class DayRepair {
  private static final Duration SEARCH = Duration.ofMillis(700);
  private static final long SEED = 20260101;
  /** An overdue visit may still begin so many minutes from now, whatever its window. */
  private static final int OVERDUE_MINUTES = 90;

  private final CareSolver solver;

  public DayRepair(CareSolver solver) {
    this.solver = solver;
  }

  /** @param day as it stands; @param begun visits somebody is at or was at, with the time they really began, null where unknown; @param over those of them that are over */
  public record Situation(PlanningDay day, Map<VisitId, @Nullable LocalTime> begun, Set<VisitId> over, Limits limits) {}

  /**
   * @param toleranceMinutes another visit may shift by so much without counting as moved; @param lateMinutes after which a visit nobody checked in to is overdue
   * @param mostMoved others that may move so that one that can wait is served; @param vital priority from which on a visit is served whatever it moves
   */
  public record Limits(int toleranceMinutes, int lateMinutes, int mostMoved, int vital) {
    public Limits withMostMoved(int most) {
      return new Limits(toleranceMinutes, lateMinutes, most, vital);
    }
  }

  /** @param lines what would change, in the order of the clock; empty when the day can go on as it stands, or nothing can be proposed
   *  @param stuck visits that cannot go on as they stand and for which no start is left that could be proposed, as in the evening once the hours of dispatch are over: people are told all the same */
  public record Proposal(List<Repair.Line> lines, Set<VisitId> stuck, int extraMinutes, int moved, int searchMillis) {}

  public Proposal propose(Situation situation) {
    var began = System.nanoTime();
    var limits = situation.limits();
    var day = extended(situation);
    var broken = Set.copyOf(HandCheck.brokenIn(day));
    var pinned = new HashMap<VisitId, Standing>();
    var told = new LinkedHashMap<VisitId, Standing>();
    var delayed = Delays.of(situation).stream().map(Delays.Delay::visit).collect(Collectors.toSet());
    for (var visit : day.visits()) {
      var stands = Standing.of(visit);
      if (stands.isEmpty()) continue;
      if (situation.begun().containsKey(visit.id())) pinned.put(visit.id(), begunAt(stands, situation.begun().get(visit.id())));
      else if (day.notBefore() != null && Delays.isGivenUp(visit, Stop.minuteAfter(day.notBefore()))) pinned.put(visit.id(), stands);
      else if (visit.locked() && !broken.contains(visit.id()) && !overdue(situation, visit) && !delayed.contains(visit.id())) pinned.put(visit.id(), stands);
      else told.put(visit.id(), stands);
    }
    var problem = EngineProblem.of(List.of(day), pinned, told);
    var found = problem.read(solver.repair(problem.problem(), new CareSolver.RepairLimits(SEARCH, limits.toleranceMinutes(), limits.mostMoved(), limits.vital(), SEED)).plan());
    // Nobody else can come in time: whoever was told may still be on the way, or there without a signal. People are told, the visit is not taken from them.
    var late = day.visits().stream().filter(v -> told.containsKey(v.id()) && !broken.contains(v.id()) && !found.containsKey(v.id()) && overdue(situation, v)).map(VisitToPlan::id).toList();
    late.forEach(visit -> found.put(visit, told.get(visit)));
    var lines = legal(day, lines(day, pinned, problem, found));
    var parts = lines.stream().map(line -> new Repair.Line(part(line, limits.toleranceMinutes()), line)).toList();
    var moved = (int) parts.stream().filter(line -> line.part() == Repair.Part.MOVED).count();
    var stuck = new HashSet<>(late);
    for (var visit : told.keySet()) if (problem.namesOf(visit).isEmpty() && (broken.contains(visit) || delayed.contains(visit))) stuck.add(visit);
    return new Proposal(parts, stuck, travel(day, lines) - travel(day, List.of()), moved, (int) ((System.nanoTime() - began) / 1_000_000));
  }

  /** Why nobody can take a visit, and what would solve it: of those asked for, whoever is sent to them now, and of those the proposal leaves without carers. Empty for a visit somebody takes. */
  public static List<Unserved> unsolved(PlanningDay day, List<Repair.Line> lines, Set<VisitId> asked) {
    var without = new LinkedHashSet<>(asked);
    lines.stream().filter(line -> line.part() == Repair.Part.LOST).forEach(line -> without.add(line.change().visit()));
    if (without.isEmpty()) return List.of();
    var changes = new HashMap<VisitId, Standing>();
    asked.forEach(visit -> changes.put(visit, Standing.NOBODY));
    lines.forEach(line -> changes.put(line.change().visit(), line.change().after()));
    var open = new DayLook(HandCheck.placed(day, changes)).open();
    return without.stream().flatMap(visit -> open.getOrDefault(visit, Optional.empty()).stream()).toList();
  }

  /** Overdue visits get a window from now on. */
  private static PlanningDay extended(Situation situation) {
    var day = situation.day();
    if (day.notBefore() == null) return day;
    var latest = Math.min(24 * 60 - 1, Stop.minuteAfter(day.notBefore()) + OVERDUE_MINUTES);
    var visits = day.visits().stream().map(v -> overdue(situation, v) ? v.withWindowTo(LocalTime.ofSecondOfDay(Math.max(latest * 60L, v.windowTo().toSecondOfDay()))) : v).toList();
    return day.with(visits);
  }

  private static boolean overdue(Situation situation, VisitToPlan visit) {
    var now = situation.day().notBefore();
    return now != null && visit.plannedFrom() != null && !visit.carers().isEmpty() && !situation.begun().containsKey(visit.id())
        && Stop.minuteAfter(now) >= visit.plannedFrom().toSecondOfDay() / 60 + situation.limits().lateMinutes();
  }

  private static Standing begunAt(Standing planned, @Nullable LocalTime really) {
    return really == null ? planned : new Standing(planned.carers(), really);
  }

  private static List<DayChange.Line> lines(PlanningDay day, Map<VisitId, Standing> pinned, EngineProblem problem, Map<VisitId, Standing> found) {
    var lines = new ArrayList<DayChange.Line>();
    for (var visit : day.visits()) {
      if (pinned.containsKey(visit.id()) || problem.namesOf(visit.id()).isEmpty()) continue;
      var before = Standing.of(visit);
      var after = found.getOrDefault(visit.id(), Standing.NOBODY);
      if (!before.same(after)) lines.add(new DayChange.Line(visit.id(), before, visit.locked(), after));
    }
    lines.sort(java.util.Comparator.comparing((DayChange.Line l) -> l.after().from() == null ? l.before().from() : l.after().from()).thenComparing(l -> l.visit().value()));
    return lines;
  }

  /** The engine proposes, the rules of the house decide: a line they refuse leaves its visit without a carer. */
  private static List<DayChange.Line> legal(PlanningDay day, List<DayChange.Line> lines) {
    var left = lines;
    while (true) {
      var broken = HandCheck.brokenAmong(day, left);
      if (broken.isEmpty()) return left.stream().filter(line -> !line.before().same(line.after())).toList();
      left = left.stream().map(l -> broken.contains(l.visit()) ? new DayChange.Line(l.visit(), l.before(), l.beforeLocked(), Standing.NOBODY) : l).toList();
    }
  }

  private static Repair.Part part(DayChange.Line line, int tolerance) {
    if (line.before().isEmpty()) return Repair.Part.PLACED;
    if (line.after().isEmpty()) return Repair.Part.LOST;
    var sameCrew = Set.copyOf(line.before().carers()).equals(Set.copyOf(line.after().carers()));
    var shift = Math.abs(Duration.between(line.before().from(), line.after().from()).toMinutes());
    return sameCrew && shift <= tolerance ? Repair.Part.SHIFTED : Repair.Part.MOVED;
  }

  private static int travel(PlanningDay day, List<DayChange.Line> lines) {
    return new DayLook(HandCheck.after(day, lines)).loads().values().stream().mapToInt(DayLook.Load::travelMinutes).sum();
  }
}
