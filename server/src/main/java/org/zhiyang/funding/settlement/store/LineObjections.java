package org.zhiyang.funding.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.Line;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;

/** Loads and saves objections to lines, providers' own and those of the platform to a visit that was rejected; one a line. */
@Component
public class LineObjections {
  public static final ScopeColumns SCOPE = ScopeColumns.of("o.region_code", "o.provider_id", null, null);

  private final JdbcClient jdbc;

  LineObjections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is decided about a line left out: SETTLE it as its evidence says, or DROP it. */
  public enum Decision { SETTLE, DROP }

  /** {@code putBack}: decided before the review, so the line counts in its own statement again; {@code rejected}: nobody objected, the visit was rejected by a person. */
  public record Row(UUID id, UUID line, UUID statement, long amountFen, String reason, Instant raisedAt, @Nullable Decision decision, @Nullable String decisionReason, boolean putBack,
      boolean rejected, @Nullable Instant decidedAt) {}

  public Optional<Line> findLine(UUID statement, UUID line) {
    return jdbc.sql("select l.* from settlement.line l where l.id = :id and l.statement_id = :statement and l.frozen").param("id", line).param("statement", statement).query(Statements::line)
        .optional();
  }

  /** Frozen lines of the statement about the visit that nobody objected to. */
  public List<Line> freeLines(UUID statement, UUID visit) {
    return jdbc.sql("""
            select l.* from settlement.line l where l.statement_id = :statement and l.visit_id = :visit and l.frozen
              and not exists (select 1 from settlement.objection o where o.line_id = l.id) order by l.number""").param("statement", statement).param("visit", visit).query(Statements::line).list();
  }

  public boolean exists(UUID line) {
    return jdbc.sql("select exists (select 1 from settlement.objection where line_id = :line)").param("line", line).query(Boolean.class).single();
  }

  public void add(UUID id, Line line, Statements.Row statement, String reason, UUID by, Instant at) {
    jdbc.sql("""
        insert into settlement.objection (id, line_id, statement_id, provider_id, region_code, amount_fen, reason, raised_by, raised_at)
        values (:id, :line, :statement, :provider, :region, :amount, :reason, :by, :at)""").param("id", id).param("line", line.id()).param("statement", statement.id())
        .param("provider", statement.provider().value()).param("region", statement.regionCode()).param("amount", line.amounts().payableFen()).param("reason", reason).param("by", by)
        .param("at", Statements.at(at)).update();
  }

  public Optional<Row> findForUpdate(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select o.* from settlement.objection o where o.id = :id and " + mine.sql() + " for update").param("id", id).params(mine.params()).query(LineObjections::row).optional();
  }

  public void decide(UUID id, Decision decision, String reason, boolean putBack, UUID by, Instant at) {
    jdbc.sql("update settlement.objection set decision = :decision, decision_reason = :reason, put_back = :putBack, decided_by = :by, decided_at = :at where id = :id")
        .param("decision", decision.name()).param("reason", reason).param("putBack", putBack).param("by", by).param("at", Statements.at(at)).param("id", id).update();
  }

  public List<Row> of(UUID statement) {
    return jdbc.sql("select o.* from settlement.objection o where o.statement_id = :statement order by o.raised_at, o.id").param("statement", statement).query(LineObjections::row).list();
  }

  static Row row(ResultSet r, int n) throws SQLException {
    var decision = r.getString("decision");
    return new Row(r.getObject("id", UUID.class), r.getObject("line_id", UUID.class), r.getObject("statement_id", UUID.class), r.getLong("amount_fen"), r.getString("reason"),
        Statements.instant(r, "raised_at"), decision == null ? null : Decision.valueOf(decision), r.getString("decision_reason"), r.getBoolean("put_back"),
        Actor.PLATFORM.accountId().equals(r.getObject("raised_by", UUID.class)), Statements.maybe(r, "decided_at"));
  }
}
