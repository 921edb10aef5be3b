package org.zhiyang.service.homecare.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Role;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.domain.Candidate;
import org.zhiyang.service.homecare.domain.MatchingWeights;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.store.Orders;
import org.zhiyang.service.homecare.view.OrderList;

/** Orders as screens show them. A provider sees its own question and standing, not those of others; before it accepted, only the elder's surname. */
@Component
class OrderPages {
  private final Orders orders;
  private final ElderQueries elders;
  private final FacilityQueries facilities;
  private final EligibilityQueries offered;
  private final RegionQueries regions;
  private final Clock clock;

  OrderPages(Orders orders, ElderQueries elders, FacilityQueries facilities, EligibilityQueries offered, RegionQueries regions, Clock clock) {
    this.orders = orders;
    this.elders = elders;
    this.facilities = facilities;
    this.offered = offered;
    this.regions = regions;
    this.clock = clock;
  }

  record Named(UUID id, String name) {}

  record OpenOffer(int n, @Nullable String providerName, OffsetDateTime expiresAt, boolean mine) {}

  record Row(UUID id, String number, Named elder, String regionCode, String regionName, String service, String serviceName, List<Integer> weekdays, int units, String windowFrom, String windowTo,
      LocalDate from, @Nullable LocalDate to, @Nullable Named provider, Status status, String statusName, OffsetDateTime statusSince, OffsetDateTime orderedAt, @Nullable String unmatchedReason,
      @Nullable OpenOffer offer) {}

  record CandidateView(UUID providerId, String name, int rank, double points, Map<MatchingWeights.Part, Double> parts, long meters, List<String> reasons, List<Candidate.Exclusion> excluded) {}

  record OfferView(int n, int round, UUID providerId, String providerName, String status, boolean byHand, OffsetDateTime offeredAt, OffsetDateTime expiresAt, @Nullable OffsetDateTime answeredAt,
      @Nullable String reason, boolean mine) {}

  record View(UUID id, String number, Named elder, String regionCode, String regionName, String service, String serviceName, String unit, int durationMinutes, int crew, List<Integer> weekdays,
      int units, String windowFrom, String windowTo, LocalDate from, @Nullable LocalDate to, @Nullable Named provider, @Nullable Named wishedProvider, @Nullable String wishes, Status status,
      String statusName, OffsetDateTime statusSince, OffsetDateTime orderedAt, @Nullable String unmatchedReason, @Nullable String reason, @Nullable UUID rulingId, @Nullable UUID planId,
      List<CandidateView> candidates, List<OfferView> offers, boolean mayAnswer, boolean mayAssign) {}

  Page<Row> rows(Page<OrderList.Row> page, Actor actor) {
    var people = elders.list(page.items().stream().map(r -> new ElderId(r.elder())).distinct().toList());
    var providerIds = new ArrayList<ProviderId>();
    page.items().forEach(r -> {
      if (r.provider() != null) providerIds.add(new ProviderId(r.provider()));
      if (r.offer() != null) providerIds.add(new ProviderId(r.offer().provider()));
    });
    var names = names(providerIds);
    var services = new HashMap<String, String>();
    page.items().stream().map(OrderList.Row::regionCode).distinct().limit(1).forEach(region -> offered.serviceList(region, LocalDate.now(clock)).forEach(s -> services.put(s.code(), s.name())));
    return page.map(r -> {
      var elder = people.get(new ElderId(r.elder()));
      var offer = r.offer();
      var foreign = offer != null && isProvider(actor) && !offer.provider().equals(actor.organizationId());
      return new Row(r.id(), number(r.number()), new Named(r.elder(), name(elder == null ? "" : elder.name(), r.provider(), actor)), r.regionCode(), regions.fullName(new RegionCode(r.regionCode())),
          r.service(), services.getOrDefault(r.service(), r.service()), r.weekdays(), r.units(), r.windowFrom().toString(), r.windowTo().toString(), r.from(), r.to(), named(r.provider(), names, actor),
          r.status(), r.status().chinese(), at(r.statusSince()), at(r.orderedAt()), isProvider(actor) ? null : r.unmatchedReason(),
          offer == null || foreign ? null : new OpenOffer(offer.n(), names.get(offer.provider()), at(offer.expiresAt()), offer.provider().equals(actor.organizationId())));
    });
  }

