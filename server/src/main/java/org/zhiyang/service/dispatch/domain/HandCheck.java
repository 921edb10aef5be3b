package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Looks at one visit being put somewhere by hand, all others of the day standing where they are. */
public final class HandCheck {
  private final PlanningDay day;
  private final VisitToPlan visit;
  private final Board board;

  public HandCheck(PlanningDay day, VisitToPlan visit) {
    this.day = day;
    this.visit = visit;
    this.board = Board.withAssigned(day, other -> !other.id().equals(visit.id()));
  }

  /** Every hard rule this would break; empty when it may be done. The agreed window is no rule here: a person may have agreed another time. */
  public List<Objection> objections(Collection<CarerId> carers, LocalTime from) {
    return objections(day, visit, board::find, carers, from);
  }

  /** @param routes of the carers, all without the visit */
  private static List<Objection> objections(PlanningDay day, VisitToPlan visit, Function<CarerId, Optional<Route>> routes, Collection<CarerId> carers, LocalTime from) {
    var found = new ArrayList<Objection>();
    if (new LinkedHashSet<>(carers).size() != visit.crew()) found.add(new Objection(HardRule.CREW, null, null));
    if (day.notBefore() != null && from.isBefore(day.notBefore())) found.add(new Objection(HardRule.NOT_IN_THE_PAST, null, null));
    for (var carer : carers) {
      var route = routes.apply(carer);
      var objection = route.isEmpty() ? new Objection(HardRule.ON_DUTY, carer, null) : route.get().objection(visit, minute(from));
      if (objection != null) found.add(objection);
    }
    return found;
  }

  /** @param extraMinutes more travel for this carer; @param objection null when the carer may go */
  public record Option(CarerId carer, int extraMinutes, int plannedMinutes, Optional<Objection> objection) {}

  /** What each carer of the day would mean for this visit at that time. */
  public List<Option> options(LocalTime from) {
    return board.routes().stream().map(route -> {
      var planned = route.travel() + route.stops().stream().mapToInt(Stop::minutes).sum();
      var trial = route.at(visit, minute(from), Stop.Standing.FIXED);
      return new Option(route.carer().id(), trial.map(Route.Trial::extraMinutes).orElse(0), planned, Optional.ofNullable(route.objection(visit, minute(from))));
    }).toList();
  }

  public int minutesOutsideWindow(LocalTime from) {
    return Math.max(0, Math.max(minute(visit.windowFrom()) - minute(from), minute(from) - minute(visit.windowTo())));
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  /** Rules broken by assignments that stand: facts may have changed since (a certificate lapsed, a shift was taken away). Locked visits are looked at too. */
  public static List<VisitId> brokenIn(PlanningDay day) {
    var whenever = new PlanningDay(day.day(), day.visits(), day.carers(), day.travel(), day.settings(), null, true, day.elsewhere());
    var board = Board.withAssigned(whenever, v -> true);
    return day.visits().stream().filter(v -> v.plannedFrom() != null && !v.carers().isEmpty())
        .filter(v -> !objections(whenever, v, carer -> board.find(carer).map(route -> route.without(v.id())), v.carers(), v.plannedFrom()).isEmpty()).map(VisitToPlan::id).toList();
  }

  /** Fixed by hand to a carer whom the elder refused since. No plan moves what is fixed, so somebody has to decide. What has begun is over with. */
  public static List<VisitToPlan> fixedThoughRefused(PlanningDay day) {
    return day.visits().stream().filter(v -> DayDraft.isLocked(v) && v.carers().stream().anyMatch(v.wishes().refused()::contains)).toList();
  }

  /** How many of the changed visits would break a hard rule in the day that results from all changes together. */
  public static int brokenAfter(PlanningDay day, List<DayChange.Line> lines) {
    return brokenAmong(day, lines).size();
  }

  static Set<VisitId> brokenAmong(PlanningDay day, List<DayChange.Line> lines) {
    var changed = lines.stream().map(DayChange.Line::visit).collect(Collectors.toSet());
    return brokenIn(after(day, lines)).stream().filter(changed::contains).collect(Collectors.toSet());
  }

  /** The day with all lines carried out. */
  static PlanningDay after(PlanningDay day, List<DayChange.Line> lines) {
    var after = new HashMap<VisitId, DayChange.Standing>();
    lines.forEach(line -> after.put(line.visit(), line.after()));
    return placed(day, after);
  }

  /** The day as it would be with these changes. */
  static PlanningDay placed(PlanningDay day, Map<VisitId, DayChange.Standing> after) {
    return day.with(day.visits().stream().map(v -> placed(v, after.get(v.id()))).toList());
  }

  private static VisitToPlan placed(VisitToPlan visit, DayChange.@Nullable Standing to) {
    return to == null ? visit : visit.withCarers(new LinkedHashSet<>(to.carers()), to.from());
  }
}
