package org.zhiyang.oversight.rating.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.oversight.outcome.OutcomeRated;
import org.zhiyang.oversight.rating.ScoreFinal;
import org.zhiyang.oversight.rating.domain.Improvement;
import org.zhiyang.oversight.rating.domain.Improvement.Cause;
import org.zhiyang.oversight.rating.store.Improvements;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.service.homecare.VisitRated;

/** Opens improvement tasks for bad stars and bad months, and what people do with them. Hearing the same news twice opens one. */
@Component
public class ImprovementDesk {
  private final Improvements improvements;
  private final Scores scores;
  private final Parameters parameters;
  private final Clock clock;

  ImprovementDesk(Improvements improvements, Scores scores, Parameters parameters, Clock clock) {
    this.improvements = improvements;
    this.scores = scores;
    this.parameters = parameters;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(VisitRated event) {
    if (event.low()) open(Cause.LOW_RATING, event.rating(), event.visit().value(), event.elder().value(), event.stars(), event.provider().value(), event.regionCode());
  }

  @ApplicationModuleListener
  void on(ScoreFinal event) {
    if (event.performancePass()) return;
    var score = scores.findFinalOf(event.provider().value(), event.month()).map(id -> scores.get(id, new Scope.Everything())).orElseThrow();
    open(Cause.LOW_SCORE, score.facts().id(), null, null, null, event.provider().value(), score.facts().regionCode());
  }

  /** A provider that is not known cannot improve; the county sees the questionnaire in its list. */
  @ApplicationModuleListener
  void on(OutcomeRated event) {
    if (event.low() && event.provider() != null) open(Cause.LOW_OUTCOME, event.questionnaire(), null, event.elder().value(), null, event.provider(), event.regionCode());
  }

  private void open(Cause cause, UUID source, @Nullable UUID visit, @Nullable UUID elder, @Nullable Integer stars, UUID provider, String region) {
    var facts = new Improvement.Facts(Generators.timeBasedEpochGenerator().generate(), cause, source, visit, elder, stars, provider, region, clock.instant());
    improvements.add(Improvement.open(facts, dueOn(region), by(Actor.PLATFORM)));
  }

  @Transactional
  public void answer(UUID id, String measures, LocalDate doneOn, Actor by) {
    var task = improvements.get(id, by.scope());
    var today = LocalDate.now(clock);
    if (doneOn.isAfter(today)) throw new InvalidInput("doneOn", "future");
    if (doneOn.isBefore(LocalDate.ofInstant(task.facts().openedAt(), clock.getZone()))) throw new InvalidInput("doneOn", "before-opening");
    task.answer(measures, doneOn, by(by));
    improvements.save(task);
  }

  @Transactional
  public void check(UUID id, boolean accepted, String words, Actor by) {
    var task = improvements.get(id, by.scope());
    task.check(accepted, words, dueOn(task.facts().regionCode()), by(by));
    improvements.save(task);
  }

  @Transactional
  public void close(UUID id, String words, Actor by) {
    var task = improvements.get(id, by.scope());
    task.close(words, by(by));
    improvements.save(task);
  }

  private LocalDate dueOn(String region) {
    var today = LocalDate.now(clock);
    return today.plusDays(parameters.get(RatingParameters.IMPROVEMENT_DAYS, region, today, today).value());
  }

  private Improvement.By by(Actor actor) {
    return new Improvement.By(actor.accountId(), actor.displayName(), actor.role().key(), clock.instant());
  }
}
