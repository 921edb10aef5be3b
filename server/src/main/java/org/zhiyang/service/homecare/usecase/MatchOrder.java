package org.zhiyang.service.homecare.usecase;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.domain.Candidate;
import org.zhiyang.service.homecare.domain.MatchingPolicy;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.store.Orders;

/** Finds a provider for an order: ranks the candidates, asks the best, and, when one says no or nothing, the next; when nobody is left the order says why and what would help. */
@Component
class MatchOrder {
  private static final int MOST_CANDIDATES = 20;

  private final Orders orders;
  private final ElderCommands elderCommands;
  private final FacilityQueries facilities;
  private final WorkforceQueries workforce;
  private final EligibilityQueries offered;
  private final Homes homes;
  private final RulingStore rulings;
  private final HomecareParameters parameters;
  private final CareCaseCommands cases;
  private final MakeVisits make;
  private final Clock clock;

  MatchOrder(Orders orders, ElderCommands elderCommands, FacilityQueries facilities, WorkforceQueries workforce, EligibilityQueries offered, Homes homes,
      RulingStore rulings, HomecareParameters parameters, CareCaseCommands cases, MakeVisits make, Clock clock) {
    this.orders = orders;
    this.elderCommands = elderCommands;
    this.facilities = facilities;
    this.workforce = workforce;
    this.offered = offered;
    this.homes = homes;
    this.rulings = rulings;
    this.parameters = parameters;
    this.cases = cases;
    this.make = make;
    this.clock = clock;
  }

  /** Asks the best provider that has not said no in this round; {@code newRound} forgets earlier answers. The order is locked by the caller and neither accepted nor ended. */
  @Transactional(propagation = Propagation.MANDATORY)
  void match(UUID id, boolean newRound, Actor by) {
    var order = orders.lock(id);
    var offers = orders.offers(id);
    var round = Math.max(1, offers.stream().mapToInt(Orders.Offer::round).max().orElse(0) + (newRound && !offers.isEmpty() ? 1 : 0));
    var answeredNo = new HashSet<UUID>();
    offers.stream().filter(o -> o.round() == round && Set.of("REFUSED", "EXPIRED").contains(o.status())).forEach(o -> answeredNo.add(o.provider()));
    var ruling = rank(order, answeredNo);
    var subject = new RulingStore.Subject("order", order.id(), order.regionCode(), order.elder(), false);
    var at = clock.instant();
    orders.keepMatch(order.id(), ruling.outcome(), rulings.store(ruling, subject, at, by.accountId().toString()).value());
    var best = ruling.outcome().stream().filter(c -> c.rank() == 1).findFirst();
    wait(order, LocalDate.now(clock), best.isEmpty(), by);
    if (best.isEmpty()) {
      orders.move(order.id(), Status.UNMATCHED, at, null, MatchingPolicy.whatHelps(ruling.outcome()));
      return;
    }
    var minutes = parameters.get(order.isUrgent() ? HomecareParameters.URGENT_OFFER_EXPIRY : HomecareParameters.OFFER_EXPIRY, order.regionCode(), LocalDate.now(clock)).value();
    orders.ask(order.id(), round, best.get().provider(), at, at.plus(Duration.ofMinutes(minutes)), false);
    orders.move(order.id(), Status.OFFERED, at, null, null);
  }

  /** The case hears in whose hands it is meanwhile. */
  void wait(ServiceOrder order, LocalDate day, boolean unmatched, Actor by) {
    cases.waitForProvider(new CaseId(order.caseId()), monthOf(order, day), unmatched, new CareCaseCommands.Reached(by, clock.instant(), order.regionCode(), order.reason(), order.id()));
  }

  private static YearMonth monthOf(ServiceOrder order, LocalDate day) {
    return YearMonth.from(order.from().isAfter(day) ? order.from() : day);
  }

  /** What would leave this provider out of the ranking, in Chinese; that it refused before is none of it. */
  List<String> against(ServiceOrder order, Provider provider) {
    return rank(order, Map.of(provider.id().value(), provider), Set.of()).outcome().stream().flatMap(c -> c.excluded().stream()).map(Candidate.Exclusion::sentence).toList();
  }

