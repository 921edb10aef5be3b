package org.zhiyang.need.intake.domain;

import static org.zhiyang.need.intake.CaseStep.DISPATCHED;
import static org.zhiyang.need.intake.CaseStep.EVALUATED;
import static org.zhiyang.need.intake.CaseStep.MATCHED;
import static org.zhiyang.need.intake.CaseStep.ORDERED;
import static org.zhiyang.need.intake.CaseStep.PLANNED;
import static org.zhiyang.need.intake.CaseStep.VISITED;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.zhiyang.need.intake.CaseStep;

/** Says where a case stands: its earliest unfinished step of the service month in work, and since when it waits there.
 *
 *  <p>The month in work is the earliest month with a visit whose loop is not finished; else the first month from this one on in which anything was ordered and that is not
 *  finished; else this month (the next, once this one is finished). So October stays in view until it was evaluated, paid and felt, while November's visits are made already;
 *  a month without any visit passes. A plan that ended after visits does not hide them: what their month still waits for comes before the question of a new plan.
 *  Waiting for ORDERED begins with the month. Waiting for a provider, or for somebody to be sent, goes on from month to month: it began in the first of the months in which nothing else happened, or when
 *  the last provider was lost. Evaluation and what follows wait from the month's end on, since a month is evaluated as a whole.
 *  Urgent help goes past the first four steps: its month is in work until somebody came, then the case stands at the first of the waived steps until it is made up.
 *  Source: architecture of the loop, section 3 ("the earliest unfinished step of the current service month"); the choice of the month is ours. */
public final class CasePositionPolicy {
  private CasePositionPolicy() {}

  /** What stands of a case: when each step was first reached; {@code months} holds monthly steps only; {@code waived} the own steps passed over for urgent help and not reached; {@code lost} when MATCHED
   *  or DISPATCHED of a month was taken back last. */
  public record Standing(Map<CaseStep, Instant> own, SortedMap<YearMonth, Map<CaseStep, Instant>> months, Set<CaseStep> waived, Map<YearMonth, Map<CaseStep, Instant>> lost) {}

  public static Position apply(Standing standing, YearMonth thisMonth, ZoneId zone) {
    var own = Steps.of(standing.own.keySet());
    var missing = own.firstMissingBeforeSupply();
    if (missing.isPresent()) {
      if (missing.get() == PLANNED && !standing.waived.contains(PLANNED) && unfinishedMonth(standing).isPresent()) return ofMonth(unfinishedMonth(standing).get(), standing, zone);
      var urgent = urgentMonth(standing, own, thisMonth);
      return urgent.isPresent() ? ofMonth(urgent.get(), standing, zone) : new Position(missing.get(), null, latestBefore(missing.get(), standing.own, Instant.EPOCH));
    }
    return ofMonth(monthInWork(standing, thisMonth), standing, zone);
  }

  /** The month in which urgent help was ordered and nobody has come yet. */
  private static Optional<YearMonth> urgentMonth(Standing standing, Steps own, YearMonth thisMonth) {
    if (CaseStep.beforeSupply().stream().anyMatch(step -> !own.has(step) && !standing.waived.contains(step))) return Optional.empty();
    return standing.months.tailMap(thisMonth).entrySet().stream().filter(m -> m.getValue().containsKey(ORDERED) && !m.getValue().containsKey(VISITED)).map(Map.Entry::getKey).findFirst();
  }

  private static Position ofMonth(YearMonth month, Standing standing, ZoneId zone) {
    var reached = standing.months.getOrDefault(month, Map.of());
    var step = Steps.of(reached.keySet()).firstMissingOfMonth().orElseThrow();
    var since = step == MATCHED || step == DISPATCHED ? waitingSince(step, month, standing) : latestBefore(step, reached, earliest(step, month, standing, zone));
    return new Position(step, month, since);
  }

  /** When the waiting began that lasts in this month: the months right before it belong to it as long as they got no further, but not to the time before the case was ready for services. */
  private static Instant waitingSince(CaseStep step, YearMonth month, Standing standing) {
    var since = latestBefore(step, standing.months.getOrDefault(month, Map.of()), Instant.EPOCH);
    var ready = latestBefore(ORDERED, standing.own, Instant.EPOCH);
    var lost = lost(step, month, standing);
    for (var before = month.minusMonths(1); lost.isBefore(since) && waitedFor(step, before, standing); before = before.minusMonths(1)) {
      var began = latestBefore(step, standing.months.getOrDefault(before, Map.of()), ready);
      if (began.isBefore(since)) since = began;
      lost = lost(step, before, standing);
    }
    return later(since, lost);
  }

  private static Instant lost(CaseStep step, YearMonth month, Standing standing) {
    return standing.lost.getOrDefault(month, Map.of()).getOrDefault(step, Instant.EPOCH);
  }

  private static boolean waitedFor(CaseStep step, YearMonth month, Standing standing) {
    var reached = standing.months.getOrDefault(month, Map.of());
    return !reached.containsKey(VISITED) && Steps.of(reached.keySet()).firstMissingOfMonth().filter(step::equals).isPresent();
  }

  private static YearMonth monthInWork(Standing standing, YearMonth thisMonth) {
    var unfinished = unfinishedMonth(standing);
    if (unfinished.isPresent()) return unfinished.get();
    for (var month : standing.months.tailMap(thisMonth).entrySet()) {
      if (!month.getValue().isEmpty() && !complete(month.getValue())) return month.getKey();
    }
    var month = thisMonth;
    while (complete(standing.months.getOrDefault(month, Map.of()))) month = month.plusMonths(1);
    return month;
  }

  /** The earliest month with a visit whose loop is not finished. */
  private static Optional<YearMonth> unfinishedMonth(Standing standing) {
    return standing.months.entrySet().stream().filter(m -> m.getValue().containsKey(VISITED) && !complete(m.getValue())).map(Map.Entry::getKey).findFirst();
  }

  private static boolean complete(Map<CaseStep, Instant> reached) {
    return Steps.of(reached.keySet()).isMonthComplete();
  }

  /** Before this moment nobody could have done the step. */
  private static Instant earliest(CaseStep step, YearMonth month, Standing standing, ZoneId zone) {
    if (step.compareTo(EVALUATED) >= 0) return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    if (step != ORDERED) return Instant.EPOCH;
    var begin = month.atDay(1).atStartOfDay(zone).toInstant();
    return latestBefore(step, standing.own, begin);
  }

  private static Instant latestBefore(CaseStep step, Map<CaseStep, Instant> reached, Instant atLeast) {
    return reached.entrySet().stream().filter(r -> r.getKey().compareTo(step) < 0).map(Map.Entry::getValue).reduce(atLeast, CasePositionPolicy::later);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
