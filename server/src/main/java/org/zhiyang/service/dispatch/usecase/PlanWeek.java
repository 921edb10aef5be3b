package org.zhiyang.service.dispatch.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.RoutePlanner;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.domain.WeekRun;
import org.zhiyang.service.dispatch.store.WeekRuns;

/** Asks for the coming days of a county to be planned for all its providers together; {@link RunWeeks} does the work. */
@Component
public class PlanWeek {
  private final PlanningDays days;
  private final WeekRuns runs;
  private final RoutePlanner planner;
  private final Parameters parameters;
  private final Clock clock;

  PlanWeek(PlanningDays days, WeekRuns runs, RoutePlanner planner, Parameters parameters, Clock clock) {
    this.days = days;
    this.runs = runs;
    this.planner = planner;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** @param region a county, null for the actor's own; @param days null: as many as the nightly plan
   *  @param fresh true: what was told may be moved too, unless locked or frozen */
  public record Command(@Nullable String region, LocalDate from, @Nullable Integer days, boolean fresh, StoredPlan.Origin origin, Actor by) {}

  @Transactional
  public WeekRun handle(Command command) {
    return ask(command).orElseThrow(() -> new DispatchRefusal.WeekUnderWay(days.county(command.region(), command.by().scope())));
  }

  /** Empty when a run of the county waits or is at work already. */
  Optional<WeekRun> ask(Command command) {
    var county = days.county(command.region(), command.by().scope());
    days.requireAhead("from", command.from());
    var today = LocalDate.now(clock);
    var length = command.days() == null ? parameters.get(WeekParameters.AHEAD, county, command.from(), today).value() + 1 : command.days();
    if (days.providersOf(county, command.from(), command.from().plusDays(length)).isEmpty()) throw new DispatchRefusal.NothingToPlan(command.from());
    var seconds = parameters.get(WeekParameters.SEARCH, county, command.from(), today).value().week();
    var run = new WeekRun(Generators.timeBasedEpochGenerator().generate(), county, command.from(), length, command.fresh(), command.origin(), WeekRun.State.WAITING, 0, planner.name(), seconds,
        clock.instant(), command.by().accountId(), null, null, null, null, null, null, null, null, null, null);
    return runs.add(run) ? Optional.of(run) : Optional.empty();
  }
}
