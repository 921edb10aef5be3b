package org.zhiyang.funding.settlement.view;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.ChangePolicy;
import org.zhiyang.funding.settlement.domain.Line;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** The lines of a statement, exceptions first, and an elder's money by month. */
@Component
public class StatementLines {
  private static final ScopeColumns STATEMENT = ScopeColumns.of("s.region_code", "s.provider_id", null, null);
  private static final ScopeColumns ELDER = ScopeColumns.of("l.region_code", "l.provider_id", null, "l.elder_id");
  private static final String EXCEPTION = "(l.kind <> 'VISIT' or cardinality(l.flags) > 0 or o.id is not null)";

  private final JdbcClient jdbc;
  private final Clock clock;

  StatementLines(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Which lines: all, those with findings, differences or objections, the differences, those objected to. */
  public enum Only { ALL, EXCEPTIONS, CORRECTIONS, OBJECTED }

  /** @param originalMonth of a correction: the month of the statement its first line stands in */
  public record Row(Line line, @Nullable UUID objection, @Nullable String objectionReason, @Nullable String decision, @Nullable String decisionReason, boolean leftOut,
      @Nullable UUID originalStatement, @Nullable String originalMonth) {}

  public Page<Row> page(UUID statement, Only only, PageQuery query, Scope scope) {
    var mine = scope.on(STATEMENT);
    var where = "l.statement_id = :id and " + mine.sql() + switch (only) {
      case ALL -> "";
      case EXCEPTIONS -> " and " + EXCEPTION;
      case CORRECTIONS -> " and l.kind <> 'VISIT'";
      case OBJECTED -> " and o.id is not null";
    };
    var from = " from settlement.line l join settlement.statement s on s.id = l.statement_id left join settlement.objection o on o.line_id = l.id where ";
    var total = jdbc.sql("select count(*)" + from + where).param("id", statement).params(mine.params()).query(Long.class).single();
    var rows = jdbc.sql("""
        select l.*, o.id as objection_id, o.reason as objection_reason, o.decision, o.decision_reason, o.id is not null and not o.put_back as left_out,
          os.id as original_statement, os.month as original_month
        from settlement.line l join settlement.statement s on s.id = l.statement_id left join settlement.objection o on o.line_id = l.id
          left join settlement.line ol on ol.id = l.original_id and l.kind = 'CORRECTION'
          left join settlement.statement os on os.id = coalesce(ol.statement_id, case when l.kind = 'CARRY' then l.original_id end) where\s""" + where
        + " order by " + EXCEPTION + " desc, l.number limit :limit offset :offset").param("id", statement).params(mine.params()).param("limit", query.limit()).param("offset", query.offset())
        .query((r, n) -> {
          var month = r.getObject("original_month", LocalDate.class);
          return new Row(Statements.line(r, n), r.getObject("objection_id", UUID.class), r.getString("objection_reason"), r.getString("decision"), r.getString("decision_reason"),
              r.getBoolean("left_out"), r.getObject("original_statement", UUID.class), month == null ? null : YearMonth.from(month).toString());
        }).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  /** All lines in their order, one after the other, for an export. The caller has checked the scope of the statement. */
  public void forEach(UUID statement, Consumer<Line> each) {
    try (var lines = jdbc.sql("select l.* from settlement.line l where l.statement_id = :id order by l.number").param("id", statement).withFetchSize(500).query(Statements::line).stream()) {
      lines.forEach(each);
    }
  }

  public ChangePolicy.Month monthOf(Statements.Row statement) {
    var uses = jdbc.sql("select l.elder_id, l.service, sum(l.units), sum(l.public_fen + l.voucher_fen) from settlement.line l where l.statement_id = :id and l.kind = 'VISIT' group by 1, 2")
        .param("id", statement.id()).query((r, n) -> new ChangePolicy.Use(r.getObject(1, UUID.class), r.getString(2), r.getBigDecimal(3), r.getLong(4))).list();
    return new ChangePolicy.Month(uses, statement.withheldFen(), statement.correctionFen(), statement.leftOutFen());
  }

  public int exceptions(UUID statement) {
    return jdbc.sql("select count(*) from settlement.line l left join settlement.objection o on o.line_id = l.id where l.statement_id = :id and " + EXCEPTION).param("id", statement)
        .query(Integer.class).single();
  }

  /** One elder's services of a service month, in fen; {@code state} of the newest statement that has them. */
  public record ElderMonth(String month, int visits, long priceFen, long publicFen, long voucherFen, long elderFen, StatementState state) {}

  /** The newest twelve months of an elder as far as the scope reaches; drafts are not counted. */
  public List<ElderMonth> ofElder(UUID elder, Scope scope) {
    var mine = scope.on(ELDER);
    return jdbc.sql("""
        select date_trunc('month', l.day)::date as month, count(distinct l.visit_id) as visits, sum(l.price_fen) as price, sum(l.public_fen) as public, sum(l.voucher_fen) as voucher,
          sum(l.elder_fen) as elder, (array_agg(s.state order by s.month desc))[1] as state
        from settlement.line l join settlement.statement s on s.id = l.statement_id left join settlement.objection o on o.line_id = l.id
        where l.elder_id = :elder and l.frozen and (o.id is null or o.put_back) and\s""" + mine.sql() + " group by 1 order by 1 desc limit 12").param("elder", elder).params(mine.params())
        .query((r, n) -> new ElderMonth(YearMonth.from(r.getObject(1, LocalDate.class)).toString(), r.getInt(2), r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6),
            StatementState.valueOf(r.getString(7)))).list();
  }

  public Optional<UUID> statementOf(UUID objection) {
    return jdbc.sql("select statement_id from settlement.objection where id = :id").param("id", objection).query(UUID.class).optional();
  }
}
