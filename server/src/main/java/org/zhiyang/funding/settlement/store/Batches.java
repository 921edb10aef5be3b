package org.zhiyang.funding.settlement.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.domain.BankFile;
import org.zhiyang.funding.settlement.domain.BatchState;
import org.zhiyang.funding.settlement.domain.PaymentState;
import org.zhiyang.funding.settlement.domain.SettlementRefusal;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.facility.ProviderId;

/** Loads and saves payment batches, their payments and their files. Account numbers and files lie sealed. */
@Component
public class Batches {
  public static final ScopeColumns SCOPE = ScopeColumns.of("b.region_code", null, null, null);

  private final JdbcClient jdbc;
  private final Sealing sealing;

  Batches(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /** A batch's own row. {@code number} is what people call it by, e.g. FK00000012. */
  public record Row(UUID id, String number, String regionCode, BatchState state, int payments, long totalFen, UUID preparedBy, Instant preparedAt, Set<UUID> involved, LocalDate publicityUntil,
      @Nullable UUID approvedBy, @Nullable Instant approvedAt, @Nullable Instant availableAt, @Nullable Instant withdrawnAt, @Nullable String withdrawnReason, @Nullable String fileDigest,
      @Nullable Instant sentAt, @Nullable Instant reconciledAt, long version) {
    /** @throws SettlementRefusal.WrongState unless it may go on to that state */
    public void mayBecome(BatchState next) {
      if (!state.successors().contains(next)) throw new SettlementRefusal.WrongState(state);
    }
  }

  /** One payment; {@code tail} are the last four digits of the account number. */
  public record Payment(UUID id, UUID batch, int line, UUID statement, ProviderId provider, String regionCode, long amountFen, String purpose, String accountName, String tail, @Nullable UUID replaces,
      PaymentState state, @Nullable String reason, @Nullable Instant settledAt, @Nullable Instant correctedAt, @Nullable String correctionReason) {}

  public void add(UUID id, String regionCode, int payments, long totalFen, UUID by, Instant at, Set<UUID> involved, LocalDate publicityUntil) {
    jdbc.sql("""
        insert into settlement.batch (id, region_code, state, payments, total_fen, prepared_by, prepared_at, involved, publicity_until)
        values (:id, :region, 'PREPARED', :payments, :total, :by, :at, :involved, :until)""").param("id", id).param("region", regionCode).param("payments", payments).param("total", totalFen)
        .param("by", by).param("at", Statements.at(at)).param("involved", involved.toArray(UUID[]::new)).param("until", Date.valueOf(publicityUntil)).update();
  }

  public void addPayment(UUID id, UUID batch, int line, Statements.Row statement, String purpose, String accountName, String accountNumber) {
    jdbc.sql("""
        insert into settlement.payment (id, batch_id, line, statement_id, provider_id, region_code, amount_fen, purpose, account_name, account_number_sealed, account_tail, replaces_id, state)
        values (:id, :batch, :line, :statement, :provider, :region, :amount, :purpose, :name, :number, :tail,
          (select p.id from settlement.payment p where p.statement_id = :statement and p.state = 'REFUSED' order by p.settled_at desc, p.id desc limit 1), 'PREPARED')""")
        .param("id", id).param("batch", batch).param("line", line).param("statement", statement.id()).param("provider", statement.provider().value()).param("region", statement.regionCode())
        .param("amount", statement.payableFen()).param("purpose", purpose).param("name", accountName).param("number", sealing.seal(accountNumber))
        .param("tail", accountNumber.substring(Math.max(0, accountNumber.length() - 4))).update();
  }

  public Optional<Row> find(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select b.* from settlement.batch b where b.id = :id and " + mine.sql()).param("id", id).params(mine.params()).query(Batches::row).optional();
  }

  /** Locks the row, but not its key: a refused return file is noted in a transaction of its own meanwhile. */
  public Row getForUpdate(UUID id, Scope scope) {
    var mine = scope.on(SCOPE);
    return jdbc.sql("select b.* from settlement.batch b where b.id = :id and " + mine.sql() + " for no key update").param("id", id).params(mine.params()).query(Batches::row).optional()
        .orElseThrow(NotFound::new);
  }

  public List<Payment> paymentsOf(UUID batch) {
    return jdbc.sql("select p.* from settlement.payment p where p.batch_id = :batch order by p.line").param("batch", batch).query(Batches::payment).list();
  }

  public List<Payment> paymentsFor(UUID statement) {
    return jdbc.sql("select p.* from settlement.payment p where p.statement_id = :statement order by p.id").param("statement", statement).query(Batches::payment).list();
  }

  /** The payments with the account numbers in clear: for the bank file alone. */
  public List<BankFile.Payment> forBank(UUID batch) {
    return jdbc.sql("select p.* from settlement.payment p where p.batch_id = :batch order by p.line").param("batch", batch)
        .query((r, n) -> new BankFile.Payment(batch, r.getInt("line"), r.getString("account_name"), Objects.requireNonNull(sealing.open(r.getBytes("account_number_sealed"))), r.getLong("amount_fen"),
            r.getString("purpose"))).list();
  }

  public void approve(UUID id, UUID by, Instant at, Instant availableAt) {
    jdbc.sql("update settlement.batch set state = 'APPROVED', approved_by = :by, approved_at = :at, available_at = :available, version = version + 1 where id = :id").param("by", by)
        .param("at", Statements.at(at)).param("available", Statements.at(availableAt)).param("id", id).update();
  }

  public void withdraw(UUID id, UUID by, String reason, Instant at) {
    jdbc.sql("update settlement.batch set state = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at, withdrawn_reason = :reason, version = version + 1 where id = :id").param("by", by)
        .param("at", Statements.at(at)).param("reason", reason).param("id", id).update();
    jdbc.sql("update settlement.payment set state = 'WITHDRAWN' where batch_id = :id").param("id", id).update();
  }

  public void send(UUID id, String file, String digest, UUID by, Instant at) {
    jdbc.sql("update settlement.batch set state = 'SENT', file_sealed = :file, file_digest = :digest, sent_by = :by, sent_at = :at, version = version + 1 where id = :id").param("file", sealing.seal(file))
        .param("digest", digest).param("by", by).param("at", Statements.at(at)).param("id", id).update();
    jdbc.sql("update settlement.payment set state = 'SENT' where batch_id = :id").param("id", id).update();
  }

  /** The frozen file, empty before it was made. */
  public Optional<String> file(UUID id) {
    return jdbc.sql("select file_sealed from settlement.batch where id = :id and file_sealed is not null").param("id", id).query((r, n) -> Objects.requireNonNull(sealing.open(r.getBytes(1)))).optional();
  }

  public void settle(UUID payment, PaymentState state, @Nullable String reason, Instant at) {
    jdbc.sql("update settlement.payment set state = :state, reason = :reason, settled_at = :at where id = :id and state = 'SENT'").param("state", state.name()).param("reason", reason)
        .param("at", Statements.at(at)).param("id", payment).update();
  }

  public void reconcile(UUID id, Instant at) {
    jdbc.sql("update settlement.batch set state = 'RECONCILED', reconciled_at = :at, version = version + 1 where id = :id").param("at", Statements.at(at)).param("id", id).update();
  }

  public Optional<Payment> findPaymentForUpdate(UUID id, Scope scope) {
    var mine = scope.on(ScopeColumns.of("p.region_code", "p.provider_id", null, null));
    return jdbc.sql("select p.* from settlement.payment p where p.id = :id and " + mine.sql() + " for no key update").param("id", id).params(mine.params()).query(Batches::payment).optional();
  }

  public void noteCorrection(UUID payment, String reason, UUID by, Instant at) {
    jdbc.sql("update settlement.payment set corrected_at = :at, corrected_by = :by, correction_reason = :reason where id = :id").param("at", Statements.at(at)).param("by", by).param("reason", reason)
        .param("id", payment).update();
  }

  static Row row(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), "FK%08d".formatted(r.getLong("number")), r.getString("region_code"), BatchState.valueOf(r.getString("state")), r.getInt("payments"),
        r.getLong("total_fen"), r.getObject("prepared_by", UUID.class), Statements.instant(r, "prepared_at"), Set.of((UUID[]) r.getArray("involved").getArray()),
        r.getObject("publicity_until", LocalDate.class), r.getObject("approved_by", UUID.class), Statements.maybe(r, "approved_at"), Statements.maybe(r, "available_at"),
        Statements.maybe(r, "withdrawn_at"), r.getString("withdrawn_reason"), r.getString("file_digest"), Statements.maybe(r, "sent_at"), Statements.maybe(r, "reconciled_at"), r.getLong("version"));
  }

  static Payment payment(ResultSet r, int n) throws SQLException {
    return new Payment(r.getObject("id", UUID.class), r.getObject("batch_id", UUID.class), r.getInt("line"), r.getObject("statement_id", UUID.class),
        new ProviderId(r.getObject("provider_id", UUID.class)), r.getString("region_code"), r.getLong("amount_fen"), r.getString("purpose"), r.getString("account_name"), r.getString("account_tail"),
        r.getObject("replaces_id", UUID.class), PaymentState.valueOf(r.getString("state")), r.getString("reason"), Statements.maybe(r, "settled_at"), Statements.maybe(r, "corrected_at"),
        r.getString("correction_reason"));
  }
}
