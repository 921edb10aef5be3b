package org.zhiyang.oversight.rating.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.oversight.rating.ScoreFinal;
import org.zhiyang.oversight.rating.domain.Score;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.facility.FacilityCommands;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitDecided;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitStatus;

/** Makes a score final: shows it with the provider, tells every care case the provider served that month that the month is evaluated, opens an improvement task below the passing mark. */
@Component
class MakeFinal {
  private final Scores scores;
  private final FacilityCommands facilities;
  private final HomecareQueries homecare;
  private final CareCaseCommands cases;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MakeFinal(Scores scores, FacilityCommands facilities, HomecareQueries homecare, CareCaseCommands cases, ApplicationEventPublisher events, Clock clock) {
    this.scores = scores;
    this.facilities = facilities;
    this.homecare = homecare;
    this.cases = cases;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void handle(Score score, LocalDate day) {
    score.makeFinal(day);
    scores.save(score);
    var facts = score.facts();
    var provider = new ProviderId(facts.provider());
    facilities.publishScore(provider, facts.month(), score.newest().points());
    homecare.visitsOf(provider, facts.month()).stream().filter(v -> v.status() == VisitStatus.CONFIRMED).map(VisitFacts::careCase).distinct()
        .forEach(careCase -> reach(careCase, facts.month(), facts.id(), facts.regionCode()));
    events.publishEvent(new ScoreFinal(provider, facts.month(), score.newest().points(), score.newest().passed(), clock.instant()));
  }

  /** A visit confirmed after its month was scored: its case has reached the step as well. */
  @ApplicationModuleListener
  void on(VisitDecided event) {
    if (!event.confirmed()) return;
    var month = YearMonth.from(event.serviceDay());
    scores.findFinalOf(event.provider().value(), month).ifPresent(score -> homecare.findVisit(event.visit(), new Scope.Everything())
        .ifPresent(visit -> reach(visit.careCase(), month, score, visit.regionCode())));
  }

  private void reach(CaseId careCase, YearMonth month, UUID score, String place) {
    cases.reach(careCase, CaseStep.EVALUATED, month, new Reached(Actor.PLATFORM, clock.instant(), place, "服务商月度评价已定分", score));
  }
}
