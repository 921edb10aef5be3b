package org.zhiyang.oversight.complaint;

import java.time.LocalDate;
import java.util.List;
import org.zhiyang.registry.facility.ProviderId;

/** The questions other modules may ask about complaints. */
public interface ComplaintQueries {
  /** Complaints about a provider that the county found founded from {@code from} to before {@code to} (days of the decision), in the order of their ids. */
  List<FoundedComplaint> foundedAgainst(ProviderId provider, LocalDate from, LocalDate to);

  /** Providers about whom a complaint was found founded from {@code from} to before {@code to}. */
  List<ProviderId> providersFounded(LocalDate from, LocalDate to);
}
