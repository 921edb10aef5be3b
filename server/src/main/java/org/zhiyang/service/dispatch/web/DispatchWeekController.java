package org.zhiyang.service.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.routing.care.CareScore;
import org.zhiyang.service.dispatch.domain.PlanStatus;
import org.zhiyang.service.dispatch.domain.SpanFigures;
import org.zhiyang.service.dispatch.domain.StoredPlan;
import org.zhiyang.service.dispatch.domain.WeekRun;
import org.zhiyang.service.dispatch.store.DayPlans;
import org.zhiyang.service.dispatch.store.WeekRuns;
import org.zhiyang.service.dispatch.usecase.PlanWeek;

/** 周排班: a county's coming days planned for all its providers together, watched while it runs, set beside what stands. */
@RestController
class DispatchWeekController {
  private final PlanWeek planWeek;
  private final WeekRuns runs;
  private final DayPlans plans;
  private final FacilityQueries facilities;
  private final RegionQueries regions;
  private final CurrentActor current;

  DispatchWeekController(PlanWeek planWeek, WeekRuns runs, DayPlans plans, FacilityQueries facilities, RegionQueries regions, CurrentActor current) {
    this.planWeek = planWeek;
    this.runs = runs;
    this.plans = plans;
    this.facilities = facilities;
    this.regions = regions;
    this.current = current;
  }

  /** @param searchSeconds so far while RUNNING; {@code secondsLimit} the most it may take
   *  @param score parts of the soft goals, told apart; the best so far while RUNNING
   *  @param standing, planned the same figures before and after
   *  @param overtaken days of providers that somebody changed meanwhile and that were left alone */
  record WeekRow(UUID id, String regionCode, String regionName, LocalDate from, int days, boolean fresh, StoredPlan.Origin origin, WeekRun.State state, String planner, int secondsLimit,
      OffsetDateTime requestedAt, @Nullable OffsetDateTime startedAt, @Nullable OffsetDateTime endedAt, @Nullable Integer providers, @Nullable Integer carers, @Nullable Integer visits,
      @Nullable Double searchSeconds, @Nullable CareScore score, @Nullable SpanFigures standing, @Nullable SpanFigures planned, @Nullable Integer drafts, @Nullable Integer overtaken) {}

  record ProviderDay(UUID plan, UUID provider, String providerName, LocalDate day, PlanStatus status, int planned, int unserved, int changed, int travelMinutes) {}

  record WeekView(WeekRow week, List<ProviderDay> drafts) {}

  record WeekRequest(@Nullable String region, @NotNull LocalDate from, @Nullable @Min(1) @Max(7) Integer days, @Nullable Boolean fresh) {}

  @PostMapping("/api/dispatch/weeks")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "dispatch.week", audit = true)
  WeekRow start(@Valid @RequestBody WeekRequest body) {
    return row(planWeek.handle(new PlanWeek.Command(body.region(), body.from(), body.days(), Boolean.TRUE.equals(body.fresh()), StoredPlan.Origin.BY_HAND, current.get())));
  }

  /** Newest first, at most twenty. */
  @GetMapping("/api/dispatch/weeks")
  @Guarded(permission = "dispatch.read")
  List<WeekRow> list(@RequestParam @Nullable String region) {
    return runs.newest(region, current.scope()).stream().map(this::row).toList();
  }

  @GetMapping("/api/dispatch/weeks/{id}")
  @Guarded(permission = "dispatch.read")
  WeekView read(@PathVariable UUID id) {
    var run = runs.find(id, current.scope()).orElseThrow(NotFound::new);
    var drafts = plans.ofWeek(id, current.scope());
    var providers = facilities.listProviders(drafts.stream().map(StoredPlan::provider).distinct().toList());
    return new WeekView(row(run), drafts.stream().map(p -> new ProviderDay(p.id(), p.provider().value(), name(providers.get(p.provider())), p.day(), p.status(), p.planned(), p.unserved(), p.changed(),
        p.travelMinutes())).toList());
  }

  private static String name(@Nullable Provider provider) {
    return provider == null ? "" : provider.name();
  }

  private WeekRow row(WeekRun w) {
    var size = w.size();
    return new WeekRow(w.id(), w.region(), regions.fullName(new RegionCode(w.region())), w.from(), w.days(), w.fresh(), w.origin(), w.state(), w.planner(), w.secondsLimit(), at(w.requestedAt()),
        w.startedAt() == null ? null : at(w.startedAt()), w.endedAt() == null ? null : at(w.endedAt()), size == null ? null : size.providers(), size == null ? null : size.carers(),
        size == null ? null : size.visits(), w.searchSeconds(), w.score(), w.standing(), w.planned(), w.drafts(), w.overtaken());
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
