package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.CareWeights;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Days of providers in the engine's language, and its plans in ours. A visit for two carers is two joined visits; a visit for more, and one whose time is over, is left out. */
public final class EngineProblem {
  static final int DAY = 24 * 60;

  private final LocalDate first;
  private final CareProblem problem;
  private final Map<VisitId, List<String>> names;
  private final Map<String, VisitToPlan> visits = new HashMap<>();

  private EngineProblem(LocalDate first, CareProblem problem, Map<VisitId, List<String>> names, List<VisitToPlan> all) {
    this.first = first;
    this.problem = problem;
    this.names = names;
    all.forEach(visit -> names.getOrDefault(visit.id(), List.of()).forEach(name -> visits.put(name, visit)));
  }

  /**
   * @param days of one or several providers, at least one; figures that hold for all are the first day's
   * @param pinned who goes when, not to be questioned
   * @param told what people were told and may be changed at a price
   */
  public static EngineProblem of(List<PlanningDay> days, Map<VisitId, Standing> pinned, Map<VisitId, Standing> told) {
    var first = days.stream().map(PlanningDay::day).min(LocalDate::compareTo).orElseThrow();
    var last = days.stream().map(PlanningDay::day).max(LocalDate::compareTo).orElseThrow();
    var places = new Places(days.getFirst().travel());
    var byCarer = EngineCarers.byCarer(days);
    var certificates = EngineCertificates.of(byCarer.values(), first);
    var names = new LinkedHashMap<VisitId, List<String>>();
    var visits = new ArrayList<CareVisit>();
    var links = new ArrayList<CareLink>();
    var standing = new ArrayList<CarePlan.Stop>();
    for (var day : days) {
      var midnight = midnight(first, day.day());
      for (var visit : day.visits()) {
        var parts = parts(new EngineVisits(day, midnight, places, certificates), visit, pinned.get(visit.id()), told.getOrDefault(visit.id(), Standing.NOBODY));
        if (parts.isEmpty()) continue;
        visits.addAll(parts);
        var ids = parts.stream().map(CareVisit::id).toList();
        names.put(visit.id(), ids);
        if (ids.size() == 2 && !pinned.containsKey(visit.id())) links.add(new CareLink(ids.getFirst(), ids.getLast(), 0, 0));
        standing.addAll(stops(ids, told.getOrDefault(visit.id(), Standing.NOBODY), midnight));
      }
    }
    var carers = EngineCarers.of(days, byCarer, first, places, certificates, visits);
    var settings = days.getFirst().settings();
    var notBefore = days.stream().filter(d -> d.notBefore() != null).mapToInt(d -> midnight(first, d.day()) + Stop.minuteAfter(java.util.Objects.requireNonNull(d.notBefore()))).max().orElse(0);
    var problem = new CareProblem(days(first, last, carers), visits, links, carers, places.table(), settings.handoverMinutes(), notBefore, weights(settings.weights()), standing);
    return new EngineProblem(first, problem, names, days.stream().flatMap(d -> d.visits().stream()).toList());
  }

  /** One more where a visit that cannot be moved ends after the last midnight. */
  private static int days(LocalDate first, LocalDate last, List<CareCarer> carers) {
    var end = carers.stream().flatMap(carer -> carer.shifts().stream()).mapToInt(CareCarer.Shift::to).max().orElse(0);
    return Math.max((int) ChronoUnit.DAYS.between(first, last) + 1, Math.ceilDiv(end, DAY));
  }

  private static List<CareVisit> parts(EngineVisits day, VisitToPlan visit, @Nullable Standing pin, Standing told) {
    return pin == null ? day.open(visit, told) : day.pinned(visit, pin);
  }

  private static List<CarePlan.Stop> stops(List<String> ids, Standing told, int midnight) {
    var stops = new ArrayList<CarePlan.Stop>();
    if (told.carers().size() != ids.size() || told.from() == null) return stops;
    for (int i = 0; i < ids.size(); i++) stops.add(new CarePlan.Stop(ids.get(i), told.carers().get(i).toString(), midnight + told.from().toSecondOfDay() / 60));
    return stops;
  }

  private static CareWeights weights(PlanningWeights w) {
    return new CareWeights(w.unserved(), w.perMinuteAfterWindow(), w.notUsualCarer(), w.eachCarer(), w.notWishedCarer(), w.uneven(), w.changed());
  }

  static int midnight(LocalDate first, LocalDate day) {
    return (int) ChronoUnit.DAYS.between(first, day) * DAY;
  }

  public CareProblem problem() {
    return problem;
  }

  /** The names of a visit, one for each carer it needs; empty when it is not part of the problem. */
  public List<String> namesOf(VisitId visit) {
    return names.getOrDefault(visit, List.of());
  }

  public @Nullable VisitToPlan visitNamed(@Nullable String name) {
    return name == null ? null : visits.get(name);
  }

  public LocalTime timeOf(int minute) {
    return LocalTime.ofSecondOfDay(Math.floorMod(minute, DAY) * 60L);
  }

  /** Who goes where when, of visits with a whole crew. */
  public Map<VisitId, Standing> read(CarePlan plan) {
    var stops = new HashMap<String, CarePlan.Stop>();
    plan.stops().forEach(stop -> stops.put(stop.visit(), stop));
    var read = new LinkedHashMap<VisitId, Standing>();
    names.forEach((visit, parts) -> {
      if (!stops.keySet().containsAll(Set.copyOf(parts))) return;
      var crew = parts.stream().map(part -> carer(stops.get(part).carer())).toList();
      read.put(visit, new Standing(crew, timeOf(stops.get(parts.getFirst()).start())));
    });
    return read;
  }

  /** What stands as a plan of the engine, without its figures. */
  public CarePlan plan(Map<VisitId, Standing> standing, LocalDate day) {
    var stops = new ArrayList<CarePlan.Stop>();
    var open = new ArrayList<String>();
    names.forEach((visit, ids) -> {
      var at = stops(ids, standing.getOrDefault(visit, Standing.NOBODY), midnight(first, day));
      if (at.isEmpty()) open.addAll(ids);
      else stops.addAll(at);
    });
    stops.sort(java.util.Comparator.comparing(CarePlan.Stop::carer).thenComparing(CarePlan.Stop::start));
    return new CarePlan(stops, open, new org.zhiyang.routing.care.CareScore(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  static CarerId carer(String name) {
    return new CarerId(java.util.UUID.fromString(name));
  }
}
