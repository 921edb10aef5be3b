package org.zhiyang.need.intake.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.Closure;
import org.zhiyang.need.intake.domain.Steps;
import org.zhiyang.need.intake.store.CaseHistory.Kind;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.view.Timeline;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Page;

/** Cases and their history as the web reads them. */
@Component
class CaseViews {
  private final IntakeNames names;
  private final Clock clock;

  CaseViews(IntakeNames names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  /** @param ageDays full days the case has waited for the step, 0 while the step cannot begin yet; @param ending set when only the last feedback is waited for */
  record CaseView(UUID id, String number, long version, IntakeNames.Person elder, String regionCode, String regionName, OffsetDateTime openedAt, CaseStep step, String stepName, String phaseName,
      String holder, @Nullable String month, OffsetDateTime stepSince, long ageDays, @Nullable LocalDate dueOn, boolean overdue, List<CaseStep> done, List<String> waivedNames, @Nullable UUID providerId,
      @Nullable String servedThrough, @Nullable Closure ending, @Nullable String endingName, @Nullable OffsetDateTime closedAt, @Nullable Closure closure, @Nullable String closureName) {}

  record PhaseView(String key, String name, String state, List<StepView> steps) {}

  /** @param waived urgent help went past it; it is still to be made up */
  record StepView(CaseStep step, String name, String holder, boolean done, boolean current, boolean waived) {}

  /** @param kind REACHED, FELL_BACK, MONTH_PASSED, ENDING, GOES_ON, CLOSED or WAIVED; @param path in the console */
  record EntryView(OffsetDateTime at, UUID caseId, String room, Kind kind, CaseStep step, String title, @Nullable String detail, String actorName, String actorRole, String actorRoleName,
      boolean onBehalf, @Nullable String place, String path, UUID source, @Nullable String month) {}

  Page<CaseView> of(Page<CaseRow> page) {
    var people = names.people(page.items().stream().map(row -> row.elder().value()).toList());
    return page.map(row -> of(row, people.get(row.elder().value())));
  }

  CaseView of(CaseRow row) {
    return of(row, names.people(List.of(row.elder().value())).get(row.elder().value()));
  }

  private CaseView of(CaseRow row, IntakeNames.@Nullable Person elder) {
    var p = row.position();
    var dueOn = row.isClosed() ? null : row.dueOn();
    return new CaseView(row.id().value(), row.number(), row.version(), elder == null ? new IntakeNames.Person(row.elder().value(), "") : elder, row.regionCode(), names.region(row.regionCode()),
        at(row.openedAt()), p.step(), p.step().chinese(), p.step().phase().chinese(), row.holder(), p.month() == null ? null : p.month().toString(), at(p.since()), ageDays(p.since()),
        dueOn, dueOn != null && dueOn.isBefore(LocalDate.now(clock)), List.copyOf(new Steps(row.ownDone().bits() | row.monthDone().bits()).asSet()),
        row.waived().asSet().stream().map(CaseStep::chinese).toList(), row.provider(), row.servedThrough() == null ? null : row.servedThrough().toString(), row.ending(), row.ending() == null ? null : row.ending().chinese(),
        row.closedAt() == null ? null : at(row.closedAt()), row.closure(), row.closure() == null ? null : row.closure().chinese());
  }

  long ageDays(Instant since) {
    return Math.max(0, ChronoUnit.DAYS.between(since, clock.instant()));
  }

  /** The four phases of the service workflow with the steps of the month in work (M280); a closed case shows its last month of service. A plan that ended was agreed on all the same. */
  static List<PhaseView> phases(CaseRow row, List<Timeline.Entry> history) {
    var month = row.isClosed() ? row.servedThrough() : row.position().month();
    var passed = history.stream().filter(e -> month != null && e.kind() == Kind.REACHED && (e.month() == null || e.month().equals(month))).map(Timeline.Entry::step).collect(Collectors.toSet());
    return Arrays.stream(CaseStep.Phase.values()).map(phase -> {
      var steps = Arrays.stream(CaseStep.values()).filter(step -> step.phase() == phase).map(step -> new StepView(step, step.chinese(), step == row.position().step() ? row.holder() : step.holder(),
          (step.isMonthly() ? row.monthDone() : row.ownDone()).has(step) || passed.contains(step), !row.isClosed() && step == row.position().step(), row.waived().has(step))).toList();
      var state = steps.stream().allMatch(StepView::done) ? "DONE" : steps.stream().anyMatch(StepView::current) ? "CURRENT" : "AHEAD";
      return new PhaseView(phase.name(), phase.chinese(), state, steps);
    }).toList();
  }

  EntryView of(Timeline.Entry e) {
    var title = switch (e.kind()) {
      case REACHED -> e.step().chinese();
      case FELL_BACK -> e.step().chinese() + " · 已退回";
      case MONTH_PASSED -> "本月没有服务";
      case ENDING -> "等待最后一次反馈后结案";
      case GOES_ON -> "不再结案，案例继续";
      case CLOSED -> "结案";
      case WAIVED -> e.step().chinese() + " · 助急先行，待补办";
    };
    return new EntryView(names.local(e.at()), e.careCase(), StepPaths.room(e.step()), e.kind(), e.step(), title, e.reason(), e.actorName(), e.actorRole(), e.actorRoleName(),
        e.onBehalf(), e.place() == null ? null : names.place(e.place()), StepPaths.of(e), e.source(), e.month() == null ? null : e.month().toString());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
