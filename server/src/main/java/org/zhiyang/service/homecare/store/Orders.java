package org.zhiyang.service.homecare.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.service.homecare.domain.Candidate;
import org.zhiyang.service.homecare.domain.ServiceOrder;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Orders with the questions put to providers. */
@Component
public class Orders {
  /** A provider sees its orders, those it is asked about, and those it was asked about. */
  public static final ScopeColumns SCOPE = new ScopeColumns("o.region_code",
      "(case when o.provider_id = :scopeOrganization or exists (select from homecare.offer f where f.order_id = o.id and f.provider_id = :scopeOrganization) then :scopeOrganization end)", null,
      "o.elder_id", null);

  private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};
  private static final String SELECT = "select o.* from homecare.service_order o ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Orders(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** False if the plan's item has an order already. */
  public boolean add(ServiceOrder o, Actor by) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("id", o.id());
    values.put("case", o.caseId());
    values.put("plan", o.plan());
    values.put("item", o.planItem());
    values.put("elder", o.elder());
    values.put("region", o.regionCode());
    values.put("service", o.service());
    values.put("weekdays", o.weekdays().stream().sorted().toArray(Integer[]::new));
    values.put("units", o.units());
    values.put("windowFrom", o.windowFrom());
    values.put("windowTo", o.windowTo());
    values.put("wished", o.wishedProvider());
    values.put("wishes", o.wishes());
    values.put("from", Date.valueOf(o.from()));
    values.put("to", o.to() == null ? null : Date.valueOf(o.to()));
    values.put("at", Timestamp.from(o.orderedAt()));
    values.put("by", by.accountId());
    values.put("role", by.role().key());
    values.put("behalf", by.isStaff() && !by.equals(Actor.PLATFORM));
    values.put("reason", o.reason());
    values.put("requested", Visits.timestamp(o.requestedAt()));
    values.put("respondBy", Visits.timestamp(o.respondBy()));
    return jdbc.sql("""
            insert into homecare.service_order (id, case_id, plan_id, plan_item_id, elder_id, region_code, service, weekdays, units, window_from, window_to, wished_provider, wishes,
              from_on, to_on, status, status_since, ordered_by, ordered_role, on_behalf, reason, ordered_at, requested_at, respond_by)
            values (:id, :case, :plan, :item, :elder, :region, :service, :weekdays, :units, :windowFrom, :windowTo, :wished, :wishes, :from, :to, 'OPEN', :at, :by, :role, :behalf, :reason, :at, :requested, :respondBy)
            on conflict (plan_item_id) do nothing""").params(values).update() == 1;
  }

  public ServiceOrder lock(UUID id) {
    return jdbc.sql(SELECT + "where o.id = :id for update").param("id", id).query(Orders::read).optional().orElseThrow(NotFound::new);
  }

  public Optional<ServiceOrder> find(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql(SELECT + "where o.id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(Orders::read).optional();
  }

  public List<ServiceOrder> list(String where, Map<String, ?> params) {
    return jdbc.sql(SELECT + where).params(params).query(Orders::read).list();
  }

  public void move(UUID id, Status to, Instant at, @Nullable UUID provider, @Nullable String unmatchedReason) {
    jdbc.sql("update homecare.service_order set status = :to, status_since = :at, provider_id = :provider, unmatched_reason = :why where id = :id").param("to", to.name())
        .param("at", Timestamp.from(at)).param("provider", provider).param("why", unmatchedReason).param("id", id).update();
  }

  /** The elder's urgent order that nobody has come for yet. */
  public Optional<ServiceOrder> findUrgentInWork(UUID elder) {
    return jdbc.sql(SELECT + """
            where o.elder_id = :elder and o.requested_at is not null and o.status <> 'ENDED'
              and not exists (select from homecare.visit v where v.order_id = o.id and (v.checked_in_at is not null or v.status = 'CANCELLED' and not v.replaced)) order by o.requested_at limit 1""")
        .param("elder", elder).query(Orders::read).optional();
  }

  /** A single order for the same help, day and time of day that stands: neither ended nor cancelled. */
  public Optional<ServiceOrder> findSame(UUID elder, String service, LocalDate day, LocalTime from, LocalTime to) {
    return jdbc.sql(SELECT + """
            where o.elder_id = :elder and o.service = :service and o.plan_id is null and o.requested_at is null and o.from_on = :day and o.status <> 'ENDED'
              and o.window_from < :to and o.window_to > :from
              and not exists (select from homecare.visit v where v.order_id = o.id and v.status = 'CANCELLED' and not v.replaced) order by o.number limit 1""")
        .param("elder", elder).param("service", service).param("day", Date.valueOf(day)).param("from", from).param("to", to).query(Orders::read).optional();
  }

  /** Moves a single order to another day and window. */
  public void moveTo(UUID id, LocalDate day, LocalTime from, LocalTime to) {
    jdbc.sql("update homecare.service_order set from_on = :day, to_on = :day::date + 2, weekdays = :weekdays, window_from = :from, window_to = :to where id = :id").param("day", Date.valueOf(day))
        .param("weekdays", new Integer[] {day.getDayOfWeek().getValue()}).param("from", from).param("to", to).param("id", id).update();
  }

  public void endOn(UUID id, LocalDate to) {
    jdbc.sql("update homecare.service_order set to_on = greatest(from_on, least(coalesce(to_on, :to), :to)) where id = :id").param("to", Date.valueOf(to)).param("id", id).update();
  }

  public void keepMatch(UUID id, List<Candidate> candidates, UUID ruling) {
    jdbc.sql("update homecare.service_order set candidates = :candidates::jsonb, ruling_id = :ruling where id = :id").param("candidates", json.writeValueAsString(candidates))
        .param("ruling", ruling).param("id", id).update();
  }

  public List<Candidate> candidates(UUID id) {
    return json.readValue(jdbc.sql("select candidates from homecare.service_order where id = :id").param("id", id).query(String.class).single(), CANDIDATES);
  }

  /** One question to one provider. */
  public record Offer(UUID order, int n, int round, UUID provider, String status, boolean byHand, Instant offeredAt, Instant expiresAt, @Nullable Instant answeredAt, @Nullable UUID answeredBy,
      @Nullable String reason) {}

  public List<Offer> offers(UUID order) {
    return jdbc.sql("select * from homecare.offer where order_id = :order order by n").param("order", order).query(Orders::offer).list();
  }

  public int ask(UUID order, int round, UUID provider, Instant at, Instant expires, boolean byHand) {
    return jdbc.sql("""
            insert into homecare.offer (order_id, n, round, provider_id, status, by_hand, offered_at, expires_at)
            select :order, coalesce(max(n), 0) + 1, :round, :provider, 'OPEN', :hand, :at, :expires from homecare.offer where order_id = :order returning n""")
        .param("order", order).param("round", round).param("provider", provider).param("hand", byHand).param("at", Timestamp.from(at)).param("expires", Timestamp.from(expires))
        .query(Integer.class).single();
  }

  public void answer(UUID order, int n, String status, Instant at, @Nullable UUID by, @Nullable String reason) {
    jdbc.sql("update homecare.offer set status = :status, answered_at = :at, answered_by = :by, reason = :reason where order_id = :order and n = :n and status = 'OPEN'").param("status", status)
        .param("at", Timestamp.from(at)).param("by", by).param("reason", reason).param("order", order).param("n", n).update();
  }

  /** Orders whose question has run out by that moment. */
  public List<Offer> expired(Instant now) {
    return jdbc.sql("select * from homecare.offer where status = 'OPEN' and expires_at <= :now order by expires_at limit 500").param("now", Timestamp.from(now)).query(Orders::offer).list();
  }

  /** Visits a provider has promised on each weekday: accepted orders in force on or after the day, 1 = Monday. */
  public Map<UUID, Map<Integer, Integer>> promised(List<UUID> providers, LocalDate day) {
    var promised = new HashMap<UUID, Map<Integer, Integer>>();
    jdbc.sql("""
            select o.provider_id, w.weekday, count(*) from homecare.service_order o cross join lateral unnest(o.weekdays) as w(weekday)
            where o.provider_id = any(:providers) and o.status = 'ACCEPTED' and (o.to_on is null or o.to_on > :day) group by 1, 2""")
        .param("providers", providers.toArray(UUID[]::new)).param("day", Date.valueOf(day))
        .query((r, n) -> promised.computeIfAbsent(r.getObject(1, UUID.class), p -> new HashMap<>()).put(r.getInt(2), r.getInt(3))).list();
    return promised;
  }

  private static Offer offer(ResultSet r, int n) throws SQLException {
    return new Offer(r.getObject("order_id", UUID.class), r.getInt("n"), r.getInt("round"), r.getObject("provider_id", UUID.class), r.getString("status"), r.getBoolean("by_hand"),
        r.getTimestamp("offered_at").toInstant(), r.getTimestamp("expires_at").toInstant(), Visits.instant(r, "answered_at"), r.getObject("answered_by", UUID.class), r.getString("reason"));
  }

  static ServiceOrder read(ResultSet r, int n) throws SQLException {
    return new ServiceOrder(r.getObject("id", UUID.class), r.getLong("number"), r.getObject("case_id", UUID.class), r.getObject("plan_id", UUID.class), r.getObject("plan_item_id", UUID.class),
        r.getObject("elder_id", UUID.class), r.getString("region_code"), r.getString("service"), new TreeSet<>(Arrays.asList((Integer[]) r.getArray("weekdays").getArray())), r.getInt("units"),
        r.getObject("window_from", LocalTime.class), r.getObject("window_to", LocalTime.class), r.getObject("wished_provider", UUID.class), r.getString("wishes"),
        r.getObject("from_on", LocalDate.class), r.getObject("to_on", LocalDate.class), r.getObject("provider_id", UUID.class), Status.valueOf(r.getString("status")),
        r.getTimestamp("status_since").toInstant(), r.getString("unmatched_reason"), r.getObject("ruling_id", UUID.class), r.getTimestamp("ordered_at").toInstant(), r.getString("reason"),
        Visits.instant(r, "requested_at"), Visits.instant(r, "respond_by"));
  }
}
