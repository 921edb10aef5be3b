package org.zhiyang.need.eligibility;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.zhiyang.registry.elder.ElderId;

/** The balance of an entitlement: reserved when a visit is ordered, used when it is verified, released when it falls away. Each {@code visit} counts once whatever is
 *  repeated; runs in the caller's transaction and locks the elder's month. */
public interface EligibilityCommands {
  /** Reserves for a visit and answers how it will be paid; asking again for the same visit answers the same. Never reserves more than is left once the {@code promised} visits of the same month have taken
   *  theirs: the rest is the elder's. */
  PayerShares reserve(UUID visit, ElderId elder, PlannedUse asked, List<PlannedUse> promised);

  /** Until the transaction ends nobody else reserves for this elder's month, so that what is left of it stays. */
  void hold(ElderId elder, YearMonth month);

  /** The verified visit takes what was reserved, at most; less done gives the difference back. {@code done} of {@code planned} count in one measure, for example minutes: 30 of 60 pay half
   *  the price, in full fen, rounded down. */
  PayerShares use(UUID visit, int done, int planned);

  void release(UUID visit);

  /** A used visit goes to a person again: what it took is reserved again, not more and not less. Using it once more takes just that, whatever is told of the time done. Anything but a used visit: nothing happens. */
  void reopen(UUID visit);
}
