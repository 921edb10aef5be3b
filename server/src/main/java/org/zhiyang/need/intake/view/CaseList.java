package org.zhiyang.need.intake.view;

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
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** Care cases, those that wait longest first. */
@Component
public class CaseList {
  static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("c.region_code", "c.elder_id");

  private static final Map<String, String> SORTABLE = Map.of("stepSince", "c.step_since", "dueOn", "c.due_on", "openedAt", "c.opened_at", "number", "c.number", "region", "c.region_code");

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code open} null = open and closed; {@code overdueOn}: only those whose last day lies before it; {@code openedFrom}: only those opened on
   *  that day or later. */
  public record Filter(@Nullable CaseStep step, @Nullable String region, @Nullable UUID provider, @Nullable UUID elder, @Nullable Boolean open, @Nullable LocalDate overdueOn,
      @Nullable LocalDate openedFrom) {}

  public Page<CaseRow> page(Filter filter, PageQuery query, Scope scope) {
    var where = new ListConditions("c", scope.on(SCOPE)).region(filter.region).equal("step", filter.step).equal("provider_id", filter.provider).equal("elder_id", filter.elder)
        .and("c.due_on < :overdueOn", "overdueOn", filter.overdueOn)
        .and("c.opened_at >= :openedFrom", "openedFrom", filter.openedFrom == null ? null : filter.openedFrom.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime());
    if (filter.open != null) where.and(filter.open ? "c.closed_at is null" : "c.closed_at is not null");
    var total = jdbc.sql("select count(*) from intake.care_case c where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<CaseRow>of() : jdbc.sql("select " + CaseRow.COLUMNS + " from intake.care_case c where " + where.sql() + " order by "
            + query.orderBy(SORTABLE, filter.elder == null ? "c.step_since" : "c.opened_at desc", "c.id") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(CaseRow::read).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public Optional<CaseRow> find(UUID id, Scope scope) {
    var where = new ListConditions("c", scope.on(SCOPE)).equal("id", id);
    return jdbc.sql("select " + CaseRow.COLUMNS + " from intake.care_case c where " + where.sql()).params(where.params()).query(CaseRow::read).optional();
  }

  /** Open cases past their last day, and those that wait for the last feedback of somebody who died or moved away; the latest first overdue. */
  public List<CaseRow> overdue(LocalDate today, Scope scope, int most) {
    var where = new ListConditions("c", scope.on(SCOPE)).and("c.closed_at is null and c.due_on < :today", "today", today);
    return jdbc.sql("select " + CaseRow.COLUMNS + " from intake.care_case c where " + where.sql() + " order by c.due_on, c.id limit :most")
        .params(where.params()).param("most", most).query(CaseRow::read).list();
  }
}
