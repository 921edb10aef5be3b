package org.zhiyang.need.intake.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CareCaseClosed;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.CasePositionPolicy;
import org.zhiyang.need.intake.domain.Closure;
import org.zhiyang.need.intake.domain.ClosingPolicy;
import org.zhiyang.need.intake.domain.Position;
import org.zhiyang.need.intake.domain.Steps;
import org.zhiyang.need.intake.store.CaseHistory;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.store.Cases;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.Parameters;

/** Works out where an open case stands from its history and writes it to the case's own columns; closes cases, which stay where they stood. The caller holds the case's lock. */
@Component
class CasePlacing {
  private final Cases cases;
  private final CaseHistory history;
  private final Parameters parameters;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CasePlacing(Cases cases, CaseHistory history, Parameters parameters, ApplicationEventPublisher events, Clock clock) {
    this.cases = cases;
    this.history = history;
    this.parameters = parameters;
    this.events = events;
    this.clock = clock;
  }

  /** Last day in time of a step the case waits for since that moment, by the figures of the region. */
  @Nullable LocalDate lastDay(String region, CaseStep step, Instant since) {
    var today = LocalDate.now(clock);
    return parameters.find(IntakeParameters.STEP_LIMITS, region, today, today).map(limits -> limits.value().lastDay(step, since, BusinessClock.ZONE)).orElse(null);
  }

  Position place(CaseRow row, YearMonth thisMonth, @Nullable UUID provider) {
    var standing = history.standing(row.id());
    var position = CasePositionPolicy.apply(standing, thisMonth, BusinessClock.ZONE);
    if (position.since().equals(Instant.EPOCH)) position = new Position(position.step(), position.month(), row.openedAt());
    var ever = Steps.of(standing.own().keySet());
    for (var month : standing.months().values()) ever = new Steps(ever.bits() | Steps.of(month.keySet()).bits());
    var month = position.month() == null ? Steps.NONE : Steps.of(standing.months().getOrDefault(position.month(), java.util.Map.of()).keySet());
    cases.place(row.id(), new Cases.Standing(Steps.of(standing.own().keySet()), Steps.of(standing.waived()), month, ever, position, lastDay(row.regionCode(), position.step(), position.since()),
        lastServed(standing)), provider);
    return position;
  }

  /** Closes the case if the rule lets it; the history says who and why. */
  void close(CaseRow row, Closure closure, Reached why) {
    var standing = history.standing(row.id());
    ClosingPolicy.check(closure, served(standing), standing.waived());
    history.note(row, CaseHistory.Kind.CLOSED, why);
    cases.close(row.id(), closure, why.at());
    events.publishEvent(new CareCaseClosed(row.id(), row.elder(), closure.name(), why.at()));
  }

  /** Whether the closing waits for the feedback of the last service month. */
  boolean waitsForFeedback(CaseRow row) {
    return ClosingPolicy.waitsForFeedback(served(history.standing(row.id())));
  }

  private static @Nullable YearMonth lastServed(CasePositionPolicy.Standing standing) {
    var served = served(standing);
    return served.isEmpty() ? null : served.lastKey();
  }

  private static SortedMap<YearMonth, Set<CaseStep>> served(CasePositionPolicy.Standing standing) {
    var served = new TreeMap<YearMonth, Set<CaseStep>>();
    standing.months().forEach((month, reached) -> {
      if (reached.containsKey(CaseStep.VISITED)) served.put(month, reached.keySet());
    });
    return served;
  }
}
