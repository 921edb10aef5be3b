package org.zhiyang.bench;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.ShadowSources;
import ai.timefold.solver.core.api.domain.variable.ShadowVariable;
import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.ArrayList;
import java.util.List;
import org.zhiyang.routing.vrptw.Stop;
import org.zhiyang.routing.vrptw.VrptwProblem;

@PlanningSolution
public class TimefoldPlan {
  @PlanningEntityCollectionProperty public List<Van> vans = new ArrayList<>();
  @PlanningEntityCollectionProperty @ValueRangeProvider public List<Call> calls = new ArrayList<>();
  @PlanningScore public HardSoftScore score;

  static TimefoldPlan of(VrptwProblem problem) {
    var plan = new TimefoldPlan();
    for (int v = 0; v < problem.vehicles(); v++) plan.vans.add(new Van(v, problem));
    for (int c = 1; c <= problem.customers(); c++) plan.calls.add(new Call(c, problem));
    return plan;
  }

  @PlanningEntity
  public static class Van {
    @PlanningId public int number;
    VrptwProblem problem;
    @PlanningListVariable public List<Call> calls = new ArrayList<>();

    public Van() {}

    Van(int number, VrptwProblem problem) {
      this.number = number;
      this.problem = problem;
    }

    long tooMuch() {
      long load = 0;
      for (var call : calls) load += call.stop().demand();
      return Math.max(0, load - problem.capacity());
    }

    long distance() {
      long sum = 0;
      int at = 0;
      for (var call : calls) {
        sum += problem.travel().distance(at, call.number);
        at = call.number;
      }
      return sum + problem.travel().distance(at, 0);
    }

    long lateHome() {
      if (calls.isEmpty()) return 0;
      var last = calls.getLast();
      return last.begin == null ? 0 : Math.max(0, last.begin + last.stop().service() + problem.travel().duration(last.number, 0) - problem.stops().getFirst().due());
    }
  }

  @PlanningEntity
  public static class Call {
    @PlanningId public int number;
    VrptwProblem problem;
    @InverseRelationShadowVariable(sourceVariableName = "calls") public Van van;
    @PreviousElementShadowVariable(sourceVariableName = "calls") public Call previous;
    @ShadowVariable(supplierName = "beginOfService") public Long begin;

    public Call() {}

    Call(int number, VrptwProblem problem) {
      this.number = number;
      this.problem = problem;
    }

    Stop stop() {
      return problem.stops().get(number);
    }

    @ShadowSources({"van", "previous.begin"})
    public Long beginOfService() {
      if (van == null) return null;
      long left = problem.stops().getFirst().ready();
      if (previous != null) {
        if (previous.begin == null) return null;
        left = previous.begin + previous.stop().service();
      }
      return Math.max(stop().ready(), left + problem.travel().duration(previous == null ? 0 : previous.number, number));
    }

    long late() {
      return begin == null ? 0 : Math.max(0, begin - stop().due());
    }
  }

  public static class Rules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {
          factory.forEach(Van.class).filter(van -> van.tooMuch() > 0).penalize(HardSoftScore.ONE_HARD, Van::tooMuch).asConstraint("load"),
          factory.forEach(Call.class).filter(call -> call.late() > 0).penalize(HardSoftScore.ONE_HARD, Call::late).asConstraint("late"),
          factory.forEach(Van.class).filter(van -> van.lateHome() > 0).penalize(HardSoftScore.ONE_HARD, Van::lateHome).asConstraint("late home"),
          factory.forEach(Van.class).filter(van -> !van.calls.isEmpty()).penalize(HardSoftScore.ONE_SOFT, Van::distance).asConstraint("distance")};
    }
  }
}
