package org.zhiyang.service.homecare.usecase;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.store.Visits;

/** A death or an absence is often told late, when visits of the days since have passed the rules: they go to a person, also those the rules confirmed. What a person decided stays. A visit already in a
 *  frozen statement goes the same way: if it does not count, settlement takes the difference back in the next one. */
@Component
class ReopenVisits {
  /** How the note ends that an absence does not hold for the day: by it the visit is found when it is recorded once more. */
  private static final String NOT_AWAY = "，这次上门不在其内";
  private static final String LAST_NOTE = "(select s.reason from homecare.visit_step s where s.visit_id = v.id order by s.id desc limit 1)";

  private final Visits visits;
  private final VerifyVisits verify;
  private final ElderQueries elders;
  private final EligibilityCommands eligibility;
  private final CareCaseCommands cases;
  private final Clock clock;

  ReopenVisits(Visits visits, VerifyVisits verify, ElderQueries elders, EligibilityCommands eligibility, CareCaseCommands cases, Clock clock) {
    this.visits = visits;
    this.verify = verify;
    this.elders = elders;
    this.eligibility = eligibility;
    this.cases = cases;
    this.clock = clock;
  }

  /** Visits of the elder from {@code since} (inclusive) on that lie in the absence and were not seen to. Twice is once. */
  @Transactional(propagation = Propagation.MANDATORY)
  void ofAbsent(UUID elder, LocalDate since, ElderStatus status) {
    var why = "事后登记：老人自 %s 起%s，这次上门需要人工核实".formatted(since, status.chinese());
    var found = visits.list("""
        where v.elder_id = :elder and v.day >= :since and v.status in ('NORMAL', 'ABNORMAL', 'CONFIRMED') and (v.status <> 'CONFIRMED' or v.decided_by = :rules)
          and (not 'ELDER_ABSENT' = any(v.flags) or\s""" + LAST_NOTE + " like '%' || :ending) order by v.id for update of v", Map.of("elder", elder, "since", Date.valueOf(since), "rules", Actor.PLATFORM.accountId(), "ending", NOT_AWAY));
    for (var visit : found) {
      if (elders.wasAbsentOn(new ElderId(elder), visit.day()) && verify.again(visit, why) && visit.status() == VisitStatus.CONFIRMED) takeBack(visit, why);
    }
  }

  /** The absence does not hold for these days, or no longer: who decides on visits that wait for a person because of it is told, and the rules look again. What they had confirmed they confirm again
   *  if they find nothing else; the rest stays with the person. Twice is once. */
  @Transactional(propagation = Propagation.MANDATORY)
  void ofPresent(UUID elder, LocalDate from, String reason) {
    var why = reason + NOT_AWAY;
    visits.list("""
        where v.elder_id = :elder and v.day >= :from and v.status = 'ABNORMAL' and 'ELDER_ABSENT' = any(v.flags)
          and\s""" + LAST_NOTE + " is distinct from :why order by v.id for update of v", Map.of("elder", elder, "from", Date.valueOf(from), "why", why)).stream()
        .filter(visit -> !elders.wasAbsentOn(new ElderId(elder), visit.day()))
        .forEach(visit -> {
          if (verify.again(visit, why)) return;
          visits.note(visit.id(), VisitStatus.ABNORMAL, VisitStatus.ABNORMAL, clock.instant(), Actor.PLATFORM, why);
          if (visits.cameFrom(visit.id()) == VisitStatus.CONFIRMED) verify.confirmAgain(visit, why);
        });
  }

  /** What confirming did: the decision, what was used of the month, and the case's step. */
  private void takeBack(Visit visit, String why) {
    visits.takeBackDecision(visit.id());
    eligibility.reopen(visit.id());
    cases.fallBack(new CaseId(visit.caseId()), CaseStep.VERIFIED, YearMonth.from(visit.day()),
        new CareCaseCommands.Reached(Actor.PLATFORM, clock.instant(), visit.regionCode(), why, visit.id(), visit.providerId()));
  }
}
