package org.zhiyang.service.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DayChange.Line;
import org.zhiyang.service.dispatch.domain.DayChange.Standing;
import org.zhiyang.service.dispatch.domain.DispatchRefusal;
import org.zhiyang.service.dispatch.domain.HandCheck;
import org.zhiyang.service.dispatch.domain.PlanningDay;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.VisitToPlan;

/** A dispatcher gives one visit its carers and its time, or takes them away. What a hand has set stays in later plans. */
@Component
public class AssignByHand {
  private static final Set<VisitStatus> OPEN = Set.of(VisitStatus.PLANNED, VisitStatus.ASSIGNED);

  private final PlanningDays days;
  private final HomecareQueries homecare;
  private final DayPlans plans;
  private final Standings standings;
  private final Clock clock;

  AssignByHand(PlanningDays days, HomecareQueries homecare, DayPlans plans, Standings standings, Clock clock) {
    this.days = days;
    this.homecare = homecare;
    this.plans = plans;
    this.standings = standings;
    this.clock = clock;
  }

  /** One open visit with its day, as the reader may see it. */
  public record Case(Provider provider, PlanningDay day, VisitToPlan visit) {}

  /** @throws NotFound when the visit is not the reader's, DispatchRefusal.VisitNotOpen when nobody can be sent any more */
  public Case look(VisitId id, Actor by) {
    var facts = homecare.findVisit(id, by.scope()).orElseThrow(NotFound::new);
    var provider = days.provider(facts.provider(), by.scope());
    if (!OPEN.contains(facts.status())) throw new DispatchRefusal.VisitNotOpen(facts.status());
    if (facts.day().isBefore(LocalDate.now(clock))) throw new DispatchRefusal.PastDay(facts.day());
    var day = days.of(provider, facts.day(), true);
    return new Case(provider, day, day.visits().stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow(NotFound::new));
  }

  @Transactional
  public UUID assign(VisitId visit, List<CarerId> carers, LocalTime from, @Nullable String reason, Actor by) {
    return assign(visit, null, carers, from, reason, by);
  }

  /** @param seen what stood when the person decided; refused when somebody else was faster. Null: whatever stands */
  @Transactional
  public UUID assign(VisitId visit, @Nullable Standing seen, List<CarerId> carers, LocalTime from, @Nullable String reason, Actor by) {
    var open = locked(visit, by);
    var present = Standing.of(open.visit());
    if (seen != null && !seen.same(present)) throw new DispatchRefusal.MovedMeanwhile(present);
    requireOwn(open, carers);
    var objections = new HandCheck(open.day(), open.visit()).objections(carers, from);
    if (!objections.isEmpty()) throw new DispatchRefusal.RuleBroken(objections);
    return carryOut(open, new Standing(List.copyOf(carers), from), DayChange.Kind.ASSIGNMENT, reason, by);
  }

  /** Somebody else's people are nobody here: an objection would say their names. */
  private static void requireOwn(Case open, List<CarerId> carers) {
    var own = open.day().carers().stream().map(Carer::id).collect(Collectors.toSet());
    if (!carers.stream().allMatch(carer -> own.contains(carer) || open.visit().carers().contains(carer))) throw new InvalidInput("carers", "unknown");
  }

  /** Nothing happens to a visit that has nobody: the empty answer.
   *
   *  @param seen as for assigning */
  @Transactional
  public java.util.Optional<UUID> remove(VisitId visit, @Nullable Standing seen, String reason, Actor by) {
    var open = locked(visit, by);
    var present = Standing.of(open.visit());
    if (present.isEmpty()) return java.util.Optional.empty();
    if (seen != null && !seen.same(present)) throw new DispatchRefusal.MovedMeanwhile(present);
    return java.util.Optional.of(carryOut(open, Standing.NOBODY, DayChange.Kind.REMOVAL, reason, by));
  }

  private Case locked(VisitId visit, Actor by) {
    var seen = look(visit, by);
    plans.lock(seen.provider().id(), seen.day().day());
    return look(visit, by);
  }

  private UUID carryOut(Case open, Standing after, DayChange.Kind kind, @Nullable String reason, Actor by) {
    var line = new Line(open.visit().id(), Standing.of(open.visit()), open.visit().locked(), after);
    return standings.carryOut(open.provider(), open.day().day(), List.of(line), new Standings.Act(kind, null, null, reason, true, false), by);
  }
}
