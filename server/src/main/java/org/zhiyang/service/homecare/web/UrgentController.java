package org.zhiyang.service.homecare.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.CsvDownload;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.usecase.OrderUrgentHelp;
import org.zhiyang.service.homecare.view.UrgentResponses;
import org.zhiyang.service.homecare.view.UrgentResponses.State;

/** 助急: order urgent help, and how fast somebody came, one by one and by provider. */
@RestController
class UrgentController {
  private static final List<String> HEAD = List.of("工单号", "求助时间", "老人", "村社", "服务商", "情况", "时限（分钟）", "应到时间", "接单时间", "到达时间", "用时（分钟）", "结果");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.ZONE);

  private final OrderUrgentHelp order;
  private final UrgentResponses responses;
  private final Names names;
  private final EligibilityQueries eligibility;
  private final CurrentActor current;
  private final Clock clock;

  UrgentController(OrderUrgentHelp order, UrgentResponses responses, Names names, EligibilityQueries eligibility, CurrentActor current, Clock clock) {
    this.order = order;
    this.responses = responses;
    this.names = names;
    this.eligibility = eligibility;
    this.current = current;
    this.clock = clock;
  }

  /** Ids as people read them. */
  @org.springframework.stereotype.Component
  record Names(ElderQueries elders, FacilityQueries facilities, RegionQueries regions) {
    Map<UUID, String> providers(List<@Nullable UUID> ids) {
      var found = new HashMap<UUID, String>();
      facilities.listProviders(ids.stream().filter(Objects::nonNull).distinct().map(ProviderId::new).toList()).forEach((id, p) -> found.put(id.value(), p.name()));
      return found;
    }

    Map<UUID, String> elders(List<UUID> ids) {
      var found = new HashMap<UUID, String>();
      elders.list(ids.stream().distinct().map(ElderId::new).toList()).forEach((id, e) -> found.put(id.value(), e.name()));
      return found;
    }

    String region(String code) {
      return regions.fullName(new RegionCode(code));
    }
  }

  /** Services that are ordered this way, with the price of one. */
  record UrgentService(String code, String name, String description, long priceFen) {}

  @GetMapping("/api/urgent-services")
  @Guarded(permission = "order.write")
  List<UrgentService> services(@RequestParam UUID elder) {
    var profile = names.elders.find(new ElderId(elder), current.scope()).orElseThrow(NotFound::new);
    return eligibility.serviceList(profile.regionCode(), LocalDate.now(clock)).stream().filter(s -> s.isUrgent()).map(s -> new UrgentService(s.code(), s.name(), s.description(), s.priceFen())).toList();
  }

  record UrgentRequest(@NotNull UUID elderId, @NotBlank String service, @Nullable OffsetDateTime requestedAt, @Nullable UUID wishedProviderId, @Nullable @Size(max = 500) String wishes,
      @Nullable Boolean elderPays, @NotBlank @Size(min = 2, max = 500) String reason) {}

  record Ordered(UUID id) {}

  /** Help now, also for an elder without a plan or a case: what was passed over stands in the case as waived and an assessment is asked for. */
  @PostMapping("/api/urgent-orders")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "order.write", audit = true)
  Ordered order(@Valid @RequestBody UrgentRequest body) {
    var asked = new OrderUrgentHelp.Asked(new ElderId(body.elderId()), body.service(), body.requestedAt() == null ? null : body.requestedAt().toInstant(), body.wishedProviderId(), body.wishes(),
        Boolean.TRUE.equals(body.elderPays()), body.reason().strip());
    return new Ordered(order.handle(asked, current.get()).value());
  }

  record Named(UUID id, String name) {}

  record Row(UUID id, String number, Named elder, String regionCode, String regionName, @Nullable Named provider, @Nullable String reason, OffsetDateTime requestedAt, OffsetDateTime respondBy,
      @Nullable OffsetDateTime acceptedAt, @Nullable OffsetDateTime arrivedAt, State state, String stateName, @Nullable Integer minutes, int targetMinutes) {}

  /** {@code late=true}: arrived too late, still waited for too long, or nobody came. */
  @GetMapping("/api/urgent-responses")
  @Guarded(permission = "urgent.read", audit = true)
  Page<Row> list(@Valid PageQuery query, @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider,
      @RequestParam @Nullable State state, @RequestParam(defaultValue = "false") boolean late) {
    var page = responses.page(new UrgentResponses.Filter(from, to, region, provider, state, late), query, current.scope());
    var people = names.elders(page.items().stream().map(UrgentResponses.Row::elder).toList());
    var providers = names.providers(new ArrayList<>(page.items().stream().map(UrgentResponses.Row::provider).toList()));
    return page.map(r -> new Row(r.id(), OrderPages.number(r.number()), new Named(r.elder(), people.getOrDefault(r.elder(), "")), r.regionCode(), names.region(r.regionCode()),
        r.provider() == null ? null : new Named(r.provider(), providers.getOrDefault(r.provider(), "")), r.reason(), OrderPages.at(r.requestedAt()), OrderPages.at(r.respondBy()), at(r.acceptedAt()),
        at(r.arrivedAt()), r.state(), r.state().chinese(), r.minutes(), r.targetMinutes()));
  }

  record ProviderRow(@Nullable UUID providerId, @Nullable String providerName, long requests, long arrived, long late, @Nullable Integer medianMinutes, @Nullable Integer longestMinutes) {}

  /** The late ones by provider, most first; a row without provider stands for requests nobody took. */
  @GetMapping("/api/urgent-responses/by-provider")
  @Guarded(permission = "urgent.read")
  List<ProviderRow> byProvider(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider) {
    var rows = responses.byProvider(new UrgentResponses.Filter(from, to, region, provider, null, false), current.scope());
    var providers = names.providers(new ArrayList<>(rows.stream().map(UrgentResponses.OfProvider::provider).toList()));
    return rows.stream().map(r -> new ProviderRow(r.provider(), r.provider() == null ? null : providers.getOrDefault(r.provider(), ""), r.requests(), r.arrived(), r.late(), r.medianMinutes(),
        r.longestMinutes())).toList();
  }

  @GetMapping("/api/urgent-responses/export")
  @Guarded(permission = "urgent.read", audit = true)
  ResponseEntity<StreamingResponseBody> export(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider,
      @RequestParam @Nullable State state, @RequestParam(defaultValue = "false") boolean late) {
    var actor = current.get();
    return CsvDownload.of("助急响应-" + LocalDate.now(clock), HEAD, out -> responses.forEach(new UrgentResponses.Filter(from, to, region, provider, state, late), actor.scope(), r -> out.accept(cells(r))));
  }

  private List<@Nullable Object> cells(UrgentResponses.Row r) {
    return Arrays.asList(OrderPages.number(r.number()), MOMENT.format(r.requestedAt()), names.elders(List.of(r.elder())).get(r.elder()), names.region(r.regionCode()),
        r.provider() == null ? null : names.providers(new ArrayList<>(List.of(r.provider()))).get(r.provider()), r.reason(), r.targetMinutes(), MOMENT.format(r.respondBy()), text(r.acceptedAt()),
        text(r.arrivedAt()), r.minutes(), r.state().chinese());
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : MOMENT.format(moment);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : OrderPages.at(moment);
  }
}
