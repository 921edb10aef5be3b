package org.zhiyang.service.dispatch.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.homecare.VisitId;

/** Plans days of one or many providers at once by the engine's search; every visit it places is checked once more by the rules of the house. */
public final class CareSearch implements RoutePlanner {
  private static final long SEED = 20260101;
  /** Small days end by this before their time is over: then the same day gives the same plan. */
  private static final long ITERATIONS_A_VISIT = 250;

  private final CareSolver solver;

  public CareSearch(CareSolver solver) {
    this.solver = solver;
  }

  @Override
  public String name() {
    return "care-search/1";
  }

  @Override
  public DayPlan plan(PlanningDay day) {
    var time = Duration.ofMillis((long) (1000 * day.settings().searchSeconds()));
    var iterations = Math.max(1, ITERATIONS_A_VISIT * day.visits().size());
    return plan(List.of(day), new SearchLimits(time, SearchLimits.Clock.WALL, iterations, 1, SEED), progress -> {}).plans().getFirst();
  }

  /** @param plans one for each day given, in their order; @param score of all days together
   *  @param refused placings of the engine that the rules of the house refused and that were placed anew */
  public record Outcome(List<DayPlan> plans, CareScore score, int refused) {}

  public Outcome plan(List<PlanningDay> days, SearchLimits limits, Consumer<CareSolver.Progress> progress) {
    var drafts = new ArrayList<DayDraft>();
    var together = new DraftDuties(days);
    var settled = new HashMap<VisitId, Standing>();
    for (var day : days) {
      var draft = new DayDraft(day.with(together.around(day)));
      drafts.add(draft);
      together.add(draft);
      settled.putAll(draft.settled());
    }
    var problem = EngineProblem.of(days, settled, java.util.Map.of());
    var plan = solver.solve(problem.problem(), limits, progress);
    var found = problem.read(plan);
    drafts.forEach(draft -> draft.take(found));
    var plans = drafts.stream().map(DayDraft::finish).toList();
    return new Outcome(plans, plan.score(), drafts.stream().mapToInt(DayDraft::refused).sum());
  }
}
