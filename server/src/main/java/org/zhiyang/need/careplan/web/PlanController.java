package org.zhiyang.need.careplan.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.need.careplan.domain.AcceptedHow;
import org.zhiyang.need.careplan.domain.PlanQuote;
import org.zhiyang.need.careplan.domain.PlanStatus;
import org.zhiyang.need.careplan.store.BeyondAgreed;
import org.zhiyang.need.careplan.store.Plans;
import org.zhiyang.need.careplan.store.Plans.Plan;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;

/** 照护计划: the list and one plan. */
@RestController
class PlanController {
  private final Plans plans;
  private final BeyondAgreed beyond;
  private final ElderQueries elders;
  private final EligibilityQueries eligibility;
  private final FacilityQueries facilities;
  private final RegionQueries regions;
  private final CurrentActor current;
  private final Clock clock;

  PlanController(Plans plans, BeyondAgreed beyond, ElderQueries elders, EligibilityQueries eligibility, FacilityQueries facilities, RegionQueries regions, CurrentActor current, Clock clock) {
    this.plans = plans;
    this.beyond = beyond;
    this.elders = elders;
    this.eligibility = eligibility;
    this.facilities = facilities;
    this.regions = regions;
    this.current = current;
    this.clock = clock;
  }

  record Person(UUID id, String name, @Nullable Integer age, @Nullable String level) {}

  /** {@code toOn} exclusive; {@code elderFen} is the most the elder pays in a month as proposed, null before. */
  record PlanRow(UUID id, String number, long version, Person elder, String regionCode, String regionName, PlanStatus status, String statusName, LocalDate fromOn, @Nullable LocalDate toOn,
      int weeklyVisits, @Nullable Long elderFen, OffsetDateTime createdAt, @Nullable OffsetDateTime proposedAt) {}

  /** One service of the week with its name, unit and minutes from the service list of the plan's first day. */
  record ItemView(UUID id, String service, String serviceName, String unit, int unitMinutes, List<Integer> weekdays, int units, String windowFrom, String windowTo,
      @Nullable UUID wishedProvider, @Nullable String wishedProviderName, @Nullable String wishes) {}

  record AcceptanceView(OffsetDateTime at, String role, boolean onBehalf, AcceptedHow how, @Nullable String place, @Nullable String note) {}

  record StepView(String act, OffsetDateTime at, String role, boolean onBehalf, @Nullable String how, @Nullable String reason) {}

  /** An accepted plan costs the elder more in the month, as things stand, than the most that was agreed; {@code entitled} false: the entitlement ends or has ended. */
  record BeyondView(String month, long elderFen, long agreedFen, boolean entitled) {}

  record PlanView(PlanRow plan, UUID careCaseId, boolean ownShareAccepted, List<ItemView> items, @Nullable PlanQuote quote, @Nullable String changeWanted,
      @Nullable AcceptanceView acceptance, @Nullable BeyondView beyondAgreed, @Nullable String endReason, List<StepView> history) {}

  @GetMapping("/api/care-plans")
  @Guarded(permission = "careplan.read", audit = true)
  Page<PlanRow> list(@Valid PageQuery query, @RequestParam @Nullable PlanStatus status, @RequestParam @Nullable String region, @RequestParam @Nullable UUID elder) {
    var page = plans.page(new Plans.Filter(status, region, elder), query, current.scope());
    var people = elders.list(page.items().stream().map(p -> new ElderId(p.elder())).distinct().toList());
    return page.map(p -> row(p, people.get(new ElderId(p.elder()))));
  }

  @GetMapping("/api/care-plans/{id}")
  @Guarded(permission = "careplan.read", audit = true)
  PlanView read(@PathVariable UUID id) {
    return view(plans.find(id, current.scope()).orElseThrow(NotFound::new));
  }

  PlanView view(Plan plan) {
    var elder = elders.list(List.of(new ElderId(plan.elder()))).get(new ElderId(plan.elder()));
    var accepted = plan.acceptance();
    return new PlanView(row(plan, elder), plan.careCase(), plan.ownShareAccepted(), items(plan), plan.quote(), plan.changeWanted(),
        accepted == null ? null : new AcceptanceView(at(accepted.at()), accepted.role(), accepted.onBehalf(), accepted.how(), accepted.place(), accepted.note()),
        beyond.find(plan.id()).map(b -> new BeyondView(b.month().toString(), b.elderFen(), b.agreedFen(), b.entitled())).orElse(null), plan.endReason(),
        plans.history(plan.id()).stream().map(s -> new StepView(s.act(), at(s.at()), s.role(), s.onBehalf(), s.how(), s.reason())).toList());
  }

  private List<ItemView> items(Plan plan) {
    var list = eligibility.serviceList(plan.regionCode(), plan.from()).stream().collect(Collectors.toMap(ServiceItem::code, s -> s));
    var providers = facilities.listProviders(plan.items().stream().map(PlanItem::wishedProvider).filter(Objects::nonNull).map(ProviderId::new).toList());
    return plan.items().stream().map(i -> item(i, list.get(i.service()), providers)).toList();
  }

  private static ItemView item(PlanItem i, @Nullable ServiceItem service, Map<ProviderId, Provider> providers) {
    var provider = i.wishedProvider() == null ? null : providers.get(new ProviderId(i.wishedProvider()));
    return new ItemView(i.id(), i.service(), service == null ? i.service() : service.name(), service == null ? "" : service.unit(), service == null ? 0 : service.durationMinutes(),
        i.weekdays().stream().sorted().toList(), i.units(), i.windowFrom().toString(), i.windowTo().toString(), i.wishedProvider(), provider == null ? null : provider.name(), i.wishes());
  }

  private PlanRow row(Plan p, @Nullable ElderProfile elder) {
    var person = elder == null ? new Person(p.elder(), "", null, null) : new Person(p.elder(), elder.name(), elder.ageOn(LocalDate.now(clock)), elder.levelOn(LocalDate.now(clock)));
    return new PlanRow(p.id(), "JH%08d".formatted(p.number()), p.version(), person, p.regionCode(), regions.fullName(new RegionCode(p.regionCode())), p.status(), p.status().chinese(),
        p.from(), p.to(), p.items().stream().mapToInt(i -> i.weekdays().size()).sum(), p.quote() == null ? null : p.quote().mostElderFen(), at(p.createdAt()),
        p.proposedAt() == null ? null : at(p.proposedAt()));
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime();
  }
}
