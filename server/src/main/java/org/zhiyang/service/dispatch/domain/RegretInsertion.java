package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayPlan.Assignment;
import org.zhiyang.service.dispatch.domain.Explanation.Why;
import org.zhiyang.service.dispatch.domain.Route.Trial;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** A simple, honest heuristic: what is locked stands; what was promised is kept; crews come first, the hardest to staff first; then always the visit that would lose
 *  most by waiting (the difference between its best and second-best carer) goes to its best place; last, one visit may move to make room for one left over.
 *  Done twice, crews early and crews late in their windows; the plan with fewer visits left over counts, then the one with less travel.
 *  No search beyond that: a good plan, not the best one. Same input, same plan; about 0.1 s for 200 visits and 40 carers. */
public final class RegretInsertion implements RoutePlanner {
  private static final int ALONE = 1_000_000;

  @Override
  public String name() {
    return "regret-insertion/1";
  }

  @Override
  public DayPlan plan(PlanningDay day) {
    var early = attempt(day, true);
    if (day.visits().stream().noneMatch(visit -> visit.crew() > 1)) return early;
    var late = attempt(day, false);
    return late.unserved().size() < early.unserved().size() || late.unserved().size() == early.unserved().size() && late.travelMinutes() < early.travelMinutes() ? late : early;
  }

  private static DayPlan attempt(PlanningDay day, boolean crewsEarly) {
    var locked = new ArrayList<VisitToPlan>();
    var open = new ArrayList<VisitToPlan>();
    for (var visit : inOrder(day.visits())) (isLocked(visit) ? locked : open).add(visit);
    var board = Board.withAssigned(day, RegretInsertion::isLocked);
    var kept = day.keepAssigned() ? keep(board, open) : Set.<VisitId>of();
    open.removeIf(visit -> kept.contains(visit.id()));
    var left = new ArrayList<VisitToPlan>();
    left.addAll(placeCrews(board, open.stream().filter(v -> v.crew() > 1).toList(), crewsEarly));
    left.addAll(placeSingles(board, open.stream().filter(v -> v.crew() == 1).toList()));
    left.removeIf(visit -> visit.crew() == 1 && board.makeRoomFor(visit));
    return result(day, board, locked, kept, left);
  }

  private static boolean isLocked(VisitToPlan visit) {
    return visit.locked() && visit.plannedFrom() != null && !visit.carers().isEmpty();
  }

  private static List<VisitToPlan> inOrder(List<VisitToPlan> visits) {
    return visits.stream().sorted(Comparator.comparing(VisitToPlan::windowFrom).thenComparing(v -> v.id().value())).toList();
  }

  private static Set<VisitId> keep(Board board, List<VisitToPlan> open) {
    var kept = new HashSet<VisitId>();
    for (var visit : open) {
      if (visit.plannedFrom() != null && visit.carers().size() == visit.crew() && board.keepAt(visit, visit.carers(), visit.plannedFrom().toSecondOfDay() / 60)) kept.add(visit.id());
    }
    return kept;
  }

  private static List<VisitToPlan> placeCrews(Board board, List<VisitToPlan> crews, boolean early) {
    var fewestFirst = crews.stream().sorted(Comparator.comparingLong((VisitToPlan v) -> board.routes().stream().filter(r -> Qualification.missing(v, r.carer()) == null).count())
        .thenComparing(VisitToPlan::windowTo).thenComparing(v -> v.id().value())).toList();
    var left = new ArrayList<VisitToPlan>();
    for (var visit : fewestFirst) {
      var crew = board.bestCrew(visit, early);
      if (crew.isEmpty()) left.add(visit);
      crew.forEach(board::take);
    }
    return left;
  }

  private static List<VisitToPlan> placeSingles(Board board, List<VisitToPlan> singles) {
    var options = new LinkedHashMap<VisitToPlan, Map<CarerId, Trial>>();
    for (var visit : singles) {
      var trials = new HashMap<CarerId, Trial>();
      board.trials(visit).forEach(t -> trials.put(t.route().carer().id(), t));
      options.put(visit, trials);
    }
    while (true) {
      var next = options.entrySet().stream().filter(e -> !e.getValue().isEmpty()).max(Comparator.comparingInt((Map.Entry<VisitToPlan, Map<CarerId, Trial>> e) -> regret(e.getValue()))
          .thenComparing(e -> e.getKey().id().value(), Comparator.reverseOrder()));
      if (next.isEmpty()) return List.copyOf(options.keySet());
      var chosen = next.get().getValue().values().stream().min(Comparator.comparingInt(Trial::cost).thenComparing(t -> t.route().carer().id().value())).orElseThrow();
      board.take(chosen);
      options.remove(next.get().getKey());
      options.forEach((visit, trials) -> renew(trials, chosen.route().best(visit), chosen.route().carer().id()));
    }
  }

  private static void renew(Map<CarerId, Trial> trials, Optional<Trial> trial, CarerId carer) {
    trial.ifPresentOrElse(t -> trials.put(carer, t), () -> trials.remove(carer));
  }

  private static int regret(Map<CarerId, Trial> trials) {
    var costs = trials.values().stream().mapToInt(Trial::cost).sorted().limit(2).toArray();
    return costs.length == 1 ? ALONE - costs[0] : costs[1] - costs[0];
  }

  private static DayPlan result(PlanningDay day, Board board, List<VisitToPlan> locked, Set<VisitId> kept, List<VisitToPlan> left) {
    var explaining = new Explaining(day, board);
    var assignments = new ArrayList<Assignment>();
    var unserved = left.stream().map(v -> v.id()).collect(java.util.stream.Collectors.toSet());
    var lockedIds = locked.stream().map(VisitToPlan::id).collect(java.util.stream.Collectors.toSet());
    for (var visit : day.visits()) {
      if (unserved.contains(visit.id())) continue;
      assignments.add(explaining.assignment(visit, lockedIds.contains(visit.id()) ? Why.LOCKED : kept.contains(visit.id()) ? Why.KEPT : null));
    }
    assignments.sort(Comparator.comparing(Assignment::from).thenComparing(a -> a.visit().value()));
    var diagnosis = new Diagnosis(day, board);
    return new DayPlan(assignments, inOrder(left).stream().map(diagnosis::unserved).toList());
  }
}
