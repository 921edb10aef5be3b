package org.zhiyang.service.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.dispatch.domain.DayChange;
import org.zhiyang.service.dispatch.domain.Repair;
import org.zhiyang.service.dispatch.domain.Unserved;
import org.zhiyang.service.dispatch.store.Repairs;
import org.zhiyang.service.dispatch.usecase.DecideRepair;
import org.zhiyang.service.dispatch.usecase.PlanningDays;
import org.zhiyang.service.dispatch.usecase.ProposeRepair;
import org.zhiyang.service.dispatch.web.DispatchWords.Person;
import org.zhiyang.service.dispatch.web.DispatchWords.VisitRow;
import org.zhiyang.service.homecare.VisitId;

/** 当天调整: what is proposed after a carer fell ill, a visit was added or cancelled, or somebody is late; accepted or not by the dispatcher. */
@RestController
class DispatchRepairController {
  private final ProposeRepair propose;
  private final DecideRepair decide;
  private final Repairs repairs;
  private final PlanningDays days;
  private final DispatchWords words;
  private final CurrentActor current;

  DispatchRepairController(ProposeRepair propose, DecideRepair decide, Repairs repairs, PlanningDays days, DispatchWords words, CurrentActor current) {
    this.propose = propose;
    this.decide = decide;
    this.repairs = repairs;
    this.days = days;
    this.words = words;
    this.current = current;
  }

  /** @param carer, visit, elder whom it is about, where it is about one; @param changes visits that would change, 0 where it only says what nobody can take; @param extraMinutes of travel, may be negative; @param moved visits that stood and get another carer or another time; @param change the act that carried it out, for undoing */
  record RepairRow(UUID id, LocalDate day, Repair.Cause cause, @Nullable Person carer, @Nullable UUID visit, @Nullable Person elder, List<Cause> also, @Nullable String note, Repair.State state,
      int changes, int extraMinutes, int moved, int placed, int lost, List<Unsolved> unsolved, int searchMillis, OffsetDateTime madeAt, @Nullable OffsetDateTime decidedAt, @Nullable UUID change) {}

  /** What else the proposal answers: what waited for a decision when it was made.
   *
   *  @param carer, elder whom it is about, where it is about one */
  record Cause(Repair.Cause cause, @Nullable Person carer, @Nullable UUID visit, @Nullable Person elder) {}

  /** A visit nobody can take. @param remedies the easiest first, never empty */
  record Unsolved(UUID visit, Person elder, Unserved.Reason reason, List<DispatchPlanController.Remedy> remedies) {}

  /** @param carers empty and {@code from} null: nobody */
  record When(List<Person> carers, @Nullable LocalTime from) {}

  /** One visit that would change; the elder and everybody in {@code before} and {@code after} have to be told. */
  record RepairLine(Repair.Part part, VisitRow visit, When before, When after) {}

  record RepairView(RepairRow repair, List<RepairLine> lines) {}

  /** @param carer, visit whom it is about, where it is about one; @param mostMoved other visits that may be moved so that one that can wait is served; what the parameter says when absent */
  record RepairRequest(@NotNull LocalDate day, @NotNull Repair.Cause cause, @Nullable UUID carer, @Nullable UUID visit, @Nullable @Size(min = 1, max = 200) String note, @Nullable @Min(0) @Max(50) Integer mostMoved,
      @Nullable UUID provider) {}

