package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.DayPlan.Assignment;
import org.zhiyang.service.dispatch.domain.Explanation.Why;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** A day while it becomes a plan: first what is locked or was promised and still may stand, then what was found, each checked by the rules of the house before it is taken. One thread. */
final class DayDraft {
  private final PlanningDay day;
  private final Board board;
  private final Set<VisitId> locked;
  private final Set<VisitId> kept = new HashSet<>();
  private final List<VisitToPlan> left = new ArrayList<>();
  private int refused;

  DayDraft(PlanningDay day) {
    this.day = day;
    this.locked = day.visits().stream().filter(DayDraft::isLocked).map(VisitToPlan::id).collect(Collectors.toSet());
    this.board = Board.withAssigned(day, DayDraft::isLocked);
    if (!day.keepAssigned()) return;
    for (var visit : inOrder(day.visits())) {
      if (isLocked(visit) || visit.plannedFrom() == null || visit.carers().size() != visit.crew()) continue;
      if (board.placeAt(visit, visit.carers(), visit.plannedFrom().toSecondOfDay() / 60, Stop.Standing.PROMISED)) kept.add(visit.id());
    }
  }

  static boolean isLocked(VisitToPlan visit) {
    return visit.locked() && visit.plannedFrom() != null && !visit.carers().isEmpty();
  }

  private static List<VisitToPlan> inOrder(List<VisitToPlan> visits) {
    return visits.stream().sorted(Comparator.comparing(VisitToPlan::windowFrom).thenComparing(v -> v.id().value())).toList();
  }

  /** What is not to be moved: locked visits, and promised ones that break no rule. */
  Map<VisitId, Standing> settled() {
    var settled = new LinkedHashMap<VisitId, Standing>();
    for (var visit : day.visits()) if (locked.contains(visit.id()) || kept.contains(visit.id())) settled.put(visit.id(), new Standing(List.copyOf(visit.carers()), visit.plannedFrom()));
    return settled;
  }

  /** Takes what was found, as far as the rules of the house allow it. */
  void take(Map<VisitId, Standing> found) {
    var open = day.visits().stream().filter(v -> !locked.contains(v.id()) && !kept.contains(v.id())).toList();
    open.stream().sorted(Comparator.comparing((VisitToPlan v) -> minute(found.get(v.id()))).thenComparing(v -> v.id().value())).forEach(visit -> {
      var to = found.get(visit.id());
      if (to != null && !to.isEmpty() && board.placeAt(visit, to.carers(), minute(to), Stop.Standing.FIXED)) return;
      left.add(visit);
      if (to != null && !to.isEmpty()) refused++;
    });
  }

  /** What is left gets the best place there is, or nobody. Only when all days that are planned together have taken theirs: a place on one day may cost the hours meant for another. */
  DayPlan finish() {
    left.removeIf(board::placeBest);
    return plan(inOrder(left));
  }

  LocalDate day() {
    return day.day();
  }

  /** What the carer does on this day as far as it is planned; null with nothing to do. */
  Elsewhere.@Nullable Duty duty(CarerId carer) {
    return board.find(carer).map(Route::duty).orElse(null);
  }

  /** How many placings the rules of the house refused; 0 as long as engine and house read the rules alike. */
  int refused() {
    return refused;
  }

  private static int minute(@Nullable Standing at) {
    return at == null || at.from() == null ? Integer.MAX_VALUE : at.from().toSecondOfDay() / 60;
  }

  private DayPlan plan(List<VisitToPlan> left) {
    var explaining = new Explaining(day, board);
    var assignments = new ArrayList<Assignment>();
    for (var visit : day.visits()) {
      if (left.contains(visit)) continue;
      assignments.add(explaining.assignment(visit, locked.contains(visit.id()) ? Why.LOCKED : kept.contains(visit.id()) ? Why.KEPT : null));
    }
    assignments.sort(Comparator.comparing(Assignment::from).thenComparing(a -> a.visit().value()));
    var diagnosis = new Diagnosis(day, board);
    return new DayPlan(assignments, left.stream().map(diagnosis::unserved).toList());
  }
}
