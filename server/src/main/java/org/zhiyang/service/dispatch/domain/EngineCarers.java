package org.zhiyang.service.dispatch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareVisit;

/** Carers of several days as the engine knows them: one with the shifts of all days. A day is one shift with gaps for the hours off duty in between: it begins at the base and ends where the
 *  last visit was, except around fixed visits that lie outside. */
final class EngineCarers {
  private EngineCarers() {}

  /** Each carer as of the days they were seen on. */
  static Map<CarerId, SortedMap<LocalDate, Carer>> byCarer(List<PlanningDay> days) {
    var byCarer = new LinkedHashMap<CarerId, SortedMap<LocalDate, Carer>>();
    for (var day : days) for (var carer : day.carers()) byCarer.computeIfAbsent(carer.id(), id -> new TreeMap<>()).put(day.day(), carer);
    return byCarer;
  }

  static List<CareCarer> of(List<PlanningDay> days, Map<CarerId, SortedMap<LocalDate, Carer>> byCarer, LocalDate first, Places places, EngineCertificates certificates, List<CareVisit> visits) {
    var settings = days.getFirst().settings();
    var end = EngineProblem.midnight(first, days.stream().map(PlanningDay::day).max(LocalDate::compareTo).orElseThrow()) + EngineProblem.DAY;
    var fixed = new HashMap<String, List<DutySpans.Fixed>>();
    for (var visit : visits) {
      var pin = visit.pin();
      if (pin != null) fixed.computeIfAbsent(pin.carer(), c -> new ArrayList<>()).add(new DutySpans.Fixed(pin.start(), pin.start() + visit.minutes(), visit.place()));
    }
    var around = new HashMap<CarerId, Map<LocalDate, PlanningDay>>();
    for (var day : days) for (var carer : day.carers()) around.computeIfAbsent(carer.id(), id -> new HashMap<>()).put(day.day(), day);
    return byCarer.entrySet().stream().map(e -> carer(e.getValue(), around.getOrDefault(e.getKey(), Map.of()), first, end, places, certificates, settings, fixed.getOrDefault(e.getKey().toString(), List.of()))).toList();
  }

  private static CareCarer carer(Map<LocalDate, Carer> seen, Map<LocalDate, PlanningDay> days, LocalDate first, int end, Places places, EngineCertificates certificates, PlanningSettings settings, List<DutySpans.Fixed> fixed) {
    var one = seen.values().iterator().next();
    var base = places.of(one.baseLng(), one.baseLat());
    var shifts = new ArrayList<CareCarer.Shift>();
    seen.forEach((date, carer) -> {
      var midnight = EngineProblem.midnight(first, date);
      var today = fixed.stream().filter(f -> f.from() >= midnight && f.from() < midnight + EngineProblem.DAY).toList();
      var busyTo = shifts.isEmpty() ? 0 : shifts.getLast().to() - midnight; // the evening before may reach beyond midnight
      shifts.addAll(DutySpans.of(from(busyTo, rested(DutyHours.of(carer), carer.id(), date, days)), midnight, base, today, settings.handoverMinutes()));
    });
    var skills = new ArrayList<CareCarer.Skill>();
    one.skills().forEach(skill -> skills.add(new CareCarer.Skill(skill, 1, end)));
    skills.addAll(certificates.heldBy(seen));
    return new CareCarer(one.id().toString(), Set.of(one.provider().toString()), skills, shifts, one.travelMode().ordinal(), settings.maximumMinutesPerDay(), minutesLeft(one.id(), days, settings), settings.restMinutes(), Set.of());
  }

  /** The hours left between what the carer does on the days before and after, as far as these are not planned together with this one. */
  private static List<DutyHours> rested(List<DutyHours> hours, CarerId carer, LocalDate date, Map<LocalDate, PlanningDay> days) {
    var day = days.get(date);
    if (day == null) return hours;
    var from = days.containsKey(date.minusDays(1)) ? Integer.MIN_VALUE : WorkTime.earliest(day, carer);
    var to = days.containsKey(date.plusDays(1)) ? Integer.MAX_VALUE : WorkTime.latest(day, carer);
    return from(from, hours.stream().map(h -> new DutyHours(h.from(), Math.min(h.to(), to))).toList());
  }

  private static List<DutyHours> from(int earliest, List<DutyHours> hours) {
    return hours.stream().map(h -> new DutyHours(Math.max(h.from(), earliest), h.to())).filter(h -> h.from() < h.to()).toList();
  }

  /** Of the week, without what stands on days that are not planned here. The engine counts all its days as one week: where they lie in two, the freer one counts, and the rules of the house see to the other. */
  private static int minutesLeft(CarerId carer, Map<LocalDate, PlanningDay> days, PlanningSettings settings) {
    var standing = days.values().stream().mapToInt(day -> WorkTime.minutesInWeek(day, carer, date -> !days.containsKey(date))).min().orElse(0);
    return Math.max(0, settings.maximumMinutesPerWeek() - standing);
  }
}
