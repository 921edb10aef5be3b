package org.zhiyang.service.dispatch.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.dispatch.domain.DayPlan.Assignment;
import org.zhiyang.service.dispatch.domain.Explanation.Why;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Reads a plan as an inspector would, with nothing of the planner's own code: clock times and straight lines only. Locked visits are facts: only what was added is judged. */
final class PlanChecker {
  private final PlanningDay day;
  private final HashMap<VisitId, VisitToPlan> visits = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private PlanChecker(PlanningDay day) {
    this.day = day;
    day.visits().forEach(v -> visits.put(v.id(), v));
  }

  static List<String> faultsIn(PlanningDay day, DayPlan plan) {
    var checker = new PlanChecker(day);
    checker.everyVisitOnce(plan);
    plan.assignments().forEach(checker::assignment);
    day.carers().forEach(carer -> checker.carer(carer, plan));
    return checker.faults;
  }

  private void everyVisitOnce(DayPlan plan) {
    var seen = new HashSet<VisitId>();
    plan.assignments().forEach(a -> fault(!seen.add(a.visit()), "planned twice " + a.visit()));
    plan.unserved().forEach(u -> fault(!seen.add(u.visit()) || u.remedies().isEmpty(), "unserved twice or without a way out " + u.visit()));
    fault(!seen.equals(visits.keySet()), "some visits neither planned nor unserved");
  }

  private void assignment(Assignment a) {
    var v = visits.get(a.visit());
    fault(!a.to().equals(a.from().plusMinutes(v.durationMinutes())), "wrong length");
    if (v.locked() && v.plannedFrom() != null && !v.carers().isEmpty()) {
      fault(!a.from().equals(v.plannedFrom()) || !new HashSet<>(a.carers()).equals(v.carers()), "a locked visit was moved");
      return;
    }
    fault(new HashSet<>(a.carers()).size() != v.crew() || a.carers().size() != v.crew(), "crew of " + a.carers().size() + " for " + v.crew());
    fault(a.from().isBefore(day.settings().dayFrom()) || a.to().isAfter(day.settings().dayTo()), "outside the hours of dispatch");
    var kept = a.explanation().why().contains(Why.KEPT);
    if (kept) {
      fault(!a.from().equals(v.plannedFrom()) || !new HashSet<>(a.carers()).equals(v.carers()), "said to be kept, but moved");
    } else {
      fault(a.from().isBefore(v.windowFrom()) || a.from().isAfter(v.windowTo().plusMinutes(day.settings().windowToleranceMinutes())), "outside the window");
      fault(day.notBefore() != null && a.from().isBefore(day.notBefore()), "in the past");
    }
    for (var id : a.carers()) {
      var carer = day.carers().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
      fault(v.requiredSkill() != null && !carer.skills().contains(v.requiredSkill()), "no skill");
      fault(v.wishes().refused().contains(id), "a carer the elder does not want");
      fault(v.minimumCertificateLevel() != null && (carer.certificateLevel() == null || carer.certificateLevel() > v.minimumCertificateLevel()), "no certificate");
      fault(carer.shifts().stream().noneMatch(s -> !a.from().isBefore(s.from()) && !a.to().isAfter(s.to())), "outside the shift");
    }
  }

  private void carer(Carer carer, DayPlan plan) {
    var mine = plan.assignments().stream().filter(a -> a.carers().contains(carer.id())).sorted(Comparator.comparing(Assignment::from)).toList();
    var place = new Position(carer.baseLng(), carer.baseLat());
    LocalTime free = carer.shifts().isEmpty() ? LocalTime.MIN : carer.shifts().getFirst().from();
    var lockedBefore = true;
    var onlyLocked = true;
    var minutes = 0L;
    var atWork = false;
    for (var a : mine) {
      var v = visits.get(a.visit());
      var locked = a.explanation().why().contains(Why.LOCKED);
      var now = carer.shifts().stream().filter(s -> !a.from().isBefore(s.from()) && !a.to().isAfter(s.to())).findFirst().orElse(null);
      if (now != null && !atWork) {
        atWork = true;
        var begins = carer.shifts().getFirst().from();
        if (!free.isAfter(begins)) { // the day begins at the base, whichever shift is the first with a visit
          place = new Position(carer.baseLng(), carer.baseLat());
          free = begins;
          lockedBefore = true;
        }
      }
      var home = new Position(v.lng(), v.lat());
      var km = Math.hypot((home.lng() - place.lng()) * Math.cos(Math.toRadians((home.lat() + place.lat()) / 2)), home.lat() - place.lat()) * 111.32;
      var way = (long) Math.ceil(km * 1.35 / 18 * 60 - 1e-9);
      if (!(locked && lockedBefore)) fault(Duration.between(free, a.from()).toMinutes() < way, "cannot be there in time");
      if (day.notBefore() != null && !locked && !a.explanation().why().contains(Why.KEPT)) fault(Duration.between(day.notBefore(), a.from()).toMinutes() < way, "would have to set out before now");
      minutes += way + v.durationMinutes();
      free = a.to().plusMinutes(day.settings().handoverMinutes());
      place = home;
      lockedBefore = locked;
      onlyLocked &= locked;
    }
    fault(!onlyLocked && minutes > day.settings().maximumMinutesPerDay(), "day too long: " + minutes);
  }

  private void fault(boolean is, String what) {
    if (is) faults.add(what);
  }
}
