package org.zhiyang.oversight.rating.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.oversight.rating.domain.Correction;
import org.zhiyang.oversight.rating.domain.MonthScorePolicy;
import org.zhiyang.oversight.rating.domain.RatingRefusal;
import org.zhiyang.oversight.rating.domain.Score;
import org.zhiyang.oversight.rating.store.Objections;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.policy.RulingStore;

/** The county decides an objection. What it corrects becomes a new revision computed with the figures of the first one; what was published stays readable. Without corrections the score stands.
 *  When the days of publicity are over by then, the score is final at once. */
@Component
public class DecideObjection {
  private final Scores scores;
  private final Objections objections;
  private final MakeFinal makeFinal;
  private final Parameters parameters;
  private final RulingStore rulings;
  private final Clock clock;

  DecideObjection(Scores scores, Objections objections, MakeFinal makeFinal, Parameters parameters, RulingStore rulings, Clock clock) {
    this.scores = scores;
    this.objections = objections;
    this.makeFinal = makeFinal;
    this.parameters = parameters;
    this.rulings = rulings;
    this.clock = clock;
  }

  @Transactional
  public void handle(UUID id, String words, List<Correction> corrections, Actor by) {
    var score = scores.get(id, by.scope());
    corrections.forEach(c -> score.requireLost(c.part(), c.subject()));
    score.decide(corrections.isEmpty() ? null : revise(score, corrections, by));
    scores.save(score);
    objections.decide(objections.openOf(id), words, corrections, by, clock.instant());
    var today = LocalDate.now(clock);
    if (score.mayBecomeFinalOn(today)) makeFinal.handle(scores.get(id, by.scope()), today);
  }

  private Score.Revision revise(Score score, List<Correction> corrections, Actor by) {
    var facts = score.facts();
    var figures = RatingParameters.figures(parameters, facts.regionCode(), facts.month().atEndOfMonth(), facts.publishedOn());
    var parts = MonthScorePolicy.correct(score.newest().counted(), corrections, figures.complaintVisits().value());
    if (parts.stream().allMatch(p -> p.denominator() == 0)) throw new RatingRefusal.NothingLeft();
    var ruling = MonthScorePolicy.apply(facts.provider(), facts.month(), parts, corrections, figures);
    var at = clock.instant();
    var stored = rulings.store(ruling, new RulingStore.Subject("rating", facts.id(), facts.regionCode(), null, false), at, by.accountId().toString());
    return new Score.Revision(score.newest().n() + 1, at, ruling.outcome().points(), ruling.outcome().passed(), stored, ruling.outcome().parts());
  }
}
