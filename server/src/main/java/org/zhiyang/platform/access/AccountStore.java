package org.zhiyang.platform.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Belongings.Belonging;

/** What the administration writes: accounts are added, changed, closed and opened, never deleted. A closed account and one with a new one-time password lose their sessions. */
@Component
class AccountStore {
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Sessions sessions;

  AccountStore(JdbcClient jdbc, Accounts accounts, Sessions sessions) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  boolean isTaken(String username) {
    return jdbc.sql("select exists (select from access.account where lower(username) = lower(:name))").param("name", username).query(Boolean.class).single();
  }

  boolean hasAccount(Tie.Kind kind, UUID holder) {
    var sql = switch (kind) {
      case CARER -> "select exists (select from access.account where carer_id = :holder)";
      case PROXY -> "select exists (select from access.account where member_id = :holder)";
      case ELDER -> "select exists (select from access.account_elder where elder_id = :holder and relation = 'SELF')";
      case REGION, ORGANIZATION, ASSESSOR, NONE -> "select false and :holder::uuid is null";
    };
    return jdbc.sql(sql).param("holder", holder).query(Boolean.class).single();
  }

  Set<UUID> carersWithAccount(Collection<UUID> carers) {
    return new HashSet<>(jdbc.sql("select carer_id from access.account where carer_id = any(:carers)").param("carers", carers.toArray(UUID[]::new)).query(UUID.class).list());
  }

  String nextCarerUsername() {
    String name;
    do {
      name = "hl" + jdbc.sql("select nextval('access.carer_username')").query(Long.class).single();
    } while (isTaken(name));
    return name;
  }

  /** False if the name or the holder has an account meanwhile; the caller's transaction is then rolled back. */
  boolean insert(UUID id, String username, String displayName, String role, Belonging belonging, String passwordHash, Instant initialUntil) {
    var added = jdbc.sql("""
            insert into access.account (id, username, password_hash, display_name, role, region_code, organization_id, carer_id, member_id, initial_password_until)
            values (:id, :username, :hash, :name, :role, :region, :organization, :carer, :member, :until) on conflict do nothing""")
        .param("id", id).param("username", username).param("hash", passwordHash).param("name", displayName).param("role", role).param("region", belonging.regionCode())
        .param("organization", belonging.organizationId()).param("carer", belonging.carerId()).param("member", belonging.memberId()).param("until", Timestamp.from(initialUntil)).update();
    if (added == 0) return false;
    var represented = belonging.elders().entrySet().stream().mapToInt(e -> accounts.represent(id, e.getKey(), e.getValue())).sum();
    return represented == belonging.elders().size();
  }

  /** False if somebody changed it meanwhile. {@code belonging} null leaves it where it is. */
  boolean change(UUID id, long version, String displayName, @Nullable Belonging belonging) {
    var changed = jdbc.sql("update access.account set display_name = :name, version = version + 1 where id = :id and version = :version")
        .param("name", displayName).param("id", id).param("version", version).update();
    if (changed == 0) return false;
    if (belonging == null) return true;
    jdbc.sql("update access.account set region_code = :region, organization_id = :organization where id = :id")
        .param("region", belonging.regionCode()).param("organization", belonging.organizationId()).param("id", id).update();
    if (belonging.memberId() == null) return true;
    jdbc.sql("delete from access.account_elder where account_id = :id").param("id", id).update();
    belonging.elders().forEach((elder, relation) -> accounts.represent(id, elder, relation));
    return true;
  }

  void resetPassword(UUID id, String hash, Instant until) {
    accounts.setOneTimePassword(id, hash, until);
    sessions.closeAll(id);
  }

  /** True if the role has another open account; those stay as they are until the transaction ends, so that two administrators cannot close each other at once. */
  boolean lockOthersOfRole(String role, UUID but) {
    var open = jdbc.sql("select id from access.account where role = :role and active order by id for update").param("role", role).query(UUID.class).list();
    return open.stream().anyMatch(id -> !id.equals(but));
  }

  boolean close(UUID id, String reason) {
    var closed = jdbc.sql("update access.account set active = false, closed_reason = :reason, closed_at = now(), version = version + 1 where id = :id and active")
        .param("reason", reason).param("id", id).update() == 1;
    sessions.closeAll(id);
    return closed;
  }

  boolean open(UUID id) {
    return jdbc.sql("""
            update access.account set active = true, closed_reason = null, closed_at = null, failed_attempts = 0, locked_until = null, version = version + 1
            where id = :id and not active""")
        .param("id", id).update() == 1;
  }
}