  /** The provider takes the order: it sees the elder, and the visits of the days ahead are made. */
  @Transactional(propagation = Propagation.MANDATORY)
  void accept(ServiceOrder order, UUID provider, Actor by) {
    var at = clock.instant();
    orders.move(order.id(), Status.ACCEPTED, at, provider, null);
    elderCommands.letSee(new ElderId(order.elder()), provider, "居家服务", null);
    cases.waitNoMore(new CaseId(order.caseId()), order.id());
    cases.reach(new CaseId(order.caseId()), CaseStep.MATCHED, monthOf(order, LocalDate.now(clock)), new CareCaseCommands.Reached(by, at, order.regionCode(), null, order.id(), provider));
    make.forOrder(orders.lock(order.id()), by);
  }

  private Ruling<List<Candidate>> rank(ServiceOrder order, Set<UUID> answeredNo) {
    var home = homes.of(new ElderId(order.elder()));
    var providers = new HashMap<UUID, Provider>();
    if (home != null) facilities.providersOffering(order.service(), home.lng(), home.lat(), MOST_CANDIDATES).forEach(p -> providers.put(p.id().value(), p));
    if (order.wishedProvider() != null) facilities.findProvider(new ProviderId(order.wishedProvider())).filter(p -> p.services().contains(order.service())).ifPresent(p -> providers.put(p.id().value(), p));
    return rank(order, providers, answeredNo);
  }

  private Ruling<List<Candidate>> rank(ServiceOrder order, Map<UUID, Provider> providers, Set<UUID> answeredNo) {
    var today = LocalDate.now(clock);
    var start = order.from().isAfter(today) ? order.from() : today;
    var item = offered.serviceItem(order.service(), order.regionCode(), start);
    var home = homes.of(new ElderId(order.elder()));
    var promised = orders.promised(List.copyOf(providers.keySet()), start);
    var known = providers.values().stream().map(p -> known(p, order, item, home, promised.getOrDefault(p.id().value(), Map.of()), answeredNo, start)).toList();
    var figures = new MatchingPolicy.Figures(parameters.get(HomecareParameters.WEIGHTS, order.regionCode(), start), parameters.get(HomecareParameters.MAXIMUM_DISTANCE, order.regionCode(), start),
        parameters.get(HomecareParameters.PASSING_SCORE, order.regionCode(), start));
    return MatchingPolicy.apply(known, item.crewSize(), figures);
  }

  private MatchingPolicy.Known known(Provider p, ServiceOrder order, ServiceItem item, @Nullable Position home, Map<Integer, Integer> promised, Set<UUID> answeredNo, LocalDate start) {
    var fullest = order.weekdays().stream().mapToInt(w -> promised.getOrDefault(w, 0)).max().orElse(0);
    var fewest = order.weekdays().stream().mapToInt(w -> qualified(p, item, order, start.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(w))))).min().orElse(0);
    var meters = home == null ? 0 : Math.round(home.metersTo(new Position(p.lng(), p.lat())));
    return new MatchingPolicy.Known(p.id().value(), p.name(), !p.mayTakeOrders(), meters, fewest, p.visitsPerDay(), fullest, p.score(), p.id().value().equals(order.wishedProvider()),
        answeredNo.contains(p.id().value()));
  }

  private int qualified(Provider p, ServiceItem item, ServiceOrder order, LocalDate day) {
    return (int) workforce.carersOf(p.id(), day).stream().filter(c -> mayDo(c, item, order)).count();
  }

  private static boolean mayDo(Carer carer, ServiceItem item, ServiceOrder order) {
    var skilled = item.requiredSkill() == null || carer.skills().contains(item.requiredSkill());
    var certified = item.minimumCertificateLevel() == null || (carer.certificateLevel() != null && carer.certificateLevel() <= item.minimumCertificateLevel());
    return skilled && certified && carer.shifts().stream().anyMatch(s -> s.from().isBefore(order.windowTo()) && order.windowFrom().isBefore(s.to()));
  }
}
