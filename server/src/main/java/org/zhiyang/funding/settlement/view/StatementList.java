package org.zhiyang.funding.settlement.view;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.facility.ProviderId;

/** The list of statements, and how many stand in each state with what sum. */
@Component
public class StatementList {
  private static final Map<String, String> SORTABLE = Map.of("month", "s.month", "payable", "s.payable_fen", "region", "s.region_code", "score", "s.score", "visits", "s.visits", "state", "s.state");

  private final JdbcClient jdbc;
  private final Clock clock;

  StatementList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Every part may be absent. {@code waiting}: only drafts that wait for a final score. */
  public record Filter(@Nullable YearMonth month, @Nullable StatementState state, @Nullable String region, @Nullable UUID provider, boolean waiting) {}

  /** {@code objections} not decided yet; {@code exceptions}: lines with findings, differences or objections. */
  public record Row(UUID id, ProviderId provider, String regionCode, YearMonth month, StatementState state, java.math.@Nullable BigDecimal score, @Nullable Boolean performancePass, boolean served, int visits,
      int undecided, long dueFen, long withheldFen, long correctionFen, long leftOutFen, long payableFen, int objections, OffsetDateTime computedAt) {}

  /** Statements of one state: how many, and their payable sum in fen. */
  public record StateSum(StatementState state, int statements, long payableFen) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var where = where(filter, scope);
    var total = jdbc.sql("select count(*) from settlement.statement s where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = jdbc.sql("""
        select s.*, (select count(*) from settlement.objection o where o.statement_id = s.id and o.decision is null) as objections from settlement.statement s where\s""" + where.sql()
        + " order by " + query.orderBy(SORTABLE, "s.month desc, s.region_code", "s.id") + " limit :limit offset :offset").params(where.params()).param("limit", query.limit())
        .param("offset", query.offset()).query((r, n) -> new Row(r.getObject("id", UUID.class), new ProviderId(r.getObject("provider_id", UUID.class)), r.getString("region_code"),
            YearMonth.from(r.getObject("month", LocalDate.class)), StatementState.valueOf(r.getString("state")), r.getBigDecimal("score"), r.getObject("performance_pass", Boolean.class),
            r.getBoolean("served"), r.getInt("visits"), r.getInt("undecided"), r.getLong("due_fen"), r.getLong("withheld_fen"), r.getLong("correction_fen"), r.getLong("left_out_fen"), r.getLong("payable_fen"),
            r.getInt("objections"), r.getObject("computed_at", OffsetDateTime.class))).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  public List<StateSum> sums(Filter filter, Scope scope) {
    var where = where(filter, scope);
    return jdbc.sql("select s.state, count(*), coalesce(sum(s.payable_fen), 0) from settlement.statement s where " + where.sql() + " group by s.state").params(where.params())
        .query((r, n) -> new StateSum(StatementState.valueOf(r.getString(1)), r.getInt(2), r.getLong(3))).list();
  }

  /** Months that have statements, newest first. */
  public List<YearMonth> months(Scope scope) {
    var mine = scope.on(Statements.SCOPE);
    return jdbc.sql("select distinct s.month from settlement.statement s where " + mine.sql() + " order by 1 desc limit 60").params(mine.params())
        .query((r, n) -> YearMonth.from(r.getObject(1, LocalDate.class))).list();
  }

  private static ListConditions where(Filter filter, Scope scope) {
    var where = new ListConditions("s", scope.on(Statements.SCOPE)).equal("month", filter.month == null ? null : filter.month.atDay(1)).equal("state", filter.state).region(filter.region)
        .equal("provider_id", filter.provider);
    return filter.waiting ? where.and("s.state = 'DRAFT' and s.score is null and s.served") : where;
  }
}
