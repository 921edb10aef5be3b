package org.zhiyang.funding.settlement.usecase;

import com.fasterxml.uuid.Generators;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
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

/** Computes the draft of a provider's month from the evidence that holds now. Repeating it is harmless; a frozen statement is left alone. */
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
    statements.lock(provider);
    var existing = statements.findOf(provider, month);
    if (existing.isPresent() && existing.get().state() != StatementState.DRAFT) return existing.get().id();
    var id = existing.map(Statements.Row::id).orElseGet(() -> Generators.timeBasedEpochGenerator().generate());
    var region = facilities.findProvider(provider).orElseThrow(NotFound::new).regionCode();
    var score = ratings.findFinalScore(provider, month);
    var held = score.map(s -> withholding(s, region).outcome()).orElse(BigDecimal.ZERO);
    var own = homecare.visitsOf(provider, month).stream().map(v -> new Evidence(v, held)).toList();
    var earlier = new ArrayList<Evidence>();
    var frozen = statements.frozenMonths(provider, month.minusMonths(CORRECTION_MONTHS), month);
    frozen.forEach((m, share) -> homecare.visitsOf(provider, m).forEach(v -> earlier.add(new Evidence(v, share))));
    var settled = statements.settled(provider, month.minusMonths(CORRECTION_MONTHS), month);
    var lines = StatementPolicy.lines(own, earlier, settled, statements.debts(provider), region, names.forEvidence());
    var undecided = (int) own.stream().filter(Evidence::undecided).count();
    statements.saveDraft(new Statements.Draft(id, provider, region, month, score.map(FinalScore::score).orElse(null), score.map(FinalScore::performancePass).orElse(null),
        score.map(FinalScore::ruling).orElse(null), held, undecided, lines, StatementPolicy.digest(provider.value(), month.toString(), lines)), clock.instant());
    return id;
  }

  /** Every provider with visits in the month whose region the scope reaches; answers how many. */
  @Transactional
  public int handleAll(YearMonth month, Scope scope) {
    var providers = facilities.listProviders(homecare.activeProviders(month)).values().stream()
        .filter(p -> scope instanceof Scope.Everything || scope instanceof Scope.Region region && region.contains(p.regionCode())).sorted(Comparator.comparing(p -> p.id().value())).toList();
    providers.forEach(p -> handle(p.id(), month));
    return providers.size();
  }

  Ruling<BigDecimal> withholding(FinalScore score, String region) {
    var share = parameters.get(SettlementParameters.PERFORMANCE_SHARE, region, score.month().atEndOfMonth(), LocalDate.now(clock));
    return WithholdingPolicy.apply(score.score(), score.performancePass(), share);
  }
}
