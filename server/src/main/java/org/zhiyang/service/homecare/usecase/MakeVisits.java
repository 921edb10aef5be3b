package org.zhiyang.service.homecare.usecase;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitAdded;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.store.Orders;
import org.zhiyang.service.homecare.store.Visits;
import tools.jackson.databind.json.JsonMapper;

/** Makes the visits of accepted orders for the days ahead, each with its share of the entitlement reserved. An order makes one visit a day, however often this runs. */
@Component
class MakeVisits {
  private static final int CHUNK = 100; // whoever changes one of these orders waits for the rest of its chunk

  private final Orders orders;
  private final Visits visits;
  private final ElderQueries elders;
  private final Promises promises;
  private final EligibilityQueries offered;
  private final EligibilityCommands eligibility;
  private final CareCaseCommands cases;
  private final HomecareParameters parameters;
  private final Homes homes;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate chunk;
  private final Clock clock;

  MakeVisits(Orders orders, Visits visits, Promises promises, ElderQueries elders, EligibilityQueries offered, EligibilityCommands eligibility, CareCaseCommands cases, HomecareParameters parameters,
      Homes homes, JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
    this.orders = orders;
    this.visits = visits;
    this.promises = promises;
    this.elders = elders;
    this.offered = offered;
    this.eligibility = eligibility;
    this.cases = cases;
    this.parameters = parameters;
    this.homes = homes;
    this.jdbc = jdbc;
    this.json = json;
    this.events = events;
    this.chunk = new TransactionTemplate(transactions);
    chunk.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * All accepted orders with days ahead that have no visit yet, each chunk in a transaction of its own: a night that is cut short keeps what it made, people wait for the balance of an elder for a moment only,
   * and the database learns how large its tables have become.
   */
  void forAll(LocalDate today) {
    var items = new HashMap<String, ServiceItem>();
    var horizon = Date.valueOf(today.plusDays(parameters.get(HomecareParameters.HORIZON, org.zhiyang.platform.policy.Parameters.NATIONAL, today).value()));
    var after = new UUID(0, 0);
    while (after != null) {
      var last = after;
      after = chunk.execute(t -> makeChunk(last, today, horizon, items));
    }
  }

  /** Answers the last order of the chunk, null after the last chunk. Its orders are locked, so that an absence recorded at this moment takes away what is made here. */
  private @Nullable UUID makeChunk(UUID after, LocalDate today, Date horizon, Map<String, ServiceItem> items) {
    var due = orders.list("""
        where o.id > :after and o.status = 'ACCEPTED' and (o.to_on is null or o.to_on > :today) and exists (
          select from generate_series(greatest(o.from_on, :today::date), :horizon::date, interval '1 day') d
          where extract(isodow from d)::int = any(o.weekdays) and (o.to_on is null or d < o.to_on)
            and not exists (select from homecare.visit v where v.order_id = o.id and v.day = d::date and not v.replaced))
        order by o.id limit\s""" + CHUNK + " for update", Map.of("after", after, "today", Date.valueOf(today), "horizon", horizon));
    due.forEach(order -> make(order, today, Actor.PLATFORM, items));
    return due.isEmpty() ? null : due.getLast().id();
  }

  /** One order's, while the day runs: what is added to today is news. */
  @Transactional(propagation = Propagation.MANDATORY)
  void forOrder(ServiceOrder order, Actor by) {
    var today = LocalDate.now(clock);
    var added = make(order, today, by, new HashMap<>()).get(today);
    if (added != null) events.publishEvent(new VisitAdded(new VisitId(added), new ElderId(order.elder()), new ProviderId(java.util.Objects.requireNonNull(order.provider())), today, clock.instant()));
  }

  private Map<LocalDate, UUID> make(ServiceOrder order, LocalDate today, Actor by, Map<String, ServiceItem> items) {
    var elder = elders.list(List.of(new ElderId(order.elder()))).get(new ElderId(order.elder()));
    var made = new HashMap<LocalDate, UUID>();
    if (elder == null || order.provider() == null) return made;
    var place = homes.of(elder);
    var months = new HashSet<YearMonth>();
    var last = today.plusDays(parameters.get(HomecareParameters.HORIZON, order.regionCode(), today).value());
    for (var day = order.from().isAfter(today) ? order.from() : today; !day.isAfter(last); day = day.plusDays(1)) {
      if (!order.isDueOn(day) || isOver(order, day) || elders.wasAbsentOn(elder.id(), day)) continue;
      var serviceDay = day;
      var item = items.computeIfAbsent(order.service() + "@" + order.regionCode() + "@" + day, key -> offered.serviceItem(order.service(), order.regionCode(), serviceDay));
      var id = insert(order, item, place, day);
      if (id == null) continue;
      visits.keepShares(id, eligibility.reserve(id, elder.id(), new PlannedUse(day, item, order.units()), promises.before(order, YearMonth.from(day))));
      visits.note(id, null, VisitStatus.PLANNED, clock.instant(), by, null);
      months.add(YearMonth.from(day));
      made.put(day, id);
    }
    var reached = new CareCaseCommands.Reached(by, clock.instant(), order.regionCode(), null, order.id(), order.provider());
    for (var month : months) {
      cases.reach(new CaseId(order.caseId()), CaseStep.ORDERED, month, reached);
      cases.reach(new CaseId(order.caseId()), CaseStep.MATCHED, month, reached);
    }
    return made;
  }

  /** Today's window has passed already. */
  private boolean isOver(ServiceOrder order, LocalDate day) {
    return clock.instant().isAfter(day.atTime(order.windowTo()).atZone(BusinessClock.ZONE).toInstant());
  }

  private @Nullable UUID insert(ServiceOrder o, ServiceItem item, @Nullable Position place, LocalDate day) {
    return jdbc.sql("""
            insert into homecare.visit (id, order_id, case_id, elder_id, region_code, provider_id, service, service_name, unit, day, units, unit_minutes, part_minutes, timed, crew, required_skill,
              minimum_certificate, window_from, window_to, wishes, lng, lat, before_start, at_check_out, status, status_since)
            values (uuidv7(), :order, :case, :elder, :region, :provider, :service, :name, :unit, :day, :units, :minutes, :part, :timed, :crew, :skill,
              :certificate, :windowFrom, :windowTo, :wishes, :lng, :lat, :before::jsonb, :out::jsonb, 'PLANNED', :at)
            on conflict (order_id, day) where not replaced do nothing returning id""")
        .param("order", o.id()).param("case", o.caseId()).param("elder", o.elder()).param("region", o.regionCode()).param("provider", o.provider()).param("service", item.code())
        .param("name", item.name()).param("unit", item.unit()).param("day", Date.valueOf(day)).param("units", o.units()).param("minutes", item.durationMinutes()).param("part", item.partMinutes(), java.sql.Types.INTEGER)
        .param("timed", item.countsAgainstHours()).param("crew", item.crewSize()).param("skill", item.requiredSkill()).param("certificate", item.minimumCertificateLevel(), java.sql.Types.INTEGER)
        .param("windowFrom", o.windowFrom()).param("windowTo", o.windowTo()).param("wishes", o.wishes()).param("lng", place == null ? null : place.lng(), java.sql.Types.DOUBLE)
        .param("lat", place == null ? null : place.lat(), java.sql.Types.DOUBLE).param("before", json.writeValueAsString(item.beforeStart())).param("out", json.writeValueAsString(item.atCheckOut()))
        .param("at", java.sql.Timestamp.from(clock.instant())).query(UUID.class).optional().orElse(null);
  }

  /** A visit that was given up came to pass after all: its share is reserved again, as far as something is left. */
  void reserveAgain(Visit visit) {
    var item = offered.serviceItem(visit.service(), visit.regionCode(), visit.day());
    visits.keepShares(visit.id(), eligibility.reserve(visit.id(), new ElderId(visit.elderId()), new PlannedUse(visit.day(), item, visit.units()), List.of()));
  }
}
