package org.zhiyang.service.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayPlan;
import org.zhiyang.service.dispatch.domain.Explanation;
import org.zhiyang.service.dispatch.domain.HandCheck;
import org.zhiyang.service.dispatch.domain.HardRule;
import org.zhiyang.service.dispatch.domain.PlanStatus;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.domain.Unserved;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.usecase.MakePlan;
import org.zhiyang.service.dispatch.usecase.PlanningDays;
import org.zhiyang.service.dispatch.usecase.PublishPlan;
import org.zhiyang.service.dispatch.web.DispatchWords.Person;
import org.zhiyang.service.homecare.VisitToPlan;

/** 派单计划: proposed, looked at line by line, published. */
@RestController
class DispatchPlanController {
  private final MakePlan makePlan;
  private final PublishPlan publishPlan;
  private final DayPlans plans;
  private final PlanningDays days;
  private final DispatchWords words;
  private final CurrentActor current;

  DispatchPlanController(MakePlan makePlan, PublishPlan publishPlan, DayPlans plans, PlanningDays days, DispatchWords words, CurrentActor current) {
    this.makePlan = makePlan;
    this.publishPlan = publishPlan;
    this.plans = plans;
    this.days = days;
    this.words = words;
    this.current = current;
  }

  record PlanRow(UUID id, LocalDate day, StoredPlan.Origin origin, PlanStatus status, String planner, int planned, int unserved, int changed, int travelMinutes, OffsetDateTime madeAt,
      @Nullable OffsetDateTime publishedAt, @Nullable UUID weekRun) {
    static PlanRow of(StoredPlan p) {
      return new PlanRow(p.id(), p.day(), p.origin(), p.status(), p.planner(), p.planned(), p.unserved(), p.changed(), p.travelMinutes(), p.madeAt().atZone(BusinessClock.ZONE).toOffsetDateTime(),
          p.publishedAt() == null ? null : p.publishedAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), p.weekRun());
    }
  }

  record PlanRequest(@NotNull LocalDate day, @Nullable Boolean fresh, @Nullable UUID provider) {}

  @PostMapping("/api/dispatch/plans")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "dispatch.write")
  PlanRow make(@Valid @RequestBody PlanRequest body) {
    return PlanRow.of(makePlan.handle(new MakePlan.Command(providerOf(body.provider()), body.day(), Boolean.TRUE.equals(body.fresh()), StoredPlan.Origin.BY_HAND, current.get())));
  }

  @GetMapping("/api/dispatch/plans")
  @Guarded(permission = "dispatch.read")
  List<PlanRow> list(@RequestParam LocalDate day, @RequestParam @Nullable UUID provider) {
    days.requireNear("day", day);
    return plans.of(providerOf(provider), day, current.scope()).stream().map(PlanRow::of).toList();
  }

  record Alternative(Person carer, int extraMinutes, int extraCost) {}

  record Reasons(List<Explanation.Why> why, int minutesAfterWindow, List<Alternative> alternatives, Map<HardRule, Integer> excluded) {}

  /** @param visit null-free row as the visit stands now; {@code carers}, {@code from}, {@code to} as the plan wants them */
  record PlannedLine(DispatchWords.VisitRow visit, List<Person> carers, LocalTime from, LocalTime to, List<Integer> legMinutes, boolean changes, Reasons reasons) {}

  record Remedy(Unserved.Means means, List<Person> carers, @Nullable LocalTime from) {}

  record UnservedLine(DispatchWords.VisitRow visit, Unserved.Reason reason, List<Remedy> remedies) {}

  /** Fixed by hand to carers of whom the elder has refused {@code refused} since: no plan moves it, somebody has to decide. */
  record RefusedLine(DispatchWords.VisitRow visit, List<Person> refused) {}

  /** @param outdated visits that were changed since the draft was made: with one of them it is not published any more; 0 for a published plan */
  record PlanView(PlanRow plan, List<PlannedLine> lines, List<UnservedLine> unserved, List<RefusedLine> refused, int outdated) {}

  /** Lines of visits that were cancelled since are left out. */
  @GetMapping("/api/dispatch/plans/{id}")
  @Guarded(permission = "dispatch.read", audit = true)
  PlanView read(@PathVariable UUID id) {
    var plan = plans.find(id, current.scope()).orElseThrow(NotFound::new);
    var provider = days.provider(plan.provider(), current.scope());
    var day = days.of(provider, plan.day(), true);
    var rows = words.rows(provider, plan.day(), day.visits(), current.scope());
    var content = plans.contentOf(id);
    var names = words.names(carersIn(content));
    var lines = content.assignments().stream().filter(a -> rows.containsKey(a.visit().value())).map(a -> line(a, Objects.requireNonNull(rows.get(a.visit().value())), names)).toList();
    var unserved = content.unserved().stream().filter(u -> rows.containsKey(u.visit().value())).map(u -> unserved(u, Objects.requireNonNull(rows.get(u.visit().value())), names)).toList();
    var outdated = plan.status() == PlanStatus.DRAFT ? PublishPlan.changedSince(day, content.standings(), plans.standingsBefore(id)) : 0;
    return new PlanView(PlanRow.of(plan), lines, unserved, refused(HandCheck.fixedThoughRefused(day), rows), outdated);
  }

  private List<RefusedLine> refused(List<VisitToPlan> visits, Map<UUID, DispatchWords.VisitRow> rows) {
    var names = words.names(visits.stream().flatMap(v -> v.carers().stream()).distinct().toList());
    return visits.stream().filter(v -> rows.containsKey(v.id().value()))
        .map(v -> new RefusedLine(Objects.requireNonNull(rows.get(v.id().value())), v.carers().stream().filter(v.wishes().refused()::contains).map(names).toList())).toList();
  }

  private static List<CarerId> carersIn(DayPlan content) {
    return Stream.concat(content.assignments().stream().flatMap(a -> Stream.concat(a.carers().stream(), a.explanation().alternatives().stream().map(Explanation.Alternative::carer))),
        content.unserved().stream().flatMap(u -> u.remedies().stream().flatMap(r -> r.carers().stream()))).distinct().toList();
  }

  private static PlannedLine line(DayPlan.Assignment a, DispatchWords.VisitRow row, Function<CarerId, Person> names) {
    var carers = a.carers().stream().map(names).toList();
    var same = a.from().equals(row.from()) && java.util.Set.copyOf(carers).equals(java.util.Set.copyOf(row.carers()));
    var e = a.explanation();
    return new PlannedLine(row, carers, a.from(), a.to(), a.legMinutes(), !same, new Reasons(e.why(), e.minutesAfterWindow(),
        e.alternatives().stream().map(o -> new Alternative(names.apply(o.carer()), o.extraMinutes(), o.extraCost())).toList(), e.excluded()));
  }

  static UnservedLine unserved(Unserved u, DispatchWords.VisitRow row, Function<CarerId, Person> names) {
    return new UnservedLine(row, u.reason(), remedies(u, names));
  }

  static List<Remedy> remedies(Unserved u, Function<CarerId, Person> names) {
    return u.remedies().stream().map(r -> new Remedy(r.means(), r.carers().stream().map(names).toList(), r.from())).toList();
  }

  /** @param change the act, to be taken back; @param assigned, removed how many visits got carers or lost them; @param unserved left without; @param refused as in the draft */
  record PublishedView(UUID change, int assigned, int removed, int unserved, List<RefusedLine> refused) {}

  @PostMapping("/api/dispatch/plans/{id}/publication")
  @Guarded(permission = "dispatch.write", audit = true)
  PublishedView publish(@PathVariable UUID id) {
    var p = publishPlan.handle(id, current.get());
    return new PublishedView(p.change(), p.assigned(), p.removed(), p.unserved(), refused(p.refused(), words.rows(p.provider(), p.day(), p.refused(), current.scope())));
  }

  /** The provider asked for, else the reader's own. */
  private ProviderId providerOf(@Nullable UUID asked) {
    return providerOf(asked, current);
  }

  static ProviderId providerOf(@Nullable UUID asked, CurrentActor current) {
    if (asked != null) return new ProviderId(asked);
    var own = current.get().organizationId();
    if (own == null) throw new InvalidInput("provider", "required");
    return new ProviderId(own);
  }
}
