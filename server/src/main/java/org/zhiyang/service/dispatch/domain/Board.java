package org.zhiyang.service.dispatch.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.Route.Trial;
import org.zhiyang.service.homecare.VisitToPlan;

/** All routes of a provider's day while a plan grows. Changed in place; one thread. */
final class Board {
  private static final Comparator<Trial> CHEAPEST = Comparator.comparingInt(Trial::cost).thenComparing(t -> t.route().carer().id().value());

  private final PlanningDay day;
  private final Map<CarerId, Route> routes = new LinkedHashMap<>();

  private Board(PlanningDay day) {
    this.day = day;
  }

  /** A board on which the visits that pass the test stand where they were assigned. */
  static Board withAssigned(PlanningDay day, Predicate<VisitToPlan> which) {
    var board = new Board(day);
    var given = new HashMap<CarerId, List<Stop>>();
    for (var visit : day.visits()) {
      if (visit.plannedFrom() == null || !which.test(visit)) continue;
      var stop = Stop.at(visit, visit.plannedFrom().toSecondOfDay() / 60, Stop.Standing.GIVEN);
      for (var carer : visit.carers()) given.computeIfAbsent(carer, c -> new ArrayList<>()).add(stop);
    }
    for (var carer : day.carers()) board.routes.put(carer.id(), Route.of(day, carer, given.getOrDefault(carer.id(), List.of())));
    return board;
  }

  Collection<Route> routes() {
    return routes.values();
  }

  Optional<Route> find(CarerId carer) {
    return Optional.ofNullable(routes.get(carer));
  }

  void take(Trial trial) {
    routes.put(trial.route().carer().id(), trial.route());
  }

  void put(Route route) {
    routes.put(route.carer().id(), route);
  }

  /** Puts a whole crew at the visit at a minute; nothing changes unless all of them can be there. */
  boolean placeAt(VisitToPlan visit, Collection<CarerId> carers, int start, Stop.Standing standing) {
    var trials = carers.stream().distinct().map(c -> find(c).flatMap(route -> route.at(visit, start, standing))).toList();
    if (trials.size() != visit.crew() || !trials.stream().allMatch(Optional::isPresent)) return false;
    trials.forEach(t -> take(t.orElseThrow()));
    return true;
  }

  /** Puts the visit where it costs least as the board stands, a whole crew or nobody. */
  boolean placeBest(VisitToPlan visit) {
    var crew = visit.crew() == 1 ? cheapest(visit).stream().toList() : bestCrew(visit, true);
    crew.forEach(this::take);
    return !crew.isEmpty();
  }

  /** The cheapest crew and minute at which as many as the visit needs can be there at once, of equally cheap minutes the earliest or the latest; empty if there is none. */
  List<Trial> bestCrew(VisitToPlan visit, boolean early) {
    var minutes = new TreeSet<Integer>(early ? Comparator.naturalOrder() : Comparator.reverseOrder());
    var window = Stop.within(visit, day);
    if (window.from() > window.to()) return List.of();
    minutes.add(Math.max(window.from(), visit.windowTo().toSecondOfDay() / 60));
    routes.values().forEach(route -> minutes.addAll(route.starts(visit)));
    List<Trial> best = List.of();
    for (int minute : minutes) {
      var crew = routes.values().stream().flatMap(route -> route.at(visit, minute, Stop.Standing.FIXED).stream()).sorted(CHEAPEST).limit(visit.crew()).toList();
      if (crew.size() == visit.crew() && (best.isEmpty() || cost(visit, crew) < cost(visit, best))) best = crew;
    }
    return best;
  }

  private int cost(VisitToPlan visit, List<Trial> crew) {
    var late = Stop.at(visit, crew.getFirst().start(), Stop.Standing.FIXED).minutesAfterWindow(crew.getFirst().start());
    return crew.stream().mapToInt(Trial::cost).sum() + late * day.settings().weights().perMinuteAfterWindow();
  }

  Optional<Trial> cheapest(VisitToPlan visit) {
    return trials(visit).stream().min(CHEAPEST);
  }

  List<Trial> trials(VisitToPlan visit) {
    var all = new ArrayList<Trial>();
    routes.values().forEach(route -> route.best(visit).ifPresent(all::add));
    return all;
  }
}
