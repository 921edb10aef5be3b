package org.zhiyang.platform.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** The accounts table. */
@Component
class Accounts {
  static final int ATTEMPTS = 5;
  static final Duration LOCK = Duration.ofMinutes(15);

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Credentials(UUID id, String passwordHash, String role, int failedAttempts, @Nullable Instant lockedUntil) {}

  /** CLOSED accounts cannot sign in, LOCKED ones not until {@code lockedUntil}. */
  enum Status { ACTIVE, LOCKED, CLOSED }

  record Row(UUID id, String username, String displayName, String role, @Nullable String regionCode, @Nullable UUID organizationId, Status status,
      @Nullable OffsetDateTime lockedUntil, @Nullable OffsetDateTime lastSignInAt) {}

  Optional<Credentials> findActive(String username) {
    return jdbc.sql("select id, password_hash, role, failed_attempts, locked_until from access.account where lower(username) = lower(:username) and active")
        .param("username", username)
        .query((r, n) -> new Credentials(r.getObject(1, UUID.class), r.getString(2), r.getString(3), r.getInt(4),
            r.getTimestamp(5) == null ? null : r.getTimestamp(5).toInstant())).optional();
  }

  /** Counts a wrong password; the {@value #ATTEMPTS}th in a row locks the account for a quarter of an hour. Returns the attempts left. */
  int countFailure(UUID account) {
    var failed = jdbc.sql("update access.account set failed_attempts = failed_attempts + 1 where id = :id returning failed_attempts").param("id", account).query(Integer.class).single();
    if (failed >= ATTEMPTS) {
      jdbc.sql("update access.account set locked_until = :until, failed_attempts = 0 where id = :id")
          .param("until", Timestamp.from(Instant.now().plus(LOCK))).param("id", account).update();
    }
    return Math.max(0, ATTEMPTS - failed);
  }

  void clearFailures(UUID account) {
    jdbc.sql("update access.account set failed_attempts = 0, locked_until = null where id = :id and (failed_attempts > 0 or locked_until is not null)").param("id", account).update();
  }

  UUID insert(NewAccount account, String passwordHash) {
    jdbc.sql("""
            insert into access.account (id, username, password_hash, display_name, role, region_code, organization_id, carer_id)
            values (:id, :username, :hash, :name, :role, :region, :organization, :carer)""")
        .param("id", account.id()).param("username", account.username()).param("hash", passwordHash).param("name", account.displayName())
        .param("role", account.role()).param("region", account.regionCode()).param("organization", account.organizationId()).param("carer", account.carerId()).update();
    account.elders().forEach((elder, relation) -> represent(account.id(), elder, relation));
    return account.id();
  }

  void represent(UUID account, UUID elder, NewAccount.Relation relation) {
    jdbc.sql("insert into access.account_elder (account_id, elder_id, relation) values (:account, :elder, :relation) on conflict do nothing")
        .param("account", account).param("elder", elder).param("relation", relation.name()).update();
  }

  Page<Row> list(PageQuery query, @Nullable String q, @Nullable String role, @Nullable String region) {
    var params = new java.util.HashMap<String, Object>();
    var where = "true";
    if (q != null && !q.isBlank()) {
      where += " and (username ilike :q or display_name like :q)";
      params.put("q", "%" + q.strip() + "%");
    }
    if (role != null && !role.isBlank()) {
      where += " and role = :role";
      params.put("role", role);
    }
    if (region != null && !region.isBlank()) {
      var below = Scope.Region.below(region);
      where += " and region_code >= :from and region_code < :to";
      params.put("from", below.from());
      params.put("to", below.to());
    }
    var total = jdbc.sql("select count(*) from access.account where " + where).params(params).query(Long.class).single();
    var order = query.orderBy(Map.of("username", "username", "displayName", "display_name", "role", "role", "lastSignInAt", "last_sign_in"), "role, username", "a.id");
    var rows = jdbc.sql("""
            select a.id, username, display_name, role, region_code, organization_id, active, locked_until,
                   (select max(started_at) from access.session s where s.account_id = a.id) as last_sign_in
            from access.account a where\s""" + where + " order by " + order + " limit :limit offset :offset")
        .params(params).param("limit", query.limit()).param("offset", query.offset())
        .query((r, n) -> new Row(r.getObject(1, UUID.class), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getObject(6, UUID.class),
            status(r.getBoolean(7), r.getObject(8, OffsetDateTime.class)), r.getObject(8, OffsetDateTime.class), r.getObject(9, OffsetDateTime.class))).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now());
  }

  private static Status status(boolean active, @Nullable OffsetDateTime lockedUntil) {
    if (!active) return Status.CLOSED;
    return lockedUntil != null && lockedUntil.isAfter(OffsetDateTime.now()) ? Status.LOCKED : Status.ACTIVE;
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from access.account)").query(Boolean.class).single();
  }
}
