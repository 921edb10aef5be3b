package org.zhiyang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** Two transactions that wait for each other: the database ends one of them, and the person behind it never hears of it. */
@ZhiyangTest
class GaveWayTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void whatTheDatabaseEndedIsDoneAgainAndDoneOnce() throws Exception {
    var worker = api.as("village_worker");
    var elder = worker.get("/api/elders?size=1").body().path("items").path(0).path("id").asString();
    var earlier = UUID.randomUUID();
    assertThat(worker.put(path(elder), correction(worker, elder, "核对门牌"), earlier).status()).isEqualTo(200);
    var account = jdbc.sql("select account from web.idempotent_answer where key = :key").param("key", earlier).query(String.class).single();
    var correction = correction(worker, elder, "两人同时改，这一次让了路");
    var key = UUID.randomUUID();

    var sent = transaction.execute(other -> {
      other.setRollbackOnly();
      jdbc.sql("select id from elder.elder where id = :id for update").param("id", UUID.fromString(elder)).query(UUID.class).single();
      var request = CompletableFuture.supplyAsync(() -> worker.put(path(elder), correction, key));
      await().pollInterval(java.time.Duration.ofMillis(10)).pollInSameThread().until(this::somebodyWaitsForUs); // in this thread: it holds the transaction
      jdbc.sql("insert into web.idempotent_answer (key, account, method, path, digest, status, body, answered_at) values (:key, :account, 'PUT', '', ''::bytea, 0, ''::bytea, now())")
          .param("key", key).param("account", account).update(); // now each waits for the other; the request began first and notices first, after a second
      return request;
    });

    var answer = sent.get(30, TimeUnit.SECONDS);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().path("version").asLong()).isEqualTo(((Number) correction.get("version")).longValue() + 1);
    assertThat(worker.put(path(elder), correction, key).headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  private boolean somebodyWaitsForUs() {
    return jdbc.sql("select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))").query(Boolean.class).single();
  }

  private static String path(String elder) {
    return "/api/elders/" + elder;
  }

  private static Map<String, Object> correction(Api.Caller worker, String elder, String reason) {
    var now = worker.get(path(elder)).body();
    return Map.of("version", now.path("version").asLong(), "name", now.path("name").asString(), "regionCode", now.path("regionCode").asString(), "livingSituation",
        now.path("livingSituation").asString(), "economicStatus", now.path("economicStatus").asString(), "hukou", now.path("hukou").asString(), "disability", now.path("disability").asBoolean(),
        "familyPlanningSpecial", now.path("familyPlanningSpecial").asBoolean(), "reason", reason);
  }
}
