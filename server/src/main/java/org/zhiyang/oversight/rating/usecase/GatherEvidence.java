package org.zhiyang.oversight.rating.usecase;

import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.complaint.ComplaintQueries;
import org.zhiyang.oversight.rating.domain.MonthEvidence;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.response.hotline.CallBackQueries;
import org.zhiyang.service.homecare.HomecareQueries;

/** Gathers what a provider's month is judged by. */
@Component
class GatherEvidence {
  /** The day of the next month on which a month is scored, and from which what is decided counts for the next one. */
  static final int SCORING_DAY = 3;

  private final HomecareQueries homecare;
  private final CallBackQueries callBacks;
  private final ComplaintQueries complaints;

  GatherEvidence(HomecareQueries homecare, CallBackQueries callBacks, ComplaintQueries complaints) {
    this.homecare = homecare;
    this.callBacks = callBacks;
    this.complaints = complaints;
  }

  MonthEvidence of(ProviderId provider, YearMonth month) {
    var from = month.atDay(SCORING_DAY);
    var to = month.plusMonths(1).atDay(SCORING_DAY);
    return new MonthEvidence(homecare.visitsOf(provider, month), callBacks.decidedFor(provider, from, to), complaints.foundedAgainst(provider, from, to), homecare.starsOf(provider, month));
  }
}
