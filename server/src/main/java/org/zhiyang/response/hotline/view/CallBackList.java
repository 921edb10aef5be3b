package org.zhiyang.response.hotline.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.response.hotline.domain.CallBackStatus;

/** 回访: the desk's queue and everything done before, as far as the reader's scope goes. */
@Component
public class CallBackList {
  private static final ScopeColumns SCOPE = ScopeColumns.of("region_code", null, null, null);
  private static final Map<String, String> SORTABLE = Map.of("dueOn", "due_on", "openedAt", "opened_at", "serviceDay", "service_day", "status", "status", "number", "number");

  private final JdbcClient jdbc;
  private final Clock clock;

  CallBackList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code abnormal} null = both; {@code claimedBy} only tasks that account has taken; {@code overdue} only open ones past their day. */
  public record Filter(@Nullable CallBackStatus status, @Nullable CallBackResult result, @Nullable Boolean abnormal, @Nullable String region, @Nullable UUID provider, @Nullable UUID elder,
      @Nullable UUID claimedBy, boolean overdue) {}

  /** One line; the claim is null when nobody has it now. */
  public record Row(UUID id, long number, UUID visitId, UUID elderId, UUID providerId, String regionCode, LocalDate serviceDay, boolean normal, List<String> flags, CallBackStatus status,
      Instant openedAt, LocalDate dueOn, @Nullable Instant nextTryAt, @Nullable UUID claimedBy, @Nullable String claimedName, @Nullable Instant claimedUntil, int attempts,
      @Nullable CallBackResult result, @Nullable Boolean confirmed) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var conditions = conditions(filter, scope);
    var where = " from hotline.call_back where " + conditions.sql();
    var params = conditions.params();
    var total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
    // The queue: what may be tried now before what waits for its hour, nearest deadline first.
    var usual = "(next_try_at is not null and next_try_at > :now), due_on, opened_at";
    var rows = jdbc.sql("select *" + where + " order by " + query.orderBy(SORTABLE, usual, "id") + " limit :limit offset :offset").params(params).param("now", OffsetDateTime.now(clock))
        .param("limit", query.limit()).param("offset", query.offset()).query(CallBackList::row).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select * from hotline.call_back where id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(CallBackList::row).optional();
  }

  /** Open work for the workbench: nearest deadline first. */
  List<Row> open(CallBackStatus status, @Nullable UUID notClaimedByOthersThan, Scope scope, int most) {
    var mine = scope.on(SCOPE);
    var free = notClaimedByOthersThan == null ? "true" : "(claimed_until is null or claimed_until < now() or claimed_by = :me)";
    return jdbc.sql("select * from hotline.call_back where status = :status and " + free + " and " + mine.sql() + " order by due_on, opened_at limit :most").params(mine.params())
        .param("status", status.name()).param("me", notClaimedByOthersThan).param("most", most).query(CallBackList::row).list();
  }

  /** How many are open, and how many of them past their day. */
  record Count(long open, long overdue) {}

  Count count(CallBackStatus status, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select count(*), count(*) filter (where due_on < :today) from hotline.call_back where status = :status and " + mine.sql()).params(mine.params())
        .param("status", status.name()).param("today", LocalDate.now(clock)).query((r, n) -> new Count(r.getLong(1), r.getLong(2))).single();
  }

  private ListConditions conditions(Filter filter, Scope scope) {
    var conditions = new ListConditions(scope.on(SCOPE))
        .equal("status", filter.status())
        .equal("result", filter.result())
        .equal("normal", filter.abnormal() == null ? null : !filter.abnormal())
        .equal("provider_id", filter.provider())
        .equal("elder_id", filter.elder())
        .equal("claimed_by", filter.claimedBy())
        .region(filter.region());
    return filter.overdue() ? conditions.and("status <> 'DONE' and due_on < :today", "today", LocalDate.now(clock)) : conditions;
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    var until = instant(r, "claimed_until");
    var held = until != null && until.isAfter(Instant.now());
    var result = r.getString("result");
    return new Row(r.getObject("id", UUID.class), r.getLong("number"), r.getObject("visit_id", UUID.class), r.getObject("elder_id", UUID.class), r.getObject("provider_id", UUID.class),
        r.getString("region_code"), r.getObject("service_day", LocalDate.class), r.getBoolean("normal"), Arrays.asList((String[]) r.getArray("flags").getArray()),
        CallBackStatus.valueOf(r.getString("status")), java.util.Objects.requireNonNull(instant(r, "opened_at")), r.getObject("due_on", LocalDate.class), instant(r, "next_try_at"),
        held ? r.getObject("claimed_by", UUID.class) : null, held ? r.getString("claimed_name") : null, held ? until : null, r.getInt("attempts"),
        result == null ? null : CallBackResult.valueOf(result), (Boolean) r.getObject("confirmed"));
  }

  private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
    var moment = r.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
