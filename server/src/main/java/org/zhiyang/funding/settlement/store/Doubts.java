package org.zhiyang.funding.settlement.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitFlag;

/** Visits of frozen statements that went to a person again. No line changes; what is decided is left out of what is paid before the review, and comes as a difference in the next statement after it. */
@Component
public class Doubts {
  private final JdbcClient jdbc;

  Doubts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes it where the visit stands in a frozen statement; the same twice is once, decided ones are open again. */
  public void raise(UUID visit, Set<VisitFlag> flags, Instant at) {
    jdbc.sql("""
            insert into settlement.doubt (visit_id, statement_id, region_code, flags, raised_at)
            select distinct l.visit_id, l.statement_id, s.region_code, :flags::text[], :at::timestamptz from settlement.line l join settlement.statement s on s.id = l.statement_id
            where l.visit_id = :visit and l.frozen and l.kind in ('VISIT', 'LATE')
            on conflict (visit_id, statement_id) do update set flags = excluded.flags, raised_at = excluded.raised_at, confirmed = null, decided_at = null where doubt.raised_at < excluded.raised_at""")
        .param("visit", visit).param("flags", flags.stream().sorted().map(Enum::name).toArray(String[]::new)).param("at", at.atOffset(ZoneOffset.UTC)).update();
  }

  /** Also where the doubt is heard of only afterwards: it was raised before and does not open again, or no review could ever pass it. */
  public void decide(UUID visit, boolean confirmed, Instant at) {
    jdbc.sql("""
            insert into settlement.doubt (visit_id, statement_id, region_code, flags, raised_at, confirmed, decided_at)
            select distinct l.visit_id, l.statement_id, s.region_code, array[]::text[], :at::timestamptz, :confirmed, :at::timestamptz from settlement.line l join settlement.statement s on s.id = l.statement_id
            where l.visit_id = :visit and l.frozen and l.kind in ('VISIT', 'LATE')
            on conflict (visit_id, statement_id) do update set raised_at = excluded.raised_at, confirmed = excluded.confirmed, decided_at = excluded.decided_at where doubt.raised_at <= excluded.raised_at""")
        .param("visit", visit).param("confirmed", confirmed).param("at", at.atOffset(ZoneOffset.UTC)).update();
  }

  /** Frozen statements with undecided visits, the oldest doubt first. */
  public record Open(UUID statement, ProviderId provider, YearMonth month, StatementState state, int visits, OffsetDateTime since) {}

  public List<Open> open(Scope scope, int most) {
    var mine = scope.on(Statements.SCOPE);
    return jdbc.sql("""
            select s.id, s.provider_id, s.month, s.state, count(*), min(d.raised_at) from settlement.doubt d join settlement.statement s on s.id = d.statement_id
            where d.decided_at is null and\s""" + mine.sql() + " group by s.id, s.provider_id, s.month, s.state order by min(d.raised_at), s.id limit :most")
        .params(mine.params()).param("most", most)
        .query((r, n) -> new Open(r.getObject(1, UUID.class), new ProviderId(r.getObject(2, UUID.class)), YearMonth.from(r.getObject(3, LocalDate.class)), StatementState.valueOf(r.getString(4)), r.getInt(5), r.getObject(6, OffsetDateTime.class)))
        .list();
  }

  /** Statements in which the visit waits for a decision. */
  public List<UUID> openFor(UUID visit) {
    return jdbc.sql("select statement_id from settlement.doubt where visit_id = :visit and decided_at is null order by statement_id").param("visit", visit).query(UUID.class).list();
  }

  public int openOf(UUID statement) {
    return jdbc.sql("select count(*) from settlement.doubt where statement_id = :id and decided_at is null").param("id", statement).query(Integer.class).single();
  }
}
