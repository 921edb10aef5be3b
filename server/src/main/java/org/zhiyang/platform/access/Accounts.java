package org.zhiyang.platform.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts table. */
@Component
class Accounts {
  static final int ATTEMPTS = 5;
  static final Duration LOCK = Duration.ofMinutes(15);

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What sign-in needs. {@code initialUntil} is set while the password is a one-time one. */
  record Credentials(UUID id, String username, String passwordHash, String role, boolean active, @Nullable Instant lockedUntil, @Nullable Instant initialUntil) {
    boolean isLocked() {
      return lockedUntil != null && lockedUntil.isAfter(Instant.now());
    }
  }

  Optional<Credentials> find(String username) {
    return credentials("lower(username) = lower(:value)", username);
  }

  Optional<Credentials> find(UUID account) {
    return credentials("id = :value", account);
  }

  private Optional<Credentials> credentials(String condition, Object value) {
    return jdbc.sql("select id, username, password_hash, role, active, locked_until, initial_password_until from access.account where " + condition).param("value", value)
        .query((r, n) -> new Credentials(r.getObject(1, UUID.class), r.getString(2), r.getString(3), r.getString(4), r.getBoolean(5), instant(r.getTimestamp(6)), instant(r.getTimestamp(7))))
        .optional();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
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

  void signedIn(UUID account) {
    jdbc.sql("update access.account set failed_attempts = 0, locked_until = null, last_sign_in_at = now() where id = :id").param("id", account).update();
  }

  UUID insert(NewAccount account, String passwordHash) {
    jdbc.sql("""
            insert into access.account (id, username, password_hash, display_name, role, region_code, organization_id, carer_id, member_id)
            values (:id, :username, :hash, :name, :role, :region, :organization, :carer, :member)""")
        .param("id", account.id()).param("username", account.username()).param("hash", passwordHash).param("name", account.displayName())
        .param("role", account.role()).param("region", account.regionCode()).param("organization", account.organizationId()).param("carer", account.carerId()).param("member", account.memberId()).update();
    account.elders().forEach((elder, relation) -> represent(account.id(), elder, relation));
    return account.id();
  }

  /** Returns 1, or 0 when it was so already. */
  int represent(UUID account, UUID elder, NewAccount.Relation relation) {
    return jdbc.sql("insert into access.account_elder (account_id, elder_id, relation) values (:account, :elder, :relation) on conflict do nothing")
        .param("account", account).param("elder", elder).param("relation", relation.name()).update();
  }

  /** The account of a family member, if there is one, speaks for exactly these elders from now on. */
  void entrust(UUID member, Set<UUID> elders) {
    var account = jdbc.sql("select id from access.account where member_id = :member for update").param("member", member).query(UUID.class).optional();
    if (account.isEmpty()) return;
    jdbc.sql("delete from access.account_elder where account_id = :account and relation = 'PROXY' and elder_id <> all (:elders)")
        .param("account", account.get()).param("elders", elders.toArray(UUID[]::new)).update();
    elders.forEach(elder -> represent(account.get(), elder, NewAccount.Relation.PROXY));
  }

  /** A password its holder chose: the one-time password and the lock are over. */
  void choosePassword(UUID account, String hash) {
    setPassword(account, hash, null);
  }

  /** A one-time password, good until the moment given. */
  void setOneTimePassword(UUID account, String hash, Instant until) {
    setPassword(account, hash, Timestamp.from(until));
  }

  private void setPassword(UUID account, String hash, @Nullable Timestamp initialUntil) {
    jdbc.sql("""
            update access.account set password_hash = :hash, initial_password_until = :until, password_changed_at = now(), failed_attempts = 0, locked_until = null, version = version + 1
            where id = :id""")
        .param("hash", hash).param("until", initialUntil).param("id", account).update();
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from access.account)").query(Boolean.class).single();
  }
}
