package org.zhiyang.oversight.outcome;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareMonthPaid;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;

/** Opens a questionnaire when a month was paid, and takes its answer: scored, kept with its ruling, told to the case as felt and to whoever opens improvements. */
@Component
class OutcomeDesk {
  private final Outcomes outcomes;
  private final Questionnaire questionnaire;
  private final Parameters parameters;
  private final RulingStore rulings;
  private final Told told;
  private final Clock clock;

  OutcomeDesk(Outcomes outcomes, Questionnaire questionnaire, Parameters parameters, RulingStore rulings, Told told, Clock clock) {
    this.outcomes = outcomes;
    this.questionnaire = questionnaire;
    this.parameters = parameters;
    this.rulings = rulings;
    this.told = told;
    this.clock = clock;
  }

  /** Who hears of an answer. */
  @Component
  record Told(CareCaseCommands cases, ApplicationEventPublisher events) {}

  @ApplicationModuleListener
  void on(CareMonthPaid event) {
    var today = LocalDate.now(clock);
    var days = parameters.get(OutcomeParameters.ANSWER_DAYS, event.regionCode(), today, today).value();
    outcomes.open(Generators.timeBasedEpochGenerator().generate(), event.careCase().value(), event.elder().value(), event.regionCode(), event.month(), event.provider(), clock.instant(),
        today.plusDays(days));
  }

  /** Once; by the elder, the family, or staff who asked. */
  @Transactional
  public void answer(UUID id, Map<String, String> answers, @Nullable String words, Actor by) {
    var row = outcomes.lock(id, by.scope()).orElseThrow(NotFound::new);
    if (row.answers() != null) throw new OutcomeAnswered(row.answeredAt());
    for (var question : questionnaire.questions()) {
      var answer = answers.get(question.key());
      if (answer == null && question.required()) throw new InvalidInput("answers." + question.key(), "required");
      if (answer != null && !question.has(answer)) throw new InvalidInput("answers." + question.key(), "unknown-value");
    }
    var known = new TreeMap<>(answers);
    known.keySet().removeIf(key -> questionnaire.questions().stream().noneMatch(q -> q.key().equals(key)));
    var passing = parameters.get(OutcomePolicy.PASSING, row.regionCode(), row.month().atEndOfMonth(), LocalDate.now(clock));
    var ruling = OutcomePolicy.apply(questionnaire.questions(), questionnaire.version(), known, passing);
    var at = clock.instant();
    var stored = rulings.store(ruling, new RulingStore.Subject("outcome", id, row.regionCode(), row.elder(), false), at, by.accountId().toString());
    outcomes.keepAnswer(id, known, words, ruling.outcome(), stored.value(), by, !by.role().key().equals("elder"), at);
    told.cases.reach(new CaseId(row.careCase()), CaseStep.FELT, row.month(), new CareCaseCommands.Reached(by, at, row.regionCode(), "效果问卷 " + ruling.outcome().score() + " 分", id, row.provider()));
    told.events.publishEvent(new OutcomeRated(id, new ElderId(row.elder()), row.regionCode(), row.month(), row.provider(), ruling.outcome().score(), ruling.outcome().low(), at));
  }
}
