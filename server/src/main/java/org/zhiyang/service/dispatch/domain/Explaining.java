package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayPlan.Assignment;
import org.zhiyang.service.dispatch.domain.Explanation.Alternative;
import org.zhiyang.service.dispatch.domain.Explanation.Why;
import org.zhiyang.service.dispatch.domain.Route.Trial;
import org.zhiyang.service.homecare.VisitToPlan;

/** Reads the reasons of each assignment off the finished board: what the chosen carer costs there, and what every other would. */
final class Explaining {
  private static final int MOST_ALTERNATIVES = 5;

  private final PlanningDay day;
  private final Board board;

  Explaining(PlanningDay day, Board board) {
    this.day = day;
    this.board = board;
  }

  /** @param standing LOCKED or KEPT where the planner did not choose, else null */
  Assignment assignment(VisitToPlan visit, @Nullable Why standing) {
    var carers = standing == null ? board.routes().stream().filter(r -> r.stops().stream().anyMatch(s -> s.visit().id().equals(visit.id()))).map(r -> r.carer().id()).toList()
        : List.copyOf(visit.carers());
    var start = standing == null ? board.find(carers.getFirst()).orElseThrow().startOf(visit.id()) : java.util.Objects.requireNonNull(visit.plannedFrom()).toSecondOfDay() / 60;
    var legs = carers.stream().map(c -> board.find(c).map(r -> r.legTo(visit.id())).orElse(0)).toList();
    var from = LocalTime.ofSecondOfDay(start * 60L);
    return new Assignment(visit.id(), carers, from, from.plusMinutes(visit.durationMinutes()), legs, explanation(visit, carers, start, standing));
  }

  private Explanation explanation(VisitToPlan visit, List<CarerId> carers, int start, @Nullable Why standing) {
    var why = new ArrayList<Why>();
    if (standing != null) why.add(standing);
    if (carers.stream().anyMatch(visit.wishes().wanted()::contains)) why.add(Why.WISHED);
    if (visit.usualCarer() != null && carers.contains(visit.usualCarer())) why.add(Why.USUAL);
    var late = Stop.at(visit, start, Stop.Standing.FIXED).minutesAfterWindow(start);
    if (standing == Why.LOCKED) return new Explanation(why, late, List.of(), Map.of());
    var own = carers.stream().flatMap(c -> board.find(c).stream()).mapToInt(r -> r.travel() - r.without(visit.id()).travel()).max().orElse(0);
    var excluded = new EnumMap<HardRule, Integer>(HardRule.class);
    var alternatives = new ArrayList<Alternative>();
    for (var route : board.routes()) {
      if (carers.contains(route.carer().id())) continue;
      trial(route, visit, start).ifPresentOrElse(t -> alternatives.add(new Alternative(route.carer().id(), t.extraMinutes() - own, t.cost() - own)),
          () -> excluded.merge(obstacle(route, visit, start), 1, Integer::sum));
    }
    alternatives.sort(Comparator.comparingInt(Alternative::extraMinutes).thenComparing(a -> a.carer().value()));
    if (standing == null && alternatives.size() + carers.size() <= visit.crew()) why.add(Why.ONLY_CHOICE);
    else if (standing == null && alternatives.stream().allMatch(a -> a.extraMinutes() >= 0)) why.add(Why.LEAST_TRAVEL);
    if (why.isEmpty()) why.add(Why.BEST_BALANCE);
    return new Explanation(why, late, alternatives.stream().limit(MOST_ALTERNATIVES).toList(), excluded);
  }

  private Optional<Trial> trial(Route route, VisitToPlan visit, int start) {
    return visit.crew() == 1 ? route.best(visit) : route.at(visit, start, Stop.Standing.FIXED);
  }

  private HardRule obstacle(Route route, VisitToPlan visit, int start) {
    if (visit.crew() == 1) return route.obstacle(visit);
    var objection = route.objection(visit, start);
    return objection == null ? HardRule.ONE_PLACE : objection.rule();
  }
}
