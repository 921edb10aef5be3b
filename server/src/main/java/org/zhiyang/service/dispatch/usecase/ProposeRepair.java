package org.zhiyang.service.dispatch.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.DayRepair;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.store.DayChanges;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.store.Repairs;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;

/** Proposes how a provider's day goes on after something changed. A second proposal takes the place of the first; nothing is told to anybody before one is accepted. */
@Component
public class ProposeRepair {
  private static final Set<VisitStatus> NOT_BEGUN = Set.of(VisitStatus.PLANNED, VisitStatus.ASSIGNED);

  private final PlanningDays days;
  private final HomecareQueries homecare;
  private final DayRepair repair;
  private final Records records;
  private final Parameters parameters;
  private final Clock clock;

  ProposeRepair(PlanningDays days, HomecareQueries homecare, CareSolver solver, Records records, Parameters parameters, Clock clock) {
    this.days = days;
    this.homecare = homecare;
    this.repair = new DayRepair(solver);
    this.records = records;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Where proposals and what happened before are kept. */
  @Component
  record Records(Repairs repairs, DayPlans plans, DayChanges changes) {}

  /** @param carer, visit whom it is about, where it is about one */
  public record Command(ProviderId provider, LocalDate day, Repair.Cause cause, @Nullable CarerId carer, @Nullable VisitId visit, @Nullable String note, Actor by) {}

  /** @throws DispatchRefusal.NothingToRepair when the day can go on as it stands */
  @Transactional
  public Repair handle(Command command) {
    return find(command).orElseThrow(() -> new DispatchRefusal.NothingToRepair(command.day()));
  }

  /** Empty when the day can go on as it stands. */
  @Transactional
  public Optional<Repair> find(Command command) {
    if (command.day().isBefore(LocalDate.now(clock))) throw new DispatchRefusal.PastDay(command.day());
    var provider = days.provider(command.provider(), command.by().scope());
    records.plans().lock(provider.id(), command.day());
    var proposal = repair.propose(situation(provider, days.of(provider, command.day(), true)));
    if (proposal.lines().isEmpty()) return Optional.empty();
    var last = records.changes().newestOf(provider.id(), command.day()).orElse(null);
    var made = new Repair(Generators.timeBasedEpochGenerator().generate(), provider.id(), provider.regionCode(), command.day(), command.cause(), command.carer(), command.visit(), command.note(),
        Repair.State.PROPOSED, last, proposal.extraMinutes(), proposal.moved(), proposal.searchMillis(), clock.instant(), command.by().accountId(), null, null, proposal.lines());
    records.repairs().add(made);
    return Optional.of(made);
  }

  private DayRepair.Situation situation(Provider provider, PlanningDay day) {
    var begun = new HashMap<VisitId, @Nullable LocalTime>();
    for (var visit : homecare.visitsOn(provider.id(), day.day())) {
      if (NOT_BEGUN.contains(visit.status())) continue;
      var in = visit.checkedInAt() == null ? null : visit.checkedInAt().atZone(BusinessClock.ZONE);
      begun.put(visit.id(), in == null || !in.toLocalDate().equals(day.day()) ? null : in.toLocalTime());
    }
    var today = LocalDate.now(clock);
    return new DayRepair.Situation(day, begun, parameters.get(WeekParameters.REPAIR_TOLERANCE, provider.regionCode(), day.day(), today).value(),
        parameters.get(WeekParameters.LATE, provider.regionCode(), day.day(), today).value());
  }

  boolean hasOpen(ProviderId provider, LocalDate day) {
    return records.repairs().of(provider, day, new Scope.Everything()).stream().anyMatch(r -> r.state() == Repair.State.PROPOSED);
  }

  boolean isKnown(VisitId visit, Repair.Cause cause) {
    return records.repairs().isKnown(visit, cause);
  }
}
