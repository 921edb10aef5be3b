package org.zhiyang.service.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.DayLook;
import org.zhiyang.service.dispatch.domain.HandCheck;
import org.zhiyang.service.dispatch.domain.HardRule;
import org.zhiyang.service.dispatch.domain.Unserved;
import org.zhiyang.service.dispatch.store.DayChanges;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.usecase.AssignByHand;
import org.zhiyang.service.dispatch.usecase.PlanningDays;
import org.zhiyang.service.dispatch.usecase.UndoChange;
import org.zhiyang.service.homecare.DaysAround;
import org.zhiyang.service.homecare.VisitId;

/** 派单台: a provider's day as it stands, and the changes made by hand. */
@RestController
class DispatchDayController {
  private final PlanningDays days;
  private final AssignByHand assignByHand;
  private final UndoChange undoChange;
  private final DayPlans plans;
  private final DayChanges changes;
  private final DispatchWords words;
  private final CurrentActor current;

  DispatchDayController(PlanningDays days, AssignByHand assignByHand, UndoChange undoChange, DayPlans plans, DayChanges changes, DispatchWords words, CurrentActor current) {
    this.days = days;
    this.assignByHand = assignByHand;
    this.undoChange = undoChange;
    this.plans = plans;
    this.changes = changes;
    this.words = words;
    this.current = current;
  }

  record CarerRow(UUID id, String name, DispatchWords.Position base, List<Carer.Shift> shifts, List<String> skills, @Nullable Integer certificateLevel, int travelMinutes, int serviceMinutes, List<CarerStop> stops) {}

  record CarerStop(UUID visit, int legMinutes) {}

  /** @param reason null when somebody could go and only nobody was sent yet */
  record OpenVisit(UUID visit, Unserved.@Nullable Reason reason, List<DispatchPlanController.Remedy> remedies) {}

  /** When visits are dispatched, and how many minutes of service and travel a carer may have that day. */
  record Limits(LocalTime from, LocalTime to, int maximumMinutes) {
    static Limits of(org.zhiyang.service.dispatch.domain.PlanningSettings settings) {
      return new Limits(settings.dayFrom(), settings.dayTo(), settings.maximumMinutesPerDay());
    }
  }

  /** @param frozen a plan made anew leaves what was told; a hand and an accepted repair still move it
   *  @param around where to look on, null while the day has visits */
  record DayView(LocalDate day, DispatchWords.Person provider, long version, OffsetDateTime asOf, boolean frozen, Limits limits, List<CarerRow> carers, List<DispatchWords.VisitRow> visits, List<OpenVisit> open, List<UUID> broken,
      List<DispatchPlanController.PlanRow> plans, List<DayChanges.Entry> changes, @Nullable DaysAround around) {}

  @GetMapping("/api/dispatch/day")
  @Guarded(permission = "dispatch.read", audit = true)
  DayView day(@RequestParam LocalDate day, @RequestParam @Nullable UUID provider) {
    days.requireNear("day", day);
    var scope = current.scope();
    var of = days.provider(DispatchPlanController.providerOf(provider, current), scope);
    var standing = days.of(of, day, true);
    var rows = words.rows(of, day, standing.visits(), scope);
    var look = new DayLook(standing);
    var loads = look.loads();
    var names = words.names(standing.carers().stream().map(Carer::id).toList());
    var order = Comparator.comparing((DispatchWords.VisitRow v) -> v.from() == null ? v.windowFrom() : v.from()).thenComparing(DispatchWords.VisitRow::id);
    var carers = standing.carers().stream().map(c -> carer(c, Objects.requireNonNull(loads.get(c.id())), rows, order)).toList();
    var open = look.open().entrySet().stream().filter(e -> rows.containsKey(e.getKey().value())).map(e -> new OpenVisit(e.getKey().value(), e.getValue().map(Unserved::reason).orElse(null),
        e.getValue().map(u -> DispatchPlanController.unserved(u, Objects.requireNonNull(rows.get(u.visit().value())), names).remedies()).orElse(List.of()))).toList();
    return new DayView(day, new DispatchWords.Person(of.id().value(), of.name()), plans.versionOf(of.id(), day), days.now(), days.isFrozen(of.regionCode(), day), Limits.of(standing.settings()), carers, rows.values().stream().sorted(order).toList(), open,
        HandCheck.brokenIn(standing).stream().map(VisitId::value).filter(rows::containsKey).toList(), plans.of(of.id(), day, scope).stream().limit(5).map(DispatchPlanController.PlanRow::of).toList(),
        changes.of(of.id(), day, scope), rows.isEmpty() ? days.around(of, day) : null);
  }

