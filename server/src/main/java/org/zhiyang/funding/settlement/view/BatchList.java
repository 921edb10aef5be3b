package org.zhiyang.funding.settlement.view;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.store.Batches;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.facility.ProviderId;

/** Lists of batches, of what waits for one, and of refused payments. */
@Component
public class BatchList {
  private static final Map<String, String> SORTABLE = Map.of("number", "b.number", "total", "b.total_fen", "preparedAt", "b.prepared_at", "state", "b.state");
  private static final ScopeColumns PAYMENT = ScopeColumns.of("p.region_code", "p.provider_id", null, null);

  private final JdbcClient jdbc;
  private final Clock clock;

  BatchList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public record Row(UUID id, String number, String regionCode, BatchState state, int payments, long totalFen, int paid, int refused, long paidFen, LocalDate publicityUntil, OffsetDateTime preparedAt,
      @Nullable OffsetDateTime approvedAt, @Nullable OffsetDateTime availableAt, @Nullable OffsetDateTime sentAt, @Nullable OffsetDateTime reconciledAt) {}

  public Page<Row> page(@Nullable BatchState state, PageQuery query, Scope scope) {
    var mine = scope.on(Batches.SCOPE);
    var params = new HashMap<>(mine.params());
    var where = mine.sql();
    if (state != null) {
      where += " and b.state = :state";
      params.put("state", state.name());
    }
    var total = jdbc.sql("select count(*) from settlement.batch b where " + where).params(params).query(Long.class).single();
    var rows = jdbc.sql("""
        select b.*, (select count(*) from settlement.payment p where p.batch_id = b.id and p.state = 'PAID') as paid, (select count(*) from settlement.payment p where p.batch_id = b.id
          and p.state = 'REFUSED') as refused, (select coalesce(sum(p.amount_fen), 0) from settlement.payment p where p.batch_id = b.id and p.state = 'PAID') as paid_fen
        from settlement.batch b where\s""" + where + " order by " + query.orderBy(SORTABLE, "b.number desc", "b.id") + " limit :limit offset :offset").params(params)
        .param("limit", query.limit()).param("offset", query.offset())
        .query((r, n) -> new Row(r.getObject("id", UUID.class), "FK%08d".formatted(r.getLong("number")), r.getString("region_code"), BatchState.valueOf(r.getString("state")), r.getInt("payments"),
            r.getLong("total_fen"), r.getInt("paid"), r.getInt("refused"), r.getLong("paid_fen"), r.getObject("publicity_until", LocalDate.class), r.getObject("prepared_at", OffsetDateTime.class),
            r.getObject("approved_at", OffsetDateTime.class), r.getObject("available_at", OffsetDateTime.class), r.getObject("sent_at", OffsetDateTime.class),
            r.getObject("reconciled_at", OffsetDateTime.class))).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  /** What a batch prepared now would hold. {@code oldest} is the first review among them. */
  public record Waiting(int statements, long totalFen, @Nullable OffsetDateTime oldest) {}

  public Waiting waiting(Scope scope) {
    var mine = scope.on(Statements.SCOPE);
    return jdbc.sql("""
        select count(*), coalesce(sum(s.payable_fen), 0), min(s.reviewed_at) from settlement.statement s where s.state = 'REVIEWED'
          and not exists (select 1 from settlement.payment p where p.statement_id = s.id and p.state = 'REFUSED' and p.corrected_at is null) and\s""" + mine.sql()).params(mine.params())
        .query((r, n) -> new Waiting(r.getInt(1), r.getLong(2), r.getObject(3, OffsetDateTime.class))).single();
  }

  /** A payment the bank refused that nobody has dealt with. */
  public record Refused(UUID payment, UUID batch, UUID statement, ProviderId provider, long amountFen, String reason, String accountName, String tail, OffsetDateTime at) {}

  public List<Refused> refused(Scope scope, int most) {
    var mine = scope.on(PAYMENT);
    return jdbc.sql("select p.* from settlement.payment p where p.state = 'REFUSED' and p.corrected_at is null and " + mine.sql() + " order by p.settled_at, p.id limit :most").params(mine.params())
        .param("most", most).query((r, n) -> new Refused(r.getObject("id", UUID.class), r.getObject("batch_id", UUID.class), r.getObject("statement_id", UUID.class),
            new ProviderId(r.getObject("provider_id", UUID.class)), r.getLong("amount_fen"), r.getString("reason"), r.getString("account_name"), r.getString("account_tail"),
            r.getObject("settled_at", OffsetDateTime.class))).list();
  }
}
