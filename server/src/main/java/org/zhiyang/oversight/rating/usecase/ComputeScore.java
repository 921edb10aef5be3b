package org.zhiyang.oversight.rating.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.oversight.rating.domain.CountedPart;
import org.zhiyang.oversight.rating.domain.MonthScorePolicy;
import org.zhiyang.oversight.rating.domain.Score;
import org.zhiyang.oversight.rating.domain.ScoreStatus;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.registry.facility.Provider;

/** Computes and publishes one provider's month. A provider that has a score of that month keeps it. */
@Component
class ComputeScore {
  private final Scores scores;
  private final GatherEvidence evidence;
  private final Parameters parameters;
  private final RulingStore rulings;
  private final Clock clock;

  ComputeScore(Scores scores, GatherEvidence evidence, Parameters parameters, RulingStore rulings, Clock clock) {
    this.scores = scores;
    this.evidence = evidence;
    this.parameters = parameters;
    this.rulings = rulings;
    this.clock = clock;
  }

  /** False when there is one already, or nothing to judge by. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean handle(Provider provider, YearMonth month, LocalDate today) {
    if (scores.exists(provider.id().value(), month)) return false;
    var region = provider.regionCode();
    var figures = RatingParameters.figures(parameters, region, month.atEndOfMonth(), today);
    var parts = evidence.of(provider.id(), month).count(figures.complaintVisits().value());
    if (parts.stream().allMatch(p -> p.denominator() == 0)) return false;
    var id = Generators.timeBasedEpochGenerator().generate();
    var facts = new Score.Facts(id, provider.id().value(), region, month, today, today.plusDays(parameters.get(RatingParameters.OBJECTION_DAYS, region, today, today).value()),
        today.plusDays(parameters.get(RatingParameters.PUBLICITY_DAYS, region, today, today).value()));
    return scores.add(new Score(facts, ScoreStatus.PUBLISHED, revision(facts, 1, parts, figures), null));
  }

  private Score.Revision revision(Score.Facts facts, int n, List<CountedPart> parts, MonthScorePolicy.Figures figures) {
    var ruling = MonthScorePolicy.apply(facts.provider(), facts.month(), parts, List.of(), figures);
    var at = clock.instant();
    var stored = rulings.store(ruling, new RulingStore.Subject("rating", facts.id(), facts.regionCode(), null, false), at, "clock");
    return new Score.Revision(n, at, ruling.outcome().points(), ruling.outcome().passed(), stored, ruling.outcome().parts());
  }
}
