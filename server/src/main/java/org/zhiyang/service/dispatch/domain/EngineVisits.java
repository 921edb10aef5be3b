package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.homecare.VisitToPlan;

/** Visits of one day as the engine knows them. The agreed window, or the start people were told, is the wish; the window with its tolerance is the rule.
 *
 *  @param midnight the day's first minute in the engine's count */
record EngineVisits(PlanningDay day, int midnight, Places places, EngineCertificates certificates) {
  /** One visit for each carer needed; none when no minute is left at which it could begin, or when it needs more carers at once than the engine joins. */
  List<CareVisit> open(VisitToPlan v, Standing told) {
    if (v.crew() > 2) return List.of();
    var settings = day.settings();
    var stop = Stop.within(v, day);
    var from = Math.max(stop.from(), settings.dayFrom().toSecondOfDay() / 60);
    var to = Math.min(stop.to(), settings.dayTo().toSecondOfDay() / 60 - v.durationMinutes());
    if (from > to) return List.of();
    return IntStream.range(0, v.crew()).mapToObj(n -> visit(v, name(v, n), from, to, told.from(), null)).toList();
  }

  /** One visit for each carer who is bound to it. */
  List<CareVisit> pinned(VisitToPlan v, Standing pin) {
    var start = java.util.Objects.requireNonNull(pin.from()).toSecondOfDay() / 60;
    var known = day.carers().stream().map(c -> c.id()).collect(Collectors.toSet());
    var parts = new ArrayList<CareVisit>();
    for (var carer : pin.carers()) {
      if (known.contains(carer)) parts.add(visit(v, name(v, parts.size()), start, start, null, new CareVisit.Pin(carer.toString(), midnight + start, true)));
    }
    return parts;
  }

  private CareVisit visit(VisitToPlan v, String id, int from, int to, @Nullable LocalTime told, CareVisit.@Nullable Pin pin) {
    var wishedFrom = Math.clamp((told == null ? v.windowFrom() : told).toSecondOfDay() / 60, from, to);
    var wishedTo = Math.clamp((told == null ? v.windowTo() : told).toSecondOfDay() / 60, wishedFrom, to);
    return new CareVisit(id, v.elder().toString(), places.of(v.lng(), v.lat()), midnight + from, midnight + to, midnight + wishedFrom, midnight + wishedTo, Math.max(1, v.durationMinutes()),
        needs(v), v.provider().toString(), day.settings().priorityOf(v.service()), names(v.wishes().wanted()), names(v.wishes().refused()), v.usualCarer() == null ? Set.of() : names(Set.of(v.usualCarer())), pin);
  }

  private static Set<String> names(Set<CarerId> carers) {
    return carers.stream().map(CarerId::toString).collect(Collectors.toSet());
  }

  private List<CareVisit.Skill> needs(VisitToPlan v) {
    var needs = new ArrayList<CareVisit.Skill>();
    if (v.requiredSkill() != null) needs.add(new CareVisit.Skill(v.requiredSkill(), 1));
    if (v.minimumCertificateLevel() != null) needs.add(new CareVisit.Skill(certificates.code(day.day()), EngineCertificates.levelOf(v.minimumCertificateLevel())));
    return needs;
  }

  private static String name(VisitToPlan v, int n) {
    return n == 0 ? v.id().toString() : v.id() + "/" + (n + 1);
  }
}
