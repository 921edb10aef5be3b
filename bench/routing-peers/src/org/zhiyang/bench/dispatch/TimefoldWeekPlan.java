package org.zhiyang.bench.dispatch;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.NextElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.ShadowSources;
import ai.timefold.solver.core.api.domain.variable.ShadowVariable;
import ai.timefold.solver.core.api.domain.variable.ShadowVariablesInconsistent;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;

/** A week as Timefold plans it: a list of visits for each shift, some left out; starts follow from the lists, pairs wait for each other. */
@PlanningSolution
public class TimefoldWeekPlan {
  @PlanningEntityCollectionProperty public List<Turn> turns = new ArrayList<>();
  @PlanningEntityCollectionProperty public List<Call> calls = new ArrayList<>();
  @PlanningScore public HardSoftScore score;

  static TimefoldWeekPlan of(CareProblem problem) {
    var plan = new TimefoldWeekPlan();
    var known = new HashMap<String, Set<String>>();
    problem.visits().forEach(v -> known.merge(v.elder(), v.known(), (a, b) -> {
      var all = new java.util.HashSet<>(a);
      all.addAll(b);
      return all;
    }));
    var calls = new HashMap<String, Call>();
    for (var visit : problem.visits()) {
      var call = new Call(plan.calls.size(), problem, visit, known.get(visit.elder()));
      plan.calls.add(call);
      calls.put(visit.id(), call);
    }
    for (var link : problem.links()) {
      var first = calls.get(link.first());
      var second = calls.get(link.second());
      first.partner = second;
      second.partner = first;
      first.link = link;
      first.pair.addAll(List.of(first, second));
      second.pair.addAll(List.of(first, second));
      second.link = link;
    }
    for (var carer : problem.carers()) {
      for (var shift : carer.shifts()) {
        var turn = new Turn(plan.turns.size(), problem, carer, shift);
        for (var call : plan.calls) if (turn.may(call.visit)) turn.able.add(call);
        plan.turns.add(turn);
      }
    }
    return plan;
  }

  /** A shift of a carer. */
  @PlanningEntity
  public static class Turn {
    @PlanningId public int number;
    CareProblem problem;
    CareCarer carer;
    CareCarer.Shift shift;
    @ValueRangeProvider(id = "able") public List<Call> able = new ArrayList<>();
    @PlanningListVariable(allowsUnassignedValues = true, valueRangeProviderRefs = "able") public List<Call> calls = new ArrayList<>();

    public Turn() {}

    Turn(int number, CareProblem problem, CareCarer carer, CareCarer.Shift shift) {
      this.number = number;
      this.problem = problem;
      this.carer = carer;
      this.shift = shift;
    }

    boolean may(CareVisit visit) {
      if (visit.to() < shift.from() || visit.from() + visit.minutes() > shift.to()) return false;
      if (visit.pool() != null && !carer.pools().contains(visit.pool())) return false;
      if (visit.refused().contains(carer.id()) || carer.refused().contains(visit.elder())) return false;
      int end = visit.from() + visit.minutes();
      return visit.skills().stream().allMatch(n -> carer.skills().stream().anyMatch(s -> s.code().equals(n.code()) && s.level() >= n.level() && s.until() >= end));
    }

    int way(int from, int to) {
      return problem.travel().minutes(carer.mode(), from, to);
    }

    int home(Call last) {
      return shift.endPlace() == null ? 0 : way(last.visit.place(), shift.endPlace());
    }

    long travel() {
      long sum = 0;
      int at = shift.startPlace();
      for (var call : calls) {
        sum += way(at, call.visit.place());
        at = call.visit.place();
      }
      return calls.isEmpty() ? 0 : sum + home(calls.getLast());
    }

    long work() {
      long sum = travel();
      for (var call : calls) sum += call.visit.minutes();
      return sum;
    }

    long overDay() {
      return Math.max(0, work() - carer.mostMinutesADay());
    }
  }

  /** When a visit begins, when the first of its shift did, whether the break of the shift is over by then, and who comes with it (null: nobody yet). */
  public record Timing(int start, int end, int first, boolean paused, CareCarer mate) {}

