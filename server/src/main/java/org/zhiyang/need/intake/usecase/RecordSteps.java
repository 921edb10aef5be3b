package org.zhiyang.need.intake.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CareMonthPaid;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.IntakeRefusal;
import org.zhiyang.need.intake.domain.Steps;
import org.zhiyang.need.intake.store.CaseHistory;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.store.Cases;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;

/** Records what the modules of the loop tell of a case. Usually one insert and one update: only a step that may move the case reads its history. */
@Component
class RecordSteps implements CareCaseCommands, CareCaseQueries {
  private final Cases cases;
  private final CaseHistory history;
  private final CasePlacing placing;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RecordSteps(Cases cases, CaseHistory history, CasePlacing placing, ApplicationEventPublisher events, Clock clock) {
    this.cases = cases;
    this.history = history;
    this.placing = placing;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<CaseId> findOpenOf(ElderId elder) {
    return cases.findOpenOf(elder);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CaseId, LocalDate> lastDays(Collection<CaseId> some, CaseStep step) {
    return cases.lastDays(some, step);
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseStep> missingBeforePlan(CaseId careCase) {
    var own = cases.ownDone(careCase);
    return Stream.of(CaseStep.ASSESSED, CaseStep.ELIGIBLE).filter(step -> !own.has(step)).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<ElderId> eldersInCare(@Nullable ElderId after, int limit) {
    return cases.eldersInCare(after, limit);
  }

  @Override
  @Transactional
  public void reach(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached reached) {
    requireMonth(step, month);
    var row = cases.lock(careCase).orElseThrow(NotFound::new);
    if (step == CaseStep.ORDERED && !mayOrder(row, reached)) throw missing(row);
    if (!history.addReached(row, step, month, reached)) return;
    if (step == CaseStep.PAID && month != null && wasServed(row, month)) events.publishEvent(new CareMonthPaid(row.id(), row.elder(), row.regionCode(), month, reached.provider() == null ? row.provider() : reached.provider(), reached.at()));
    if (!row.isClosed() && mayMove(row, step, month)) placing.place(row, YearMonth.now(clock), reached.provider());
    else count(row, step, month, reached);
    closeIfDone(row, reached);
  }

  /** Money may be done with in a month whose visits all turned out not to count: nobody is asked what they were good for. */
  private boolean wasServed(CaseRow row, YearMonth month) {
    return history.standing(row.id()).months().getOrDefault(month, Map.of()).containsKey(CaseStep.VISITED);
  }

  private void closeIfDone(CaseRow row, Reached told) {
    if (row.ending() != null && !row.isClosed() && !placing.waitsForFeedback(row)) placing.close(row, row.ending(), closing(row, told));
  }

  @Override
  @Transactional
  public void fallBack(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached why) {
    requireMonth(step, month);
    var row = cases.lock(careCase).orElseThrow(NotFound::new);
    if (!history.addFallBack(row, step, month, why) || row.isClosed()) return;
    placing.place(row, YearMonth.now(clock), null);
    closeIfDone(row, why);
  }

  @Override
  @Transactional
  public void waitForProvider(CaseId careCase, YearMonth month, boolean unmatched, Reached told) {
    var row = cases.lock(careCase).orElseThrow(NotFound::new);
    cases.markUnmatched(row.id(), told.source(), unmatched);
    if (!row.isClosed() && mayOrder(row, told)) reach(careCase, CaseStep.ORDERED, month, told);
  }

  @Override
  @Transactional
  public void waitNoMore(CaseId careCase, UUID order) {
    cases.lock(careCase).orElseThrow(NotFound::new);
    cases.markUnmatched(careCase, order, false);
  }

  @Override
  @Transactional
  public void loseProvider(CaseId careCase, Collection<UUID> visits, Reached why) {
    var row = cases.lock(careCase).orElseThrow(NotFound::new);
    for (var month : history.standing(row.id()).months().tailMap(YearMonth.now(clock)).entrySet()) {
      if (month.getValue().containsKey(CaseStep.VISITED)) continue;
      history.addFallBack(row, CaseStep.MATCHED, month.getKey(), why);
      for (var visit : visits) history.addFallBack(row, CaseStep.DISPATCHED, month.getKey(), new Reached(why.by(), why.at(), why.place(), why.reason(), visit, why.provider()));
    }
    if (!row.isClosed()) placing.place(row, YearMonth.now(clock), null);
  }

  /** After the first four steps; an urgent order also past those waived for it. */
  private boolean mayOrder(CaseRow row, Reached reached) {
    return row.ownDone().maySupply() || new Steps(row.ownDone().bits() | history.waivedFor(row.id(), reached.source()).bits()).maySupply();
  }

  /** Most steps are told again for every visit and change nothing but the history. A closed case counts what comes later, money above all, and stays where it stood. */
  private void count(CaseRow row, CaseStep step, @Nullable YearMonth month, Reached reached) {
    var ofMonth = month != null && month.equals(row.position().month()) ? row.monthDone().with(step) : row.monthDone();
    var ever = row.everDone().with(step);
    var served = served(row, step, month);
    var sameProvider = reached.provider() == null || reached.provider().equals(row.provider());
    if (sameProvider && ofMonth.equals(row.monthDone()) && ever.equals(row.everDone()) && Objects.equals(served, row.servedThrough())) return;
    cases.count(row.id(), ofMonth, ever, served, reached.provider());
  }

  /** False when the step cannot change where the case stands: one that is not waited for, in the month in work or after it. */
  private static boolean mayMove(CaseRow row, CaseStep step, @Nullable YearMonth month) {
    var inWork = row.position().month();
    if (month == null || inWork == null || month.isBefore(inWork)) return true;
    if (month.equals(inWork)) return step == row.position().step();
    return !row.monthDone().has(CaseStep.VISITED);
  }

  private static @Nullable YearMonth served(CaseRow row, CaseStep step, @Nullable YearMonth month) {
    if (step != CaseStep.VISITED) return row.servedThrough();
    return row.servedThrough() == null || row.servedThrough().isBefore(month) ? month : row.servedThrough();
  }

  private static Reached closing(CaseRow row, Reached reached) {
    return new Reached(reached.by(), reached.at(), reached.place(), row.ending() == null ? null : row.ending().chinese(), row.id().value(), null);
  }

  private static IntakeRefusal missing(CaseRow row) {
    var missing = new ArrayList<CaseStep>();
    for (var step : CaseStep.beforeSupply()) if (!row.ownDone().has(step)) missing.add(step);
    return new IntakeRefusal.StepMissing(missing);
  }

  private static void requireMonth(CaseStep step, @Nullable YearMonth month) {
    if (step.isMonthly() != (month != null)) throw new IllegalArgumentException(step + " is told " + (step.isMonthly() ? "with" : "without") + " a service month");
  }
}
