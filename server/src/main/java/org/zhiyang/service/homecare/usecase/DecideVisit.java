package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitDecided;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import org.zhiyang.service.homecare.store.Visits;

/** Confirms or rejects a verified visit. Confirming freezes how it is paid; rejecting gives back what was reserved, and the case has not been visited. The same decision twice is once, another one is refused. */
@Component
class DecideVisit {
  private final Visits visits;
  private final EligibilityCommands eligibility;
  private final CareCaseCommands cases;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DecideVisit(Visits visits, EligibilityCommands eligibility, CareCaseCommands cases, ApplicationEventPublisher events, Clock clock) {
    this.visits = visits;
    this.eligibility = eligibility;
    this.cases = cases;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public void handle(VisitId id, boolean confirmed, @Nullable String reason, Actor by) {
    var visit = visits.lock(id);
    var to = confirmed ? VisitStatus.CONFIRMED : VisitStatus.REJECTED;
    if (visit.status() == to) return;
    if (VisitTransitions.isDecided(visit.status())) throw new HomecareRefusal.AlreadyDecided(visit.status());
    var at = clock.instant();
    visits.keepDecision(visit.id(), at, by, reason);
    if (confirmed) visits.keepShares(visit.id(), eligibility.use(visit.id(), visit.minutesDone(), visit.durationMinutes()));
    else eligibility.release(visit.id());
    visits.move(visit, to, at, by, reason);
    tellCase(visit, confirmed, new CareCaseCommands.Reached(by, at, visit.regionCode(), reason, visit.id(), visit.providerId()));
    events.publishEvent(new VisitDecided(id, new ElderId(visit.elderId()), new ProviderId(visit.providerId()), visit.day(), confirmed, !by.equals(Actor.PLATFORM), at));
  }

  /** A visit that does not count is none: the case waits for one again, and a month without any other is not waited for at its end. */
  private void tellCase(Visit visit, boolean confirmed, CareCaseCommands.Reached reached) {
    var month = YearMonth.from(visit.day());
    if (confirmed) cases.reach(new CaseId(visit.caseId()), CaseStep.VERIFIED, month, reached);
    else cases.fallBack(new CaseId(visit.caseId()), CaseStep.VISITED, month, reached);
  }
}
