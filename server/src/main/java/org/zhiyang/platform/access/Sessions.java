package org.zhiyang.platform.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sessions of signed-in accounts, in system time. The browser holds a random token of 32 bytes, the database only its digest.
 *  A session ends after the role's idle minutes; the moment of last use is written at most once a minute. */
@Component
class Sessions {
  private static final Duration WRITE_SEEN_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Roles roles;
  private final SecureRandom random = new SecureRandom();

  Sessions(JdbcClient jdbc, Roles roles) {
    this.jdbc = jdbc;
    this.roles = roles;
  }

  /** @param mustChange the account still has its one-time password */
  record Live(Actor actor, Instant expiresAt, boolean mustChange) {}

  String open(UUID account, Role role) {
    var token = new byte[32];
    random.nextBytes(token);
    var now = Instant.now();
    jdbc.sql("insert into access.session (token_hash, account_id, started_at, seen_at, expires_at) values (:hash, :account, :now, :now, :expires)")
        .param("hash", hash(token)).param("account", account).param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(Duration.ofMinutes(role.idleMinutes())))).update();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  Optional<Live> find(String token) {
    var hash = hashOf(token);
    if (hash.isEmpty()) return Optional.empty();
    var now = Instant.now();
    var row = jdbc.sql("""
            select a.id, a.display_name, a.role, a.region_code, a.organization_id, a.carer_id, s.seen_at, s.expires_at, a.initial_password_until is not null as must_change,
                   (select array_agg(elder_id) from access.account_elder e where e.account_id = a.id) as elders
            from access.session s join access.account a on a.id = s.account_id
            where s.token_hash = :hash and s.expires_at > :now and a.active""")
        .param("hash", hash.get()).param("now", Timestamp.from(now))
        .query((r, n) -> {
          var elders = new HashSet<UUID>();
          var array = r.getArray("elders");
          if (array != null) elders.addAll(Arrays.asList((UUID[]) array.getArray()));
          var actor = new Actor(r.getObject("id", UUID.class), r.getString("display_name"), roles.get(r.getString("role")), r.getString("region_code"),
              r.getObject("organization_id", UUID.class), r.getObject("carer_id", UUID.class), elders);
          return new Seen(actor, r.getTimestamp("seen_at").toInstant(), r.getTimestamp("expires_at").toInstant(), r.getBoolean("must_change"));
        }).optional();
    return row.map(seen -> new Live(seen.actor, touch(hash.get(), seen, now), seen.mustChange));
  }

  private record Seen(Actor actor, Instant seenAt, Instant expiresAt, boolean mustChange) {}

  private Instant touch(byte[] hash, Seen seen, Instant now) {
    if (Duration.between(seen.seenAt, now).compareTo(WRITE_SEEN_EVERY) < 0) return seen.expiresAt;
    var expires = now.plus(Duration.ofMinutes(seen.actor.role().idleMinutes()));
    jdbc.sql("update access.session set seen_at = :now, expires_at = :expires where token_hash = :hash")
        .param("now", Timestamp.from(now)).param("expires", Timestamp.from(expires)).param("hash", hash).update();
    return expires;
  }

  void close(String token) {
    hashOf(token).ifPresent(hash -> jdbc.sql("delete from access.session where token_hash = :hash").param("hash", hash).update());
  }

  /** Ends every session of an account. */
  void closeAll(UUID account) {
    jdbc.sql("delete from access.session where account_id = :account").param("account", account).update();
  }

  /** Ends every session of an account but the one of this token. */
  void closeOthers(UUID account, String token) {
    jdbc.sql("delete from access.session where account_id = :account and token_hash <> :hash").param("account", account).param("hash", hashOf(token).orElseThrow()).update();
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void forgetExpired() {
    jdbc.sql("delete from access.session where expires_at < now() - interval '1 day'").update();
  }

  private static Optional<byte[]> hashOf(String token) {
    try {
      var bytes = Base64.getUrlDecoder().decode(token);
      return bytes.length == 32 ? Optional.of(hash(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] hash(byte[] token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