  @PostMapping("/api/dispatch/repairs")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "dispatch.write", audit = true)
  RepairView propose(@Valid @RequestBody RepairRequest body) {
    var provider = DispatchPlanController.providerOf(body.provider(), current);
    var about = new Repair.About(body.cause(), body.carer() == null ? null : new CarerId(body.carer()), body.visit() == null ? null : new VisitId(body.visit()));
    return view(propose.handle(new ProposeRepair.Command(provider, body.day(), List.of(about), body.note(), body.mostMoved(), current.get())));
  }

  /** Newest first, at most twenty. */
  @GetMapping("/api/dispatch/repairs")
  @Guarded(permission = "dispatch.read")
  List<RepairRow> list(@RequestParam LocalDate day, @RequestParam @Nullable UUID provider) {
    days.requireNear("day", day);
    var found = repairs.of(DispatchPlanController.providerOf(provider, current), day, current.scope());
    var names = words.names(found.stream().flatMap(DispatchRepairController::named).distinct().toList());
    var elders = elders(found);
    return found.stream().map(r -> row(r, names, elders)).toList();
  }

  @GetMapping("/api/dispatch/repairs/{id}")
  @Guarded(permission = "dispatch.read", audit = true)
  RepairView read(@PathVariable UUID id) {
    return view(repairs.find(id, current.scope()).orElseThrow(NotFound::new));
  }

  /** @param change to be taken back as a whole by {@code POST /api/dispatch/changes/{id}/reversal} */
  record Accepted(UUID change) {}

  @PostMapping("/api/dispatch/repairs/{id}/acceptance")
  @Guarded(permission = "dispatch.write", audit = true)
  Accepted accept(@PathVariable UUID id) {
    return new Accepted(decide.accept(id, current.get()));
  }

  @PostMapping("/api/dispatch/repairs/{id}/rejection")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "dispatch.write", audit = true)
  void reject(@PathVariable UUID id) {
    decide.reject(id, current.get());
  }

  /** Lines of visits that were cancelled since are left out. */
  private RepairView view(Repair repair) {
    var provider = days.provider(repair.provider(), current.scope());
    var rows = words.rows(provider, repair.day(), days.of(provider, repair.day(), true).visits(), current.scope());
    var names = words.names(Stream.concat(named(repair), repair.lines().stream().flatMap(l -> Stream.concat(l.change().before().carers().stream(),
        l.change().after().carers().stream()))).distinct().toList());
    return new RepairView(row(repair, names, elders(List.of(repair))), lines(repair, rows, names));
  }

  /** Carers a row names. */
  private static Stream<CarerId> named(Repair repair) {
    return Stream.concat(repair.causes().stream().flatMap(about -> Stream.ofNullable(about.carer())), repair.unsolved().stream().flatMap(u -> u.remedies().stream()).flatMap(r -> r.carers().stream()));
  }

  /** Whose visits rows are about, those cancelled since too. */
  private Map<VisitId, Person> elders(List<Repair> some) {
    return words.eldersOf(some.stream().flatMap(r -> Stream.concat(r.causes().stream().flatMap(about -> Stream.ofNullable(about.visit())), r.unsolved().stream().map(Unserved::visit)))
        .collect(Collectors.toSet()), current.scope());
  }

  private static List<RepairLine> lines(Repair repair, Map<UUID, VisitRow> rows, Function<CarerId, Person> names) {
    return repair.lines().stream().flatMap(line -> Stream.ofNullable(rows.get(line.change().visit().value()))
        .map(row -> new RepairLine(line.part(), row, when(line.change().before(), names), when(line.change().after(), names)))).toList();
  }

  private static When when(DayChange.Standing standing, Function<CarerId, Person> names) {
    return new When(standing.carers().stream().map(names).toList(), standing.from());
  }

  private static RepairRow row(Repair r, Function<CarerId, Person> names, Map<VisitId, Person> elders) {
    var causes = r.causes().stream().map(about -> cause(about, names, elders)).toList();
    var first = causes.getFirst();
    var unsolved = r.unsolved().stream().filter(u -> elders.containsKey(u.visit())).map(u -> new Unsolved(u.visit().value(), elders.get(u.visit()), u.reason(), DispatchPlanController.remedies(u, names))).toList();
    return new RepairRow(r.id(), r.day(), first.cause(), first.carer(), first.visit(), first.elder(), causes.subList(1, causes.size()), r.note(), r.state(), r.lines().size(), r.extraMinutes(), r.moved(),
        count(r, Repair.Part.PLACED), count(r, Repair.Part.LOST), unsolved, r.searchMillis(), r.madeAt().atZone(BusinessClock.ZONE).toOffsetDateTime(),
        r.decidedAt() == null ? null : r.decidedAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), r.change());
  }

  private static Cause cause(Repair.About about, Function<CarerId, Person> names, Map<VisitId, Person> elders) {
    return new Cause(about.cause(), about.carer() == null ? null : names.apply(about.carer()), about.visit() == null ? null : about.visit().value(), about.visit() == null ? null : elders.get(about.visit()));
  }

  private static int count(Repair repair, Repair.Part part) {
    return (int) repair.lines().stream().filter(line -> line.part() == part).count();
  }
}
