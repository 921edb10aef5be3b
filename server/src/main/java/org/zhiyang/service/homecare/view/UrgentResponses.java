package org.zhiyang.service.homecare.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.service.homecare.store.Visits;

/** 助急响应 (M269): every urgent order from the asking to the first check-in, against the target that held when it was ordered; and the late ones by provider. */
@Component
public class UrgentResponses {
  /** WAITING: nobody there yet, still in time; OVERDUE: nobody there and the target has passed; NOBODY: ended without anybody having come; CANCELLED: called off in time, or the elder was away that day. Who
   *  is late already is not saved by a cancellation. */
  public enum State {
    ON_TIME("按时"), LATE("超时到达"), WAITING("待到达"), OVERDUE("超时未到"), NOBODY("无人到达"), CANCELLED("已取消");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  private static final Map<String, String> SORTABLE = Map.of("requestedAt", "requested_at", "minutes", "minutes", "number", "number", "region", "region_code", "state", "state");
  private static final String LATE = "state in ('LATE', 'OVERDUE', 'NOBODY')";
  private static final ScopeColumns SCOPE = new ScopeColumns("region_code", "provider_id", null, "elder_id", null);
  /** {@code minutes}: from asking to arriving, or until now where somebody is still waited for. A visit that was rejected did not bring anybody. */
  private static final String RESPONSES = """
      (select r.*, case when r.arrived_at <= r.respond_by then 'ON_TIME' when r.arrived_at is not null then 'LATE' when r.called_off then 'CANCELLED'
          when r.status = 'ENDED' then 'NOBODY' when r.respond_by < :now then 'OVERDUE' else 'WAITING' end as state,
        case when r.arrived_at is not null then ceil(extract(epoch from r.arrived_at - r.requested_at) / 60)
          when not r.called_off and r.status <> 'ENDED' then ceil(extract(epoch from :now::timestamptz - r.requested_at) / 60) end::int as minutes
      from (select o.id, o.number, o.elder_id, o.region_code, o.provider_id, o.service, o.status, o.reason, o.requested_at, o.respond_by,
          (select min(f.answered_at) from homecare.offer f where f.order_id = o.id and f.status = 'ACCEPTED') as accepted_at,
          (select min(v.checked_in_at) from homecare.visit v where v.order_id = o.id and v.status <> 'REJECTED') as arrived_at,
          exists (select from homecare.visit v cross join lateral (select s.at, s.reason from homecare.visit_step s where s.visit_id = v.id and s.to_status = 'CANCELLED' order by s.id desc limit 1) c
            where v.order_id = o.id and v.status = 'CANCELLED' and c.reason is distinct from '%s' and (c.at <= o.respond_by or c.reason like '%%%s')) as called_off
        from homecare.service_order o where o.requested_at is not null) r) u""".formatted(Visits.PROVIDER_LEFT, Visits.NOBODY_CAME);

  private final JdbcClient jdbc;
  private final Clock clock;

  UrgentResponses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Days of asking, both included; {@code late}: only those that were or are too late, or where nobody came. */
  public record Filter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String region, @Nullable UUID provider, @Nullable State state, boolean late) {}

  /** @param provider who took it, null while nobody has; @param minutes null where nobody came or comes; {@code targetMinutes} as frozen with the order */
  public record Row(UUID id, long number, UUID elder, String regionCode, @Nullable UUID provider, String service, @Nullable String reason, Instant requestedAt, Instant respondBy,
      @Nullable Instant acceptedAt, @Nullable Instant arrivedAt, State state, @Nullable Integer minutes, int targetMinutes) {}

  /** One provider's requests; {@code provider} null: nobody took them. {@code medianMinutes} of those where somebody came. */
  public record OfProvider(@Nullable UUID provider, long requests, long arrived, long late, @Nullable Integer medianMinutes, @Nullable Integer longestMinutes) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var where = where(filter, scope);
    var total = jdbc.sql("select count(*) from " + RESPONSES + " where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Row>of() : jdbc.sql("select u.* from " + RESPONSES + " where " + where.sql() + " order by " + query.orderBy(SORTABLE, "requested_at desc", "id") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(UrgentResponses::row).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  /** Most late first. */
  public List<OfProvider> byProvider(Filter filter, Scope scope) {
    var where = where(filter, scope);
    return jdbc.sql("select provider_id, count(*) as requests, count(arrived_at) as arrived, count(*) filter (where " + LATE + """
        ) as late, percentile_disc(0.5) within group (order by case when arrived_at is not null then minutes end) as median, max(minutes) filter (where arrived_at is not null) as longest
        from\s""" + RESPONSES + " where state <> 'CANCELLED' and " + where.sql() + " group by provider_id order by late desc, requests desc, provider_id").params(where.params())
        .query((r, n) -> new OfProvider(r.getObject("provider_id", UUID.class), r.getLong("requests"), r.getLong("arrived"), r.getLong("late"), r.getObject("median", Integer.class),
            r.getObject("longest", Integer.class))).list();
  }

  /** All that the filter shows, row by row, oldest first: for an export. */
  @Transactional(readOnly = true)
  public void forEach(Filter filter, Scope scope, Consumer<Row> each) {
    var where = where(filter, scope);
    try (var rows = jdbc.sql("select u.* from " + RESPONSES + " where " + where.sql() + " order by requested_at, id").params(where.params()).withFetchSize(500).query(UrgentResponses::row).stream()) {
      rows.forEach(each);
    }
  }

  private ListConditions where(Filter filter, Scope scope) {
    var where = new ListConditions(scope.on(SCOPE)).region(filter.region()).and("true", "now", Timestamp.from(clock.instant()));
    if (filter.from() != null) where.and("requested_at >= :from", "from", Timestamp.from(filter.from().atStartOfDay(BusinessClock.ZONE).toInstant()));
    if (filter.to() != null) where.and("requested_at < :to", "to", Timestamp.from(filter.to().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant()));
    where.equal("provider_id", filter.provider()).equal("state", filter.state());
    if (filter.late()) where.and(LATE, "late", true);
    return where;
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    var requested = r.getTimestamp("requested_at").toInstant();
    var by = r.getTimestamp("respond_by").toInstant();
    return new Row(r.getObject("id", UUID.class), r.getLong("number"), r.getObject("elder_id", UUID.class), r.getString("region_code"), r.getObject("provider_id", UUID.class), r.getString("service"),
        r.getString("reason"), requested, by, moment(r, "accepted_at"), moment(r, "arrived_at"), State.valueOf(r.getString("state")), r.getObject("minutes", Integer.class),
        (int) java.time.Duration.between(requested, by).toMinutes());
  }

  private static @Nullable Instant moment(ResultSet r, String column) throws SQLException {
    var at = r.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