  View view(UUID id, Actor actor) {
    var o = orders.find(id, actor.scope()).orElseThrow(NotFound::new);
    var elder = elders.list(List.of(new ElderId(o.elder()))).get(new ElderId(o.elder()));
    var item = offered.serviceItem(o.service(), o.regionCode(), o.from());
    var offers = orders.offers(id).stream().filter(f -> !isProvider(actor) || f.provider().equals(actor.organizationId())).toList();
    var candidates = orders.candidates(id).stream().filter(c -> !isProvider(actor) || c.provider().equals(actor.organizationId())).toList();
    var ids = new ArrayList<ProviderId>();
    offers.forEach(f -> ids.add(new ProviderId(f.provider())));
    if (o.provider() != null) ids.add(new ProviderId(o.provider()));
    if (o.wishedProvider() != null) ids.add(new ProviderId(o.wishedProvider()));
    var names = names(ids);
    var asked = offers.stream().anyMatch(f -> f.status().equals("OPEN") && f.provider().equals(actor.organizationId()));
    var mayAssign = actor.may("order.assign") && (o.status() == Status.OPEN || o.status() == Status.OFFERED || o.status() == Status.UNMATCHED);
    return new View(o.id(), number(o.number()), new Named(o.elder(), name(elder == null ? "" : elder.name(), o.provider(), actor)), o.regionCode(), regions.fullName(new RegionCode(o.regionCode())),
        o.service(), item.name(), item.unit(), item.durationMinutes() * o.units(), item.crewSize(), List.copyOf(o.weekdays()), o.units(), o.windowFrom().toString(), o.windowTo().toString(), o.from(),
        o.to(), named(o.provider(), names, actor), named(o.wishedProvider(), names, actor), o.wishes(), o.status(), o.status().chinese(), at(o.statusSince()), at(o.orderedAt()),
        isProvider(actor) ? null : o.unmatchedReason(), o.reason(), isProvider(actor) ? null : o.ruling(), o.plan(), candidates.stream().map(OrderPages::candidate).toList(),
        offers.stream().map(f -> offer(f, names, actor)).toList(), asked && actor.may("order.answer"), mayAssign);
  }

  private static CandidateView candidate(Candidate c) {
    return new CandidateView(c.provider(), c.name(), c.rank(), c.points(), c.parts(), c.meters(), c.reasons(), c.excluded());
  }

  private static OfferView offer(Orders.Offer f, Map<UUID, String> names, Actor actor) {
    var answered = f.answeredAt();
    return new OfferView(f.n(), f.round(), f.provider(), names.getOrDefault(f.provider(), ""), f.status(), f.byHand(), at(f.offeredAt()), at(f.expiresAt()),
        answered == null ? null : at(answered), f.reason(), f.provider().equals(actor.organizationId()));
  }

  private Map<UUID, String> names(List<ProviderId> ids) {
    var names = new HashMap<UUID, String>();
    facilities.listProviders(ids.stream().filter(Objects::nonNull).distinct().toList()).forEach((id, p) -> names.put(id.value(), p.name()));
    return names;
  }

  /** Another provider's name is not a provider's business. */
  private static @Nullable Named named(@Nullable UUID provider, Map<UUID, String> names, Actor actor) {
    if (provider == null || (isProvider(actor) && !provider.equals(actor.organizationId()))) return null;
    return new Named(provider, names.getOrDefault(provider, ""));
  }

  private static String name(String name, @Nullable UUID provider, Actor actor) {
    if (!isProvider(actor) || (provider != null && provider.equals(actor.organizationId())) || name.isEmpty()) return name;
    return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  private static boolean isProvider(Actor actor) {
    return actor.role().reach() == Role.Reach.ORGANIZATION;
  }

  static String number(long number) {
    return "GD%08d".formatted(number);
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