  private static CarerRow carer(Carer c, DayLook.Load load, Map<UUID, DispatchWords.VisitRow> rows, Comparator<DispatchWords.VisitRow> order) {
    var legs = new HashMap<UUID, Integer>();
    load.legs().forEach((visit, leg) -> legs.put(visit.value(), leg));
    var stops = legs.keySet().stream().filter(rows::containsKey).map(rows::get).map(Objects::requireNonNull).sorted(order).map(v -> new CarerStop(v.id(), legs.getOrDefault(v.id(), 0))).toList();
    return new CarerRow(c.id().value(), c.name(), new DispatchWords.Position(c.baseLng(), c.baseLat()), c.shifts(), c.skills().stream().sorted().toList(), c.certificateLevel(), load.travelMinutes(), load.serviceMinutes(), stops);
  }

  record Option(DispatchWords.Person carer, int extraMinutes, int plannedMinutes, boolean usual, @Nullable HardRule rule, @Nullable UUID otherVisit) {}

  record Options(int minutesOutsideWindow, List<Option> options) {}

  /** Before a visit is moved: what every carer of the day would mean for it at that time. Possible ones first, by extra way. */
  @GetMapping("/api/dispatch/visits/{id}/options")
  @Guarded(permission = "dispatch.write")
  Options options(@PathVariable UUID id, @RequestParam LocalTime from) {
    var open = assignByHand.look(new VisitId(id), current.get());
    var check = new HandCheck(open.day(), open.visit());
    var names = words.names(open.day().carers().stream().map(Carer::id).toList());
    var options = check.options(from).stream().map(o -> new Option(names.apply(o.carer()), o.extraMinutes(), o.plannedMinutes(), o.carer().equals(open.visit().usualCarer()),
            o.objection().map(x -> x.rule()).orElse(null), o.objection().map(x -> x.other()).map(VisitId::value).orElse(null)))
        .sorted(Comparator.comparing((Option o) -> o.rule() != null).thenComparing(o -> !o.usual()).thenComparing(Option::extraMinutes).thenComparing(o -> o.carer().name())).toList();
    return new Options(check.minutesOutsideWindow(from), options);
  }

  /** @param carers none, and {@code from} null, where nobody had the visit */
  record Seen(@NotNull @Size(max = 4) List<@NotNull UUID> carers, @Nullable LocalTime from) {
    DayChange.Standing standing() {
      return new DayChange.Standing(carers.stream().map(CarerId::new).toList(), from);
    }
  }

  /** @param seen what stood on the person's screen; with it a change made by somebody else meanwhile is not overwritten */
  record AssignRequest(@NotNull UUID visit, @NotEmpty @Size(max = 4) List<@NotNull UUID> carers, @NotNull OffsetDateTime from, @Nullable @Size(max = 200) String reason, @Nullable @Valid Seen seen) {}

  /** @param change null when there was nothing to do */
  record Changed(@Nullable UUID change) {}

  @PostMapping("/api/dispatch/assignments")
  @Guarded(permission = "dispatch.write", audit = true)
  Changed assign(@Valid @RequestBody AssignRequest body) {
    var from = body.from().atZoneSameInstant(BusinessClock.ZONE);
    var open = assignByHand.look(new VisitId(body.visit()), current.get());
    if (!from.toLocalDate().equals(open.day().day())) throw new InvalidInput("from", "other-day");
    var carers = body.carers().stream().collect(Collectors.toCollection(LinkedHashSet::new)).stream().map(CarerId::new).toList();
    return new Changed(assignByHand.assign(new VisitId(body.visit()), body.seen() == null ? null : body.seen().standing(), carers, from.toLocalTime(), body.reason(), current.get()));
  }

  /** {@code seenCarers} and {@code seenFrom}: who went when on the person's screen; with them a change made by somebody else meanwhile is not lost. */
  @DeleteMapping("/api/dispatch/assignments/{visit}")
  @Guarded(permission = "dispatch.write", audit = true)
  Changed remove(@PathVariable UUID visit, @RequestParam @Size(min = 2, max = 200) String reason, @RequestParam @Nullable @Size(max = 4) List<UUID> seenCarers, @RequestParam @Nullable LocalTime seenFrom) {
    var seen = seenCarers == null ? null : new Seen(seenCarers, seenFrom).standing();
    return new Changed(assignByHand.remove(new VisitId(visit), seen, reason, current.get()).orElse(null));
  }

  @PostMapping("/api/dispatch/changes/{id}/reversal")
  @Guarded(permission = "dispatch.write", audit = true)
  Changed undo(@PathVariable UUID id) {
    return new Changed(undoChange.handle(id, current.get()));
  }
}
