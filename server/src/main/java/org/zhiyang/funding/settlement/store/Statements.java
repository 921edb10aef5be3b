package org.zhiyang.funding.settlement.store;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.Amounts;
import org.zhiyang.funding.settlement.domain.Line;
import org.zhiyang.funding.settlement.domain.LineKind;
import org.zhiyang.funding.settlement.domain.Settled;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.funding.settlement.domain.StatementPolicy;
import org.zhiyang.funding.settlement.domain.StatementState;
import org.zhiyang.funding.settlement.domain.Totals;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.ProviderId;

/** Loads and saves statements with their lines. A frozen one only moves from state to state; triggers of the database refuse anything else. */
@Component
public class Statements {
  public static final ScopeColumns SCOPE = ScopeColumns.of("s.region_code", "s.provider_id", null, null);
  private static final String DROPPED = "bool_and(o.decision is not distinct from 'DROP')";
  private static final String DONE = "bool_or(o.id is null or o.put_back) or " + DROPPED;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  Statements(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** A statement's own row. {@code score} null: the month has no final score yet, or needs none because the provider did not serve in it. */
  public record Row(UUID id, ProviderId provider, String regionCode, YearMonth month, StatementState state, @Nullable BigDecimal score, @Nullable Boolean performancePass, @Nullable UUID scoreRuling,
      BigDecimal heldShare, @Nullable UUID ruling, boolean served, int visits, int undecided, long priceFen, long elderFen, long dueFen, long withheldFen, long correctionFen, long totalFen, long leftOutFen,
      long payableFen, @Nullable String digest, Instant computedAt, @Nullable Instant frozenAt, @Nullable UUID frozenBy, @Nullable Instant reviewedAt, @Nullable UUID reviewedBy,
      @Nullable String reviewNote, long version) {
    /** @throws SettlementRefusal.WrongState unless it may go on to that state */
    public void mayBecome(StatementState next) {
      if (!state.successors().contains(next)) throw new SettlementRefusal.WrongState(state);
    }
  }

  /** Serializes whatever computes or freezes statements of one provider. */
  public void lock(ProviderId provider) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('settlement:' || :id, 0))").param("id", provider.toString()).query((r, n) -> 1).list();
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select s.* from settlement.statement s where s.id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(Statements::row).optional();
  }

  public Row getForUpdate(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select s.* from settlement.statement s where s.id = :id and " + mine.sql() + " for update").param("id", id).params(mine.params()).query(Statements::row).optional()
        .orElseThrow(NotFound::new);
  }

  public Optional<Row> findOf(ProviderId provider, YearMonth month) {
    return jdbc.sql("select s.* from settlement.statement s where s.provider_id = :provider and s.month = :month").param("provider", provider.value()).param("month", day(month))
        .query(Statements::row).optional();
  }

  /** Frozen months of the provider from {@code first} up to before {@code end}, with the share withheld in each. */
  public Map<YearMonth, BigDecimal> frozenMonths(ProviderId provider, YearMonth first, YearMonth end) {
    var months = new HashMap<YearMonth, BigDecimal>();
    jdbc.sql("select s.month, s.held_share from settlement.statement s where s.provider_id = :provider and s.month >= :first and s.month < :end and s.state <> 'DRAFT'")
        .param("provider", provider.value()).param("first", day(first)).param("end", day(end))
        .query((r, n) -> months.put(YearMonth.from(r.getObject(1, LocalDate.class)), r.getBigDecimal(2))).list();
    return months;
  }

  /** The provider's drafts of months from {@code first} up to before {@code end}, the earliest first. */
  public List<YearMonth> openMonths(ProviderId provider, YearMonth first, YearMonth end) {
    return jdbc.sql("select s.month from settlement.statement s where s.provider_id = :provider and s.month >= :first and s.month < :end and s.state = 'DRAFT' order by s.month")
        .param("provider", provider.value()).param("first", day(first)).param("end", day(end)).query((r, n) -> YearMonth.from(r.getObject(1, LocalDate.class))).list();
  }

  /** Who has a frozen statement of a month from {@code first} up to before {@code end}, or an earlier one that took back more than it gave and is not carried over yet. */
  public List<ProviderId> settledBefore(YearMonth first, YearMonth end) {
    return jdbc.sql("""
        select distinct s.provider_id from settlement.statement s where s.month < :end and s.state <> 'DRAFT' and (s.month >= :first or s.state = 'CARRIED'
          and not exists (select 1 from settlement.line l where l.original_id = s.id and l.kind = 'CARRY' and l.frozen))""").param("first", day(first)).param("end", day(end))
        .query((r, n) -> new ProviderId(r.getObject(1, UUID.class))).list();
  }

  /** What frozen statements settled for visits of these months, by visit. */
  public Map<UUID, Settled> settled(ProviderId provider, YearMonth first, YearMonth last) {
    var found = new HashMap<UUID, Settled>();
    jdbc.sql("""
        select l.visit_id, (array_agg(l.id) filter (where l.kind in ('VISIT', 'LATE')))[1] as original,
          coalesce(sum(l.units) filter (where o.id is null or o.put_back), 0) as units,
          coalesce(sum(l.price_fen) filter (where o.id is null or o.put_back), 0) as price, coalesce(sum(l.public_fen) filter (where o.id is null or o.put_back), 0) as public,
          coalesce(sum(l.voucher_fen) filter (where o.id is null or o.put_back), 0) as voucher, coalesce(sum(l.elder_fen) filter (where o.id is null or o.put_back), 0) as elder,
          coalesce(sum(l.withheld_fen) filter (where o.id is null or o.put_back), 0) as withheld,
          coalesce(bool_or(o.id is not null and (o.decision is null or o.decision = 'DROP')), false) as blocked
        from settlement.line l left join settlement.objection o on o.line_id = l.id
        where l.provider_id = :provider and l.frozen and l.day >= :first and l.day <= :last and l.visit_id is not null group by l.visit_id""")
        .param("provider", provider.value()).param("first", day(first)).param("last", Date.valueOf(last.atEndOfMonth()))
        .query((r, n) -> found.put(r.getObject("visit_id", UUID.class), new Settled(r.getObject("visit_id", UUID.class), r.getObject("original", UUID.class), r.getBigDecimal("units"),
            new Amounts(r.getLong("price"), r.getLong("public"), r.getLong("voucher"), r.getLong("elder"), r.getLong("withheld")), r.getBoolean("blocked")))).list();
    return found;
  }

  /** Statements of months before {@code end}, and after {@code after} unless it is null, that took back more than they gave and are in no later frozen statement yet. */
  public List<StatementPolicy.Debt> debts(ProviderId provider, @Nullable YearMonth after, YearMonth end) {
    return jdbc.sql("""
        select s.id, s.month, s.payable_fen from settlement.statement s where s.provider_id = :provider and s.state = 'CARRIED' and s.month > coalesce(:after::date, '-infinity') and s.month < :end
          and not exists (select 1 from settlement.line l where l.original_id = s.id and l.kind = 'CARRY' and l.frozen) order by s.month""").param("provider", provider.value())
        .param("after", after == null ? null : day(after), Types.DATE).param("end", day(end))
        .query((r, n) -> new StatementPolicy.Debt(r.getObject(1, UUID.class), YearMonth.from(r.getObject(2, LocalDate.class)).toString(), r.getLong(3))).list();
  }

  /** What a draft is computed to; {@code score} and its companions null while there is none. {@code served}: the month has visits of its own, whatever became of them, cancelled ones apart. */
  public record Draft(UUID id, ProviderId provider, String regionCode, YearMonth month, @Nullable BigDecimal score, @Nullable Boolean performancePass, @Nullable UUID scoreRuling, BigDecimal heldShare,
      boolean served, int undecided, List<Line> lines, String digest) {}

  /** Writes the draft of a provider's month over an earlier draft. */
  public void saveDraft(Draft draft, Instant at) {
    var totals = Totals.of(draft.lines());
    jdbc.sql("""
        insert into settlement.statement (id, provider_id, region_code, month, state, score, performance_pass, score_ruling_id, held_share, served, visits, undecided, price_fen, elder_fen, due_fen, withheld_fen,
          correction_fen, total_fen, digest, computed_at)
        values (:id, :provider, :region, :month, 'DRAFT', :score, :pass, :ruling, :held, :served, :visits, :undecided, :price, :elder, :due, :withheld, :correction, :total, :digest, :at)
        on conflict (id) do update set score = excluded.score, performance_pass = excluded.performance_pass, score_ruling_id = excluded.score_ruling_id, held_share = excluded.held_share,
          served = excluded.served, visits = excluded.visits, undecided = excluded.undecided, price_fen = excluded.price_fen, elder_fen = excluded.elder_fen, due_fen = excluded.due_fen, withheld_fen = excluded.withheld_fen,
          correction_fen = excluded.correction_fen, total_fen = excluded.total_fen, digest = excluded.digest, computed_at = excluded.computed_at, version = settlement.statement.version + 1""")
        .param("id", draft.id()).param("provider", draft.provider().value()).param("region", draft.regionCode()).param("month", day(draft.month())).param("score", draft.score())
        .param("pass", draft.performancePass(), Types.BOOLEAN).param("ruling", draft.scoreRuling(), Types.OTHER).param("held", draft.heldShare()).param("served", draft.served()).param("visits", totals.visits())
        .param("undecided", draft.undecided()).param("price", totals.own().priceFen()).param("elder", totals.own().elderFen()).param("due", totals.own().dueFen())
        .param("withheld", totals.own().withheldFen()).param("correction", totals.corrections().payableFen()).param("total", totals.payableFen()).param("digest", draft.digest())
        .param("at", at(at)).update();
    jdbc.sql("delete from settlement.line where statement_id = :id").param("id", draft.id()).update();
    template.batchUpdate("""
        insert into settlement.line (id, statement_id, number, kind, provider_id, region_code, visit_id, elder_id, case_id, service, service_name, day, units, price_fen, public_fen, voucher_fen, elder_fen,
          withheld_fen, evidence_digest, facts_digest, original_id, reason, flags) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", draft.lines(), 500, (s, l) -> {
          var i = 0;
          for (var value : Arrays.<@Nullable Object>asList(l.id(), draft.id(), l.number(), l.kind().name(), draft.provider().value(), l.regionCode(), l.visit(), l.elder(), l.careCase(), l.service(),
              l.serviceName(), l.day() == null ? null : Date.valueOf(l.day()), l.units(), l.amounts().priceFen(), l.amounts().publicFen(), l.amounts().voucherFen(), l.amounts().elderFen(),
              l.amounts().withheldFen(), l.evidenceDigest(), l.factsDigest(), l.original(), l.reason())) s.setObject(++i, value);
          s.setArray(++i, s.getConnection().createArrayOf("text", l.flags().toArray()));
        });
  }

  /** Freezes the draft as it was just computed; {@code ruling} null only where the month needs no score. */
  public void freeze(UUID id, @Nullable UUID ruling, UUID by, Instant at) {
    jdbc.sql("update settlement.line set frozen = true where statement_id = :id").param("id", id).update();
    jdbc.sql("update settlement.statement set state = 'FROZEN', ruling_id = :ruling, frozen_at = :at, frozen_by = :by, version = version + 1 where id = :id and state = 'DRAFT'")
        .param("ruling", ruling, Types.OTHER).param("at", at(at)).param("by", by).param("id", id).update();
  }

  public void review(UUID id, StatementState next, @Nullable String note, UUID by, Instant at) {
    jdbc.sql("update settlement.statement set state = :next, reviewed_at = :at, reviewed_by = :by, review_note = :note, version = version + 1 where id = :id")
        .param("next", next.name()).param("at", at(at)).param("by", by).param("note", note).param("id", id).update();
  }

  public void move(Collection<UUID> ids, StatementState next) {
    if (ids.isEmpty()) return;
    jdbc.sql("update settlement.statement set state = :next, version = version + 1 where id = any(:ids)").param("next", next.name()).param("ids", ids.toArray(UUID[]::new)).update();
  }

  public void leaveOut(UUID id, long fen) {
    jdbc.sql("update settlement.statement set left_out_fen = left_out_fen + :fen, version = version + 1 where id = :id").param("fen", fen).param("id", id).update();
  }

  /** A care case and the service month it is told about; {@code dropped}: none of its lines is settled, and none will be. */
  public record CaseMonth(UUID careCase, YearMonth month, boolean dropped) {}

  /** Each care case of the statement's lines once a service month. */
  public List<CaseMonth> casesOf(UUID id) {
    return caseMonths("l.statement_id = :id", "true", Map.of("id", id));
  }

  /** Those whose money is done with once the statement is: something of theirs is settled in it, or all was dropped for good. Who has only lines under objection, or put off to the next statement, waits. */
  public List<CaseMonth> casesDone(UUID id) {
    return caseMonths("l.statement_id = :id", DONE, Map.of("id", id));
  }

  /** The case of one of the statement's lines, if its money is done with. */
  public List<CaseMonth> caseDone(UUID id, UUID line) {
    return caseMonths("l.statement_id = :id and (l.case_id, date_trunc('month', l.day)) = (select x.case_id, date_trunc('month', x.day) from settlement.line x where x.id = :line)", DONE,
        Map.of("id", id, "line", line));
  }

  private List<CaseMonth> caseMonths(String lines, String having, Map<String, UUID> params) {
    return jdbc.sql("select l.case_id, date_trunc('month', l.day)::date as month, " + DROPPED + " as dropped from settlement.line l left join settlement.objection o on o.line_id = l.id"
            + " where l.case_id is not null and " + lines + " group by 1, 2 having " + having + " order by 2, 1").params(params)
        .query((r, n) -> new CaseMonth(r.getObject(1, UUID.class), YearMonth.from(r.getObject(2, LocalDate.class)), r.getBoolean(3))).list();
  }

  static Row row(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), new ProviderId(r.getObject("provider_id", UUID.class)), r.getString("region_code"), YearMonth.from(r.getObject("month", LocalDate.class)),
        StatementState.valueOf(r.getString("state")), r.getBigDecimal("score"), r.getObject("performance_pass", Boolean.class), r.getObject("score_ruling_id", UUID.class),
        r.getBigDecimal("held_share"), r.getObject("ruling_id", UUID.class), r.getBoolean("served"), r.getInt("visits"), r.getInt("undecided"), r.getLong("price_fen"), r.getLong("elder_fen"), r.getLong("due_fen"),
        r.getLong("withheld_fen"), r.getLong("correction_fen"), r.getLong("total_fen"), r.getLong("left_out_fen"), r.getLong("payable_fen"), r.getString("digest"), instant(r, "computed_at"),
        maybe(r, "frozen_at"), r.getObject("frozen_by", UUID.class), maybe(r, "reviewed_at"), r.getObject("reviewed_by", UUID.class), r.getString("review_note"), r.getLong("version"));
  }

  static Instant instant(ResultSet r, String column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant maybe(ResultSet r, String column) throws SQLException {
    var at = r.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Date day(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  public static Line line(ResultSet r, int n) throws SQLException {
    return new Line(r.getObject("id", UUID.class), r.getInt("number"), LineKind.valueOf(r.getString("kind")), r.getObject("visit_id", UUID.class), r.getObject("elder_id", UUID.class),
        r.getObject("case_id", UUID.class), r.getString("region_code"), r.getString("service"), r.getString("service_name"), r.getObject("day", LocalDate.class), r.getBigDecimal("units"),
        new Amounts(r.getLong("price_fen"), r.getLong("public_fen"), r.getLong("voucher_fen"), r.getLong("elder_fen"), r.getLong("withheld_fen")), r.getString("evidence_digest"),
        r.getString("facts_digest"), r.getObject("original_id", UUID.class), r.getString("reason"), List.of((String[]) r.getArray("flags").getArray()));
  }
}
