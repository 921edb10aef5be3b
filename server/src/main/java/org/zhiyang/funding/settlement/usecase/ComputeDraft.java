package org.zhiyang.funding.settlement.usecase;

import com.fasterxml.uuid.Generators;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.funding.settlement.domain.Evidence;
import org.zhiyang.funding.settlement.domain.StatementPolicy;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.domain.WithholdingPolicy;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.oversight.rating.FinalScore;
import org.zhiyang.oversight.rating.RatingQueries;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitStatus;

/** Computes the draft of a provider's month from the evidence that holds now. Repeating it is harmless; a frozen statement is left alone.
 *
 *  <p>A difference, or a debt, belongs to one draft: the earliest open one after the month it is about, for what changes after freezing comes into the <i>next</i> statement. So a draft looks back to the open
 *  draft before it and no further: with January and February frozen and March and April open, all differences stand in March; frozen with them, they are settled and April has none. Who does not work any more
 *  gets a draft as long as there is something of that kind which no open draft holds. */
@Service
public class ComputeDraft {
  /** Differences are looked for in so many frozen months before the statement's own. */
  static final int CORRECTION_MONTHS = 12;

  private final Statements statements;
  private final HomecareQueries homecare;
  private final RatingQueries ratings;
  private final FacilityQueries facilities;
  private final ServiceNames names;
  private final Parameters parameters;
  private final Clock clock;

  ComputeDraft(Statements statements, HomecareQueries homecare, RatingQueries ratings, FacilityQueries facilities, ServiceNames names, Parameters parameters, Clock clock) {
    this.statements = statements;
    this.homecare = homecare;
    this.ratings = ratings;
    this.facilities = facilities;
    this.names = names;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Locks the provider's statements for the rest of the transaction. Answers the statement's id. */
  @Transactional
  public UUID handle(ProviderId provider, YearMonth month) {
    return compute(provider, month, true).orElseThrow();
  }

  /** @param always also when there is nothing to say; else only a draft that is there already becomes an empty one */
  private Optional<UUID> compute(ProviderId provider, YearMonth month, boolean always) {
    statements.lock(provider);
    var existing = statements.findOf(provider, month);
    if (existing.isPresent() && existing.get().state() != StatementState.DRAFT) return existing.map(Statements.Row::id);
    var id = existing.map(Statements.Row::id).orElseGet(() -> Generators.timeBasedEpochGenerator().generate());
    var region = facilities.findProvider(provider).orElseThrow(NotFound::new).regionCode();
    var score = ratings.findFinalScore(provider, month);
    var held = score.map(s -> withholding(s, region).outcome()).orElse(BigDecimal.ZERO);
    var own = homecare.visitsOf(provider, month).stream().map(v -> new Evidence(v, held)).toList();
    var earlier = new ArrayList<Evidence>();
    var first = month.minusMonths(CORRECTION_MONTHS);
    var open = statements.openMonths(provider, first, month);
    var before = open.isEmpty() ? null : open.getLast();
    var frozen = statements.frozenMonths(provider, before == null ? first : before, month);
    frozen.forEach((m, share) -> homecare.visitsOf(provider, m).forEach(v -> earlier.add(new Evidence(v, share))));
    var settled = statements.settled(provider, first, month);
    var lines = StatementPolicy.lines(own, earlier, settled, statements.debts(provider, before, month), region, names.forEvidence());
    var served = own.stream().anyMatch(e -> e.visit().status() != VisitStatus.CANCELLED);
    if (!always && !served && lines.isEmpty() && existing.isEmpty()) return Optional.empty();
    var undecided = (int) own.stream().filter(Evidence::undecided).count();
    statements.saveDraft(new Statements.Draft(id, provider, region, month, score.map(FinalScore::score).orElse(null), score.map(FinalScore::performancePass).orElse(null),
        score.map(FinalScore::ruling).orElse(null), held, served, undecided, lines, StatementPolicy.digest(provider.value(), month.toString(), lines)), clock.instant());
    return Optional.of(id);
  }

  /** Every provider whose region the scope reaches that has visits in the month, or differences or debts of earlier ones; their open drafts of the months before, which hold those first, are computed anew as well.
   *  Answers for how many the month has a statement. */
  @Transactional
  public int handleAll(YearMonth month, Scope scope) {
    var first = month.minusMonths(CORRECTION_MONTHS);
    var active = Set.copyOf(homecare.activeProviders(month));
    var all = new LinkedHashSet<>(active);
    all.addAll(statements.settledBefore(first, month));
    var providers = facilities.listProviders(all).values().stream()
        .filter(p -> scope instanceof Scope.Everything || scope instanceof Scope.Region region && region.contains(p.regionCode())).sorted(Comparator.comparing(p -> p.id().value())).toList();
    var made = 0;
    for (var provider : providers) {
      statements.openMonths(provider.id(), first, month).forEach(open -> compute(provider.id(), open, true));
      if (compute(provider.id(), month, active.contains(provider.id())).isPresent()) made++;
    }
    return made;
  }

  Ruling<BigDecimal> withholding(FinalScore score, String region) {
    var share = parameters.get(SettlementParameters.PERFORMANCE_SHARE, region, score.month().atEndOfMonth(), LocalDate.now(clock));
    return WithholdingPolicy.apply(score.score(), score.performancePass(), share);
  }
}
