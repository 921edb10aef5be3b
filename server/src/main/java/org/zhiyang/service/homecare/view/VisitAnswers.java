package org.zhiyang.service.homecare.view;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.CarerWishes;
import org.zhiyang.service.homecare.DaysAround;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.VisitToPlan;
import org.zhiyang.service.homecare.StandingVisit;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitTransitions;
import org.zhiyang.service.homecare.store.Visits;
import org.zhiyang.service.homecare.store.WishesForCarers;

/** Home care's answers to other modules. */
@Component
class VisitAnswers implements HomecareQueries {
  private final Visits visits;
  private final WishesForCarers wishes;
  private final JdbcClient jdbc;

  VisitAnswers(Visits visits, WishesForCarers wishes, JdbcClient jdbc) {
    this.visits = visits;
    this.wishes = wishes;
    this.jdbc = jdbc;
  }

  @Override
  public List<VisitToPlan> visitsToPlan(ProviderId provider, LocalDate day) {
    var all = visits.list("where v.provider_id = :provider and v.day = :day and v.status <> 'CANCELLED' order by v.window_from, v.id",
        Map.of("provider", provider.value(), "day", Date.valueOf(day)));
    var usual = usualCarers(all, day);
    var said = wishes.of(all.stream().map(Visit::elderId).distinct().toList());
    return all.stream().filter(v -> v.lng() != null && v.lat() != null).map(v -> new VisitToPlan(new VisitId(v.id()), new OrderId(v.orderId()), new ElderId(v.elderId()), provider, v.service(), v.day(),
        v.windowFrom(), v.windowTo(), v.durationMinutes(), v.crew(), v.requiredSkill(), v.minimumCertificate(), Objects.requireNonNull(v.lng()), Objects.requireNonNull(v.lat()), carers(v),
        v.plannedFrom() == null ? null : v.plannedFrom().atZone(BusinessClock.ZONE).toLocalTime(), usual.get(v.elderId()), !VisitTransitions.isOpen(v.status()) || v.fixedByHand(),
        VisitTransitions.isOpen(v.status()) ? said.getOrDefault(v.elderId(), CarerWishes.NONE) : CarerWishes.NONE)).toList();
  }

  @Override
  public List<StandingVisit> standing(ProviderId provider, LocalDate from, LocalDate to) {
    return jdbc.sql("""
            select c.carer_id, v.day, v.planned_from, v.units * v.unit_minutes, v.lng, v.lat from homecare.visit v join homecare.visit_carer c on c.visit_id = v.id and c.active
            where v.provider_id = :provider and v.day >= :from and v.day < :to and v.status not in ('CANCELLED', 'MISSED') and v.planned_from is not null and v.lng is not null and v.lat is not null""")
        .param("provider", provider.value()).param("from", Date.valueOf(from)).param("to", Date.valueOf(to))
        .query((r, n) -> new StandingVisit(new CarerId(r.getObject(1, UUID.class)), r.getObject(2, LocalDate.class), r.getTimestamp(3).toInstant().atZone(BusinessClock.ZONE).toLocalTime(), r.getInt(4),
            r.getDouble(5), r.getDouble(6))).list();
  }

  @Override
  public SortedMap<LocalDate, Integer> visitsAhead(CarerId carer, LocalDate from) {
    var days = new TreeMap<LocalDate, Integer>();
    jdbc.sql("""
            select v.day, count(*) from homecare.visit v join homecare.visit_carer c on c.visit_id = v.id and c.active
            where c.carer_id = :carer and v.day >= :from and v.status = 'ASSIGNED' group by v.day""")
        .param("carer", carer.value()).param("from", Date.valueOf(from)).query((r, n) -> days.put(r.getObject(1, LocalDate.class), r.getInt(2))).list();
    return days;
  }

  /** Who of the provider's carers came most to each elder in the last eight weeks; ties by the latest visit. */
  private Map<UUID, CarerId> usualCarers(List<Visit> all, LocalDate day) {
    var usual = new HashMap<UUID, CarerId>();
    if (all.isEmpty()) return usual;
    jdbc.sql("""
            select distinct on (elder_id) elder_id, carer_id from (
              select v.elder_id, c.carer_id, count(*) as times, max(v.day) as latest from homecare.visit v join homecare.visit_carer c on c.visit_id = v.id and c.active
              where v.elder_id = any(:elders) and v.day >= :from and v.day < :to and v.checked_in_at is not null and v.provider_id = :provider group by 1, 2) t
            order by elder_id, times desc, latest desc, carer_id""")
        .param("elders", all.stream().map(Visit::elderId).distinct().toArray(UUID[]::new)).param("from", Date.valueOf(day.minusWeeks(8))).param("to", Date.valueOf(day))
        .param("provider", all.getFirst().providerId()).query((r, n) -> usual.put(r.getObject(1, UUID.class), new CarerId(r.getObject(2, UUID.class)))).list();
    return usual;
  }

