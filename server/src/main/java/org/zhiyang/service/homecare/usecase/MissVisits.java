package org.zhiyang.service.homecare.usecase;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.store.Visits;

/** Visits nobody came to by the end of their day: MISSED, for which a provider answers with its score, unless the elder was not there that day. Those are CANCELLED, however late the absence is told: no
 *  provider pays for a door nobody could have opened. A phone that was offline may still report either. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MissVisits {
  private final Visits visits;
  private final ElderQueries elders;
  private final EligibilityCommands eligibility;
  private final Clock clock;

  MissVisits(Visits visits, ElderQueries elders, EligibilityCommands eligibility, Clock clock) {
    this.visits = visits;
    this.elders = elders;
    this.eligibility = eligibility;
    this.clock = clock;
  }

  /** Whatever is still open of the days before {@code day}: its reserved share goes back. */
  void before(LocalDate day) {
    var open = visits.list("where v.day < :day and v.status in ('PLANNED', 'ASSIGNED') order by v.id for update of v", Map.of("day", Date.valueOf(day)));
    if (open.isEmpty()) return;
    var first = open.stream().map(Visit::day).min(LocalDate::compareTo).orElseThrow();
    var away = elders.absentFrom(open.stream().map(v -> new ElderId(v.elderId())).collect(Collectors.toSet()), first);
    for (var visit : open) {
      var elder = new ElderId(visit.elderId());
      eligibility.release(visit.id());
      if (away.contains(elder) && elders.wasAbsentOn(elder, visit.day())) cancel(visit, "老人当天不在家（住院、外出、迁出或去世）");
      else visits.move(visit, VisitStatus.MISSED, clock.instant(), Actor.PLATFORM, "当天没有人签到");
    }
  }

  /** The absence was told late: what was missed since {@code since} (inclusive) is called off; its share went back when it was missed. Twice is once. */
  void ofAbsent(UUID elder, LocalDate since, ElderStatus status) {
    visits.list("where v.elder_id = :elder and v.day >= :since and v.status = 'MISSED' order by v.id for update of v", Map.of("elder", elder, "since", Date.valueOf(since))).stream()
        .filter(visit -> elders.wasAbsentOn(new ElderId(elder), visit.day())).forEach(visit -> cancel(visit, "事后登记：老人自 %s 起%s".formatted(since, status.chinese())));
  }

  /** The absence does not hold for these days, or no longer: what was called off only for it is missed again, unless another visit took its day. Twice is once. */
  void ofPresent(UUID elder, LocalDate from, String why) {
    visits.list("""
        where v.elder_id = :elder and v.day >= :from and v.status = 'CANCELLED' and v.replaced
          and (select s.reason from homecare.visit_step s where s.visit_id = v.id and s.to_status = 'CANCELLED' order by s.id desc limit 1) like '%' || :ending
        order by v.id for update of v""", Map.of("elder", elder, "from", Date.valueOf(from), "ending", Visits.NOBODY_CAME)).stream()
        .filter(visit -> !elders.wasAbsentOn(new ElderId(elder), visit.day()) && visits.takeDayAgain(visit.id()))
        .forEach(visit -> visits.move(visit, VisitStatus.MISSED, clock.instant(), Actor.PLATFORM, why));
  }

  /** Its carers stay on it: their time is past, and who went after all is known by it. */
  private void cancel(Visit visit, String why) {
    visits.leaveDay(visit.id());
    visits.move(visit, VisitStatus.CANCELLED, clock.instant(), Actor.PLATFORM, why + Visits.NOBODY_CAME);
  }
}
