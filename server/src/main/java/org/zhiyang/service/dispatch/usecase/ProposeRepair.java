package org.zhiyang.service.dispatch.usecase;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.service.dispatch.domain.DayRepair;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.Overtaken;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.store.DayChanges;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.store.Repairs;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitToPlan;

/** Proposes how a provider's day goes on after something changed. A second proposal takes the place of the first; nothing is told to anybody before one is accepted. */
@Component
public class ProposeRepair {
  private final PlanningDays days;
  private final Situations situations;
  private final DayRepair repair;
  private final Records records;
  private final Clock clock;

  ProposeRepair(PlanningDays days, Situations situations, CareSolver solver, Records records, Clock clock) {
    this.days = days;
    this.situations = situations;
    this.repair = new DayRepair(solver);
    this.records = records;
    this.clock = clock;
  }

  /** Where proposals and what happened before are kept. */
  @Component
  record Records(Repairs repairs, DayPlans plans, DayChanges changes) {}

  /** @param causes at least one, the newest first; @param mostMoved other visits that may be moved for one that can wait, null for what the parameter says */
  public record Command(ProviderId provider, LocalDate day, List<Repair.About> causes, @Nullable String note, @Nullable Integer mostMoved, Actor by) {
    public Command(ProviderId provider, LocalDate day, List<Repair.About> causes, @Nullable String note, Actor by) {
      this(provider, day, causes, note, null, by);
    }
  }

  /** @throws NotFound for a carer or a visit that is not the provider's of that day; @throws DispatchRefusal.NothingToRepair when the day can go on as it stands */
  @Transactional
  public Repair handle(Command command) {
    command.causes().forEach(ProposeRepair::requireWhom);
    days.requireAhead("day", command.day());
    var provider = days.provider(command.provider(), command.by().scope());
    records.plans().lock(provider.id(), command.day());
    var situation = limited(situations.of(provider, command.day()), command);
    for (var about : command.causes()) if (!situations.isOf(provider, situation, about, command.by().scope())) throw new NotFound();
    return make(provider, situation, withOpen(provider.id(), command.causes(), situation), command).orElseThrow(() -> new DispatchRefusal.NothingToRepair(command.day()));
  }

  /** A person says whom a cause is about, as the platform does: the proposal names them, and falls with the cause. */
  private static void requireWhom(Repair.About about) {
    var carer = switch (about.cause()) {
      case ABSENCE, LATE, REFUSED -> true;
      case URGENT, CANCELLATION, OTHER -> false;
    };
    var visit = switch (about.cause()) {
      case URGENT, CANCELLATION, REFUSED -> true;
      case ABSENCE, LATE, OTHER -> false;
    };
    if (carer && about.carer() == null) throw new InvalidInput("carer", "required");
    if (visit && about.visit() == null) throw new InvalidInput("visit", "required");
  }

  private static DayRepair.Situation limited(DayRepair.Situation situation, Command command) {
    if (command.mostMoved() == null) return situation;
    return new DayRepair.Situation(situation.day(), situation.begun(), situation.over(), situation.limits().withMostMoved(command.mostMoved()));
  }

  /** What the platform notices itself: nothing where no cause holds any more or the day can go on as it stands; then an open proposal falls too. */
  @Transactional
  public Optional<Repair> find(Command command) {
    if (command.day().isBefore(LocalDate.now(clock))) return Optional.empty();
    var provider = days.provider(command.provider(), command.by().scope());
    records.plans().lock(provider.id(), command.day());
    var situation = situations.of(provider, command.day());
    var causes = Overtaken.holding(withOpen(provider.id(), command.causes(), situation), situation);
    var made = causes.isEmpty() ? Optional.<Repair>empty() : make(provider, situation, causes, command);
    if (made.isEmpty()) records.repairs().openOf(provider.id(), command.day()).ifPresent(open -> records.repairs().decide(open.id(), Repair.State.SUPERSEDED, null, clock.instant(), command.by()));
    return made;
  }

  /** A proposal that fell, or that the day has overtaken, is made anew for the causes that still hold. Nothing happens to one a person decided. */
  @Transactional
  public void again(UUID id) {
    var old = records.repairs().find(id, new Scope.Everything()).orElseThrow();
    records.plans().lock(old.provider(), old.day());
    var state = records.repairs().find(id, new Scope.Everything()).orElseThrow().state();
    var open = records.repairs().openOf(old.provider(), old.day()).map(Repair::id);
    if (state == Repair.State.PROPOSED || state == Repair.State.SUPERSEDED && open.isEmpty()) find(new Command(old.provider(), old.day(), old.causes(), old.note(), Actor.PLATFORM));
  }

  /** A new proposal answers what the open one was made for too: its causes are kept while they hold. */
  private List<Repair.About> withOpen(ProviderId provider, List<Repair.About> causes, DayRepair.Situation situation) {
    var open = records.repairs().openOf(provider, situation.day().day()).map(r -> Overtaken.holding(r.causes(), situation)).orElse(List.of());
    return Stream.concat(causes.stream(), open.stream()).distinct().toList();
  }

  private Optional<Repair> make(Provider provider, DayRepair.Situation situation, List<Repair.About> causes, Command command) {
    var proposal = repair.propose(situation);
    var visits = situation.day().byId();
    var urgent = causes.stream().filter(about -> about.cause() == Repair.Cause.URGENT).map(about -> visits.get(about.visit())).filter(Objects::nonNull).filter(visit -> visit.carers().isEmpty()).map(VisitToPlan::id);
    var unsolved = DayRepair.unsolved(situation.day(), proposal.lines(), Stream.concat(urgent, proposal.stuck().stream()).collect(Collectors.toSet()));
    if (proposal.lines().isEmpty() && proposal.stuck().isEmpty() && unsolved.isEmpty() || command.by().equals(Actor.PLATFORM) && isMereGap(causes, proposal)) return Optional.empty();
    var last = records.changes().newestOf(provider.id(), command.day()).orElse(null);
    var made = new Repair(Generators.timeBasedEpochGenerator().generate(), provider.id(), provider.regionCode(), command.day(), causes.getFirst(), causes.subList(1, causes.size()), command.note(),
        Repair.State.PROPOSED, last, proposal.extraMinutes(), proposal.moved(), proposal.searchMillis(), clock.instant(), command.by().accountId(), null, null, proposal.lines(), unsolved);
    records.repairs().add(made);
    return Optional.of(made);
  }

  /** A cancelled visit leaves a gap: by itself that moves nobody, it is worth a word only where somebody can be sent to a visit that had nobody. */
  private static boolean isMereGap(List<Repair.About> causes, DayRepair.Proposal proposal) {
    return causes.stream().allMatch(about -> about.cause() == Repair.Cause.CANCELLATION) && proposal.lines().stream().noneMatch(line -> line.part() == Repair.Part.PLACED);
  }

  boolean isKnown(VisitId visit, Repair.Cause cause) {
    return records.repairs().isKnown(visit, cause);
  }

  Optional<Repair> openOf(ProviderId provider, LocalDate day) {
    return records.repairs().openOf(provider, day);
  }
}