  private static LinkedHashSet<CarerId> carers(Visit v) {
    var carers = new LinkedHashSet<CarerId>();
    v.carers().forEach(c -> carers.add(new CarerId(c)));
    return carers;
  }

  @Override
  public DaysAround daysAround(ProviderId provider, LocalDate day) {
    return jdbc.sql("""
            select (select v.day from homecare.visit v where v.provider_id = :provider and v.day < :day and v.status <> 'CANCELLED' order by v.day desc limit 1) as before,
              (select v.day from homecare.visit v where v.provider_id = :provider and v.day > :day and v.status <> 'CANCELLED' order by v.day limit 1) as after,
              exists (select from homecare.service_order o where o.provider_id = :provider and o.status = 'ACCEPTED') as ordered""")
        .param("provider", provider.value()).param("day", Date.valueOf(day))
        .query((r, n) -> new DaysAround(r.getObject("before", LocalDate.class), r.getObject("after", LocalDate.class), r.getBoolean("ordered"))).single();
  }

  @Override
  public Optional<VisitFacts> findVisit(VisitId id, Scope scope) {
    return visits.find(id.value(), scope).map(VisitAnswers::facts);
  }

  @Override
  public List<VisitFacts> visitsOf(ProviderId provider, YearMonth month) {
    return visits.list("where v.provider_id = :provider and v.day >= :from and v.day < :to order by v.id",
        Map.of("provider", provider.value(), "from", Date.valueOf(month.atDay(1)), "to", Date.valueOf(month.plusMonths(1).atDay(1)))).stream().map(VisitAnswers::facts).toList();
  }

  @Override
  public List<VisitFacts> visitsOn(ProviderId provider, LocalDate day) {
    return visits.list("where v.provider_id = :provider and v.day = :day and v.status <> 'CANCELLED' order by v.id", Map.of("provider", provider.value(), "day", Date.valueOf(day))).stream()
        .map(VisitAnswers::facts).toList();
  }

  @Override
  public List<VisitFacts> behind(LocalDate day, Instant now, Duration margin, Instant since) {
    return visits.list("""
        where v.day = :day and v.planned_to >= :since and (v.status = 'ASSIGNED' and v.planned_from <= :limit
          or v.status = 'CHECKED_IN' and (v.checked_in_at >= v.planned_from + make_interval(mins => :margin) or v.planned_to <= :limit)) order by v.planned_from, v.id""",
        Map.of("day", Date.valueOf(day), "since", Timestamp.from(since), "limit", Timestamp.from(now.minus(margin)), "margin", (int) margin.toMinutes())).stream().map(VisitAnswers::facts).toList();
  }

  static VisitFacts facts(Visit v) {
    return new VisitFacts(new VisitId(v.id()), new OrderId(v.orderId()), new CaseId(v.caseId()), new ElderId(v.elderId()), new ProviderId(v.providerId()), v.regionCode(), v.service(), v.day(),
        v.plannedFrom(), v.checkedInAt(), v.checkedOutAt(), v.carers().stream().map(CarerId::new).toList(), v.units(), v.unitsDone(), v.status(), v.flags(), v.sampled(),
        v.status() == VisitStatus.CONFIRMED ? v.shares() : null, v.ratingId(), v.evidenceDigest());
  }

  @Override
  public List<Integer> starsOf(ProviderId provider, YearMonth month) {
    return jdbc.sql("select stars from homecare.rating where provider_id = :provider and service_month = :month order by id").param("provider", provider.value())
        .param("month", Date.valueOf(month.atDay(1))).query(Integer.class).list();
  }

  @Override
  public List<ProviderId> activeProviders(YearMonth month) {
    return jdbc.sql("select distinct provider_id from homecare.visit where day >= :from and day < :to order by 1").param("from", Date.valueOf(month.atDay(1)))
        .param("to", Date.valueOf(month.plusMonths(1).atDay(1))).query(UUID.class).list().stream().map(ProviderId::new).toList();
  }

  @Override
  public List<ProviderId> providersWithOpenVisits(LocalDate from, LocalDate to) {
    return jdbc.sql("select distinct provider_id from homecare.visit where day >= :from and day < :to and status = 'PLANNED' order by 1").param("from", Date.valueOf(from))
        .param("to", Date.valueOf(to)).query(UUID.class).list().stream().map(ProviderId::new).toList();
  }
}
