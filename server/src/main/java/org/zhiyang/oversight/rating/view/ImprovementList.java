package org.zhiyang.oversight.rating.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.domain.Improvement.Cause;
import org.zhiyang.oversight.rating.domain.ImprovementStatus;
import org.zhiyang.oversight.rating.store.Improvements;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 整改任务 of the reader's scope. */
@Component
public class ImprovementList {
  private static final Map<String, String> SORTABLE = Map.of("dueOn", "due_on", "openedAt", "opened_at", "status", "status", "number", "number");

  private final JdbcClient jdbc;
  private final Clock clock;

  ImprovementList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code overdue}: only those not answered by their day. */
  public record Filter(@Nullable ImprovementStatus status, @Nullable Cause cause, @Nullable String region, @Nullable UUID provider, @Nullable UUID elder, boolean overdue) {}

  public record Row(UUID id, long number, Cause cause, @Nullable UUID visitId, @Nullable UUID scoreId, @Nullable UUID elderId, @Nullable Integer stars, UUID providerId, String regionCode,
      ImprovementStatus status, OffsetDateTime openedAt, LocalDate dueOn, @Nullable String measures, @Nullable LocalDate doneOn, @Nullable OffsetDateTime answeredAt,
      @Nullable OffsetDateTime closedAt) {}

  public record Step(OffsetDateTime at, String by, @Nullable ImprovementStatus from, ImprovementStatus to, @Nullable String words) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var conditions = conditions(filter, scope);
    var where = " from rating.improvement where " + conditions.sql();
    var params = conditions.params();
    var total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
    var rows = jdbc.sql("select *" + where + " order by " + query.orderBy(SORTABLE, "(status = 'CLOSED'), due_on", "id") + " limit :limit offset :offset").params(params)
        .param("limit", query.limit()).param("offset", query.offset()).query(ImprovementList::row).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var mine = scope.on(Improvements.SCOPE);
    return jdbc.sql("select * from rating.improvement where id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(ImprovementList::row).optional();
  }

  /** The history, oldest first; the caller has checked that the task is in scope. */
  public List<Step> steps(UUID id) {
    return jdbc.sql("select * from rating.improvement_step where improvement_id = :id order by id").param("id", id)
        .query((r, n) -> new Step(at(r, "at"), r.getString("by_name"), r.getString("from_status") == null ? null : ImprovementStatus.valueOf(r.getString("from_status")),
            ImprovementStatus.valueOf(r.getString("to_status")), r.getString("words"))).list();
  }

  List<Row> waiting(ImprovementStatus status, Scope scope, int most) {
    var mine = scope.on(Improvements.SCOPE);
    return jdbc.sql("select * from rating.improvement where status = :status and " + mine.sql() + " order by due_on, opened_at limit :most").params(mine.params()).param("status", status.name())
        .param("most", most).query(ImprovementList::row).list();
  }

  private ListConditions conditions(Filter filter, Scope scope) {
    var conditions = new ListConditions(scope.on(Improvements.SCOPE))
        .equal("status", filter.status())
        .equal("cause", filter.cause())
        .equal("provider_id", filter.provider())
        .equal("elder_id", filter.elder())
        .region(filter.region());
    return filter.overdue() ? conditions.and("status = 'OPEN' and due_on < :today", "today", LocalDate.now(clock)) : conditions;
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), r.getLong("number"), Cause.valueOf(r.getString("cause")), r.getObject("visit_id", UUID.class), r.getObject("score_id", UUID.class),
        r.getObject("elder_id", UUID.class), r.getObject("stars", Integer.class), r.getObject("provider_id", UUID.class), r.getString("region_code"),
        ImprovementStatus.valueOf(r.getString("status")), at(r, "opened_at"), r.getObject("due_on", LocalDate.class), r.getString("measures"), r.getObject("done_on", LocalDate.class),
        r.getObject("answered_at") == null ? null : at(r, "answered_at"), r.getObject("closed_at") == null ? null : at(r, "closed_at"));
  }

  private static OffsetDateTime at(ResultSet r, String column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE).toOffsetDateTime();
  }
}
