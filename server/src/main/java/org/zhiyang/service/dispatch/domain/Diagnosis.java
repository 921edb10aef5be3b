package org.zhiyang.service.dispatch.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.service.dispatch.domain.Unserved.Means;
import org.zhiyang.service.dispatch.domain.Unserved.Reason;
import org.zhiyang.service.dispatch.domain.Unserved.Remedy;
import org.zhiyang.service.homecare.VisitToPlan;

/** Says why nobody can be sent and what would solve it, each remedy tried on the board before it is named. */
final class Diagnosis {
  private final PlanningDay day;
  private final Board board;

  Diagnosis(PlanningDay day, Board board) {
    this.day = day;
    this.board = board;
  }

  Unserved unserved(VisitToPlan visit) {
    var reason = reason(visit);
    var remedies = new ArrayList<Remedy>();
    if (reason == Reason.UNREACHABLE) remedies.add(new Remedy(Means.CHECK_PLACE, List.of(), null));
    var otherTime = otherTime(visit);
    if (otherTime != null) remedies.add(otherTime);
    var offDuty = day.carers().stream().filter(c -> !c.absent() && c.shifts().isEmpty() && !visit.wishes().refused().contains(c.id()) && hasSkill(visit, c) && hasCertificate(visit, c) && hasHours(visit, c) && Route.reaches(day, visit, c)).map(Carer::id).limit(3).toList();
    if (!offDuty.isEmpty()) remedies.add(new Remedy(Means.CALL_IN, offDuty, null));
    var uncertified = day.carers().stream().filter(c -> hasSkill(visit, c) && !hasCertificate(visit, c)).map(Carer::id).limit(3).toList();
    if (!uncertified.isEmpty() && (reason == Reason.NO_CERTIFICATE || reason == Reason.CREW_TOO_SMALL)) remedies.add(new Remedy(Means.RENEW_CERTIFICATE, uncertified, null));
    remedies.add(new Remedy(Means.OTHER_PROVIDER, List.of(), null));
    return new Unserved(visit.id(), reason, remedies);
  }

  private Reason reason(VisitToPlan visit) {
    var stop = Stop.within(visit, day);
    if (stop.from() > stop.to()) return Reason.WINDOW_PASSED;
    var onDuty = day.carers().stream().filter(c -> !c.shifts().isEmpty()).toList();
    if (onDuty.isEmpty()) return Reason.NOBODY_ON_DUTY;
    var skilled = onDuty.stream().filter(c -> hasSkill(visit, c)).toList();
    if (skilled.isEmpty()) return Reason.NO_SKILL;
    var able = skilled.stream().filter(c -> hasCertificate(visit, c)).toList();
    if (able.isEmpty()) return Reason.NO_CERTIFICATE;
    able = able.stream().filter(c -> !visit.wishes().refused().contains(c.id())).toList();
    if (able.isEmpty()) return Reason.ALL_REFUSED;
    if (able.size() < visit.crew()) return Reason.CREW_TOO_SMALL;
    if (able.stream().filter(c -> Route.reaches(day, visit, c)).count() < visit.crew()) return Reason.UNREACHABLE;
    if (day.notBefore() != null && stop.from() + visit.durationMinutes() > day.settings().dayTo().toSecondOfDay() / 60) return Reason.WINDOW_PASSED;
    var obstacles = able.stream().flatMap(c -> board.find(c.id()).stream()).filter(r -> r.best(visit).isEmpty()).map(r -> r.obstacle(visit)).toList();
    if (able.size() - obstacles.stream().filter(o -> o == HardRule.SHIFT).count() < visit.crew()) return Reason.NO_SHIFT;
    var others = obstacles.stream().filter(o -> o != HardRule.SHIFT).toList();
    return !others.isEmpty() && others.stream().allMatch(o -> o == HardRule.DAY_LENGTH || o == HardRule.WEEK_LENGTH) ? Reason.DAYS_FULL : Reason.ALL_BUSY;
  }

  /** The week's hours hold the visit; the way is not known before there is a shift. */
  private boolean hasHours(VisitToPlan visit, Carer carer) {
    return WorkTime.minutesInWeek(day, carer.id(), date -> true) + visit.durationMinutes() <= day.settings().maximumMinutesPerWeek();
  }

  private static boolean hasSkill(VisitToPlan visit, Carer carer) {
    return visit.requiredSkill() == null || carer.skills().contains(visit.requiredSkill());
  }

  private static boolean hasCertificate(VisitToPlan visit, Carer carer) {
    return visit.minimumCertificateLevel() == null || carer.certificateLevel() != null && carer.certificateLevel() <= visit.minimumCertificateLevel();
  }

  /** The start nearest to the agreed window at which a whole crew is free, nobody else being moved. */
  private @Nullable Remedy otherTime(VisitToPlan visit) {
    var from = day.notBefore() == null ? day.settings().dayFrom() : day.notBefore().isAfter(day.settings().dayFrom()) ? day.notBefore() : day.settings().dayFrom();
    var wanted = visit.windowTo().toSecondOfDay() / 60;
    var last = day.settings().dayTo().toSecondOfDay() / 60 - visit.durationMinutes();
    var quarters = new ArrayList<Integer>();
    for (int minute = (Stop.minuteAfter(from) + 14) / 15 * 15; minute <= last; minute += 15) quarters.add(minute);
    quarters.sort(Comparator.comparingInt(m -> Math.abs(m - wanted)));
    for (int minute : quarters) {
      var crew = board.routes().stream().filter(r -> r.at(visit, minute, Stop.Standing.FIXED).isPresent()).map(r -> r.carer().id()).limit(visit.crew()).toList();
      if (crew.size() == visit.crew()) return new Remedy(Means.OTHER_TIME, crew, LocalTime.ofSecondOfDay(minute * 60L));
    }
    return null;
  }
}
