package org.zhiyang.response.hotline;

import java.time.LocalDate;
import java.util.List;
import org.zhiyang.registry.facility.ProviderId;

/** The questions other modules may ask about call-backs. */
public interface CallBackQueries {
  /** Call-backs of a provider's visits that a person decided from {@code from} to before {@code to} (days of the decision), in the order of their ids. */
  List<CallBackOutcome> decidedFor(ProviderId provider, LocalDate from, LocalDate to);

  /** Providers about whose visits a person decided from {@code from} to before {@code to}. */
  List<ProviderId> providersDecided(LocalDate from, LocalDate to);
}
