package org.zhiyang.oversight.rating.usecase;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.complaint.ComplaintQueries;
import org.zhiyang.oversight.rating.domain.MonthEvidence;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.response.hotline.CallBackQueries;
import org.zhiyang.service.homecare.HomecareQueries;

/** Gathers what a provider's month is judged by. */
@Component
class GatherEvidence {
  private final HomecareQueries homecare;
  private final CallBackQueries callBacks;
  private final ComplaintQueries complaints;

  GatherEvidence(HomecareQueries homecare, CallBackQueries callBacks, ComplaintQueries complaints) {
    this.homecare = homecare;
    this.callBacks = callBacks;
    this.complaints = complaints;
  }

  /** Those who may have something to be judged by: visits in the month, or only what was decided about earlier ones. */
  Set<ProviderId> providersOf(YearMonth month) {
    var to = month.plusMonths(1).atDay(MonthEvidence.SCORING_DAY);
    var providers = new LinkedHashSet<>(homecare.activeProviders(month));
    providers.addAll(callBacks.providersDecided(month.atDay(1), to));
    providers.addAll(complaints.providersFounded(month.atDay(MonthEvidence.SCORING_DAY), to));
    return providers;
  }

  MonthEvidence of(ProviderId provider, YearMonth month) {
    var from = month.atDay(MonthEvidence.SCORING_DAY);
    var to = month.plusMonths(1).atDay(MonthEvidence.SCORING_DAY);
    var decided = callBacks.decidedFor(provider, month.atDay(1), to).stream().filter(c -> MonthEvidence.monthOf(c).equals(month)).toList();
    return new MonthEvidence(homecare.visitsOf(provider, month), decided, complaints.foundedAgainst(provider, from, to), homecare.starsOf(provider, month));
  }
}
