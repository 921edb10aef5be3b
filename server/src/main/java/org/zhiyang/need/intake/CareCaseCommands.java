package org.zhiyang.need.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.access.Actor;

/** How the other modules of the loop tell a case what it has reached. Runs in the caller's transaction and locks the case's row until its end:
 *  who tells many cases in one transaction does so in the order of their ids. */
public interface CareCaseCommands {
  /** The case reached a step; telling it twice (same case, step, month, source) is once. {@code month} is null for the first four steps, else the service month.
   *  A step of a closed case is still recorded (money of its last month may come later) and counted, and moves it no more. ORDERED is refused while one of the first four steps is missing,
   *  unless it was waived for this order ({@link UrgentCases}).
   *
   *  @param source (in {@code reached}) id of the record that proves it: assessment, entitlement, plan, order, visit, score, statement (settled and paid), the visit that was rated
   *  @throws org.zhiyang.platform.web.NotFound for an unknown case */
  void reach(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached reached);

  /** Takes a reached step back (plan cancelled, visit rejected, payment withdrawn); the record of both stays. {@code why.source} is the id the step was reached with;
   *  nothing happens when that was never reached or was taken back already. */
  void fallBack(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached why);

  /** An order of the case (the source) that no provider has taken: the month counts as ordered all the same, and while nobody is left to ask ({@code unmatched}) the case is in the county's hands, which alone
   *  names a provider. Telling it again is once; where ordering is not allowed any more the month stays as it is. */
  void waitForProvider(CaseId careCase, YearMonth month, boolean unmatched, Reached told);

  /** The order was taken, or is over. */
  void waitNoMore(CaseId careCase, UUID order);

  /** The order's (the source's) provider is gone: in the months from this one on in which nobody came yet, what was matched and dispatched is taken back. Months with a visit go on: they are verified and paid.
   *
   *  @param visits of the order that fell away */
  void loseProvider(CaseId careCase, Collection<UUID> visits, Reached why);

  /** @param place where it happened, 12-digit region or words
   *  @param reason in Chinese when there is one
   *  @param provider the provider the step concerns (matched, dispatched, visited …); null = the actor's own organization, if any */
  record Reached(Actor by, Instant at, @Nullable String place, @Nullable String reason, UUID source, @Nullable UUID provider) {
    public Reached(Actor by, Instant at, @Nullable String place, @Nullable String reason, UUID source) {
      this(by, at, place, reason, source, by.organizationId());
    }
  }
}
