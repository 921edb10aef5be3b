package org.zhiyang.platform.web;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The answers already given, by key and account. Kept for {@value #KEEP_DAYS} days. */
class IdempotentAnswers {
  static final int KEEP_DAYS = 14;

  private final JdbcClient jdbc;

  IdempotentAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Call(UUID key, String account, String method, String path, byte[] digest) {}

  record Answer(String method, String path, byte[] digest, int status, @Nullable String contentType, byte[] body) {
    boolean matches(Call call) {
      return method.equals(call.method) && path.equals(call.path) && Arrays.equals(digest, call.digest);
    }
  }

  /** Takes the key for this transaction; null if it is new. Waits while another transaction works under the same key. */
  @Nullable Answer claim(Call call) {
    var mine = jdbc.sql("""
            insert into web.idempotent_answer (key, account, method, path, digest, status, body, answered_at)
            values (:key, :account, :method, :path, :digest, 0, ''::bytea, now()) on conflict do nothing""")
        .param("key", call.key).param("account", call.account).param("method", call.method).param("path", call.path).param("digest", call.digest).update();
    if (mine == 1) return null;
    return jdbc.sql("select method, path, digest, status, content_type, body from web.idempotent_answer where account = :account and key = :key")
        .param("account", call.account).param("key", call.key)
        .query((row, n) -> new Answer(row.getString(1), row.getString(2), row.getBytes(3), row.getInt(4), row.getString(5), row.getBytes(6))).single();
  }

  void remember(Call call, int status, @Nullable String contentType, byte[] body) {
    jdbc.sql("update web.idempotent_answer set status = :status, content_type = :type, body = :body where account = :account and key = :key")
        .param("status", status).param("type", contentType).param("body", body).param("account", call.account).param("key", call.key).update();
  }

  /** On every server; harmless when several do it. */
  @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void forgetOld() {
    jdbc.sql("delete from web.idempotent_answer where answered_at < now() - make_interval(days => :days)").param("days", KEEP_DAYS).update();
  }
}