  @PlanningEntity
  public static class Call {
    @PlanningId public int number;
    CareProblem problem;
    CareVisit visit;
    Set<String> known;
    public Call partner;
    /** This visit and its partner, or nobody. */
    public List<Call> pair = new ArrayList<>();
    CareLink link;
    @InverseRelationShadowVariable(sourceVariableName = "calls") public Turn turn;
    @PreviousElementShadowVariable(sourceVariableName = "calls") public Call previous;
    @NextElementShadowVariable(sourceVariableName = "calls") public Call next;
    /** The start without regard to the partner. */
    @ShadowVariable(supplierName = "readyAt") public Integer ready;
    @ShadowVariable(supplierName = "timingOf") public Timing timing;
    @ShadowVariablesInconsistent public boolean looped;

    public Call() {}

    Call(int number, CareProblem problem, CareVisit visit, Set<String> known) {
      this.number = number;
      this.problem = problem;
      this.visit = visit;
      this.known = known;
    }

    @ShadowSources({"turn", "previous.timing"})
    public Integer readyAt() {
      if (turn == null || previous != null && previous.timing == null) return null;
      int start = Math.max(visit.wishedFrom(), open() + spent());
      var pause = pause();
      if (pause == null || previous != null && previous.timing.paused()) return start;
      if (previous == null && start > pause.to()) return start;
      // A visit that would last beyond the latest beginning of the break waits for it.
      if (start + visit.minutes() <= pause.to()) return start;
      int from = Math.max(open(), pause.from());
      return from > pause.to() ? start : Math.max(start, Math.max(from, open() + spent()) + pause.minutes());
    }

    @ShadowSources({"ready", "previous.timing", "pair[].ready", "pair[].turn"})
    public Timing timingOf() {
      if (ready == null || turn == null) return null;
      int start = ready;
      if (partner != null && partner.ready != null) {
        int a = link.first().equals(visit.id()) ? ready : partner.ready;
        int b = link.first().equals(visit.id()) ? partner.ready : ready;
        int first = Math.max(a, b - link.most());
        start = link.first().equals(visit.id()) ? first : Math.max(b, first + link.least());
      }
      int first = previous == null || previous.timing == null ? start : previous.timing.first();
      return new Timing(start, start + visit.minutes(), first, paused(start), partner == null || partner.turn == null ? null : partner.turn.carer);
    }

    private boolean paused(int start) {
      var pause = pause();
      if (pause == null || previous != null && previous.timing != null && previous.timing.paused()) return true;
      int from = Math.max(open(), pause.from());
      return from <= pause.to() && from + pause.minutes() <= start && open() + spent() + pause.minutes() <= start;
    }

    private int open() {
      return previous == null || previous.timing == null ? turn.shift.from() : previous.timing.end();
    }

    private int spent() {
      return previous == null ? turn.way(turn.shift.startPlace(), visit.place()) : problem.handover() + turn.way(previous.visit.place(), visit.place());
    }

    private CareCarer.Break pause() {
      return turn.shift.breaks().isEmpty() ? null : turn.shift.breaks().getFirst();
    }

    /** Is served, at a time that is known. */
    boolean stands() {
      return turn != null && timing != null && !looped;
    }

    long late() {
      return timing == null ? 0 : Math.max(0, timing.start() - visit.to());
    }

    long lateHome() {
      if (timing == null || next != null) return 0;
      return Math.max(0, timing.end() + (turn.shift.endPlace() == null ? 0 : problem.handover() + turn.home(this)) - turn.shift.to());
    }

    boolean withoutBreak() {
      if (timing == null || turn == null) return false;
      var pause = pause();
      return pause != null && !timing.paused() && timing.first() <= pause.to() && timing.start() > pause.to();
    }

    boolean twice() {
      return turn != null && timing != null && timing.mate() == turn.carer;
    }

    long offWish() {
      return timing == null ? 0 : Math.max(0, Math.max(visit.wishedFrom() - timing.start(), timing.start() - visit.wishedTo()));
    }
  }
}
