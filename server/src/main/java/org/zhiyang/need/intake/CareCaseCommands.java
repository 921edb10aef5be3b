package org.zhiyang.need.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.access.Actor;

/** How the other modules of the loop tell a case what it has reached. Runs in the caller's transaction. */
public interface CareCaseCommands {
  /** The case reached a step; telling it twice (same case, step, month, source) is once. {@code month} is null for the first four steps, else the service month.
   *
   *  @param source id of the record that proves it: assessment, entitlement, plan, order, visit, statement, payment line, rating */
  void reach(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached reached);

  /** Takes a reached step back (plan cancelled, payment withdrawn); the record of both stays. */
  void fallBack(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached why);

  /** @param place where it happened, 12-digit region or words; {@code reason} in Chinese when there is one */
  record Reached(Actor by, Instant at, @Nullable String place, @Nullable String reason, UUID source) {}
}
