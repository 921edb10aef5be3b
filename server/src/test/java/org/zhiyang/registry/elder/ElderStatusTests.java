package org.zhiyang.registry.elder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** Which day a change in an elder's life may have, and how a wrong one is put right. */
@ZhiyangTest
class ElderStatusTests {
  private static final AtomicInteger NTH = new AtomicInteger();
  private static final ExecutorService TOGETHER = Executors.newVirtualThreadPerTaskExecutor();

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private UUID elder;
  private LocalDate today;

  @BeforeEach
  void somebodyAtHomeWithAnEntitlementOfTheYear() {
    today = LocalDate.now(clock);
    elder = api.as("county_officer").get("/api/elders?status=LIVING&size=200").body().path("items").valueStream().map(one -> UUID.fromString(one.path("id").asString())).filter(this::isNew)
        .skip(20 + NTH.getAndIncrement()).findFirst().orElseThrow();
    jdbc.sql("update elder.elder set ability_level = 'SEVERE', ability_valid_until = :until where id = :id").param("until", today.plusDays(99)).param("id", elder).update();
  }

  /** No other test granted or ordered anything for them. */
  private boolean isNew(UUID one) {
    return jdbc.sql("select not exists (select from eligibility.entitlement where elder_id = :id) and not exists (select from homecare.service_order where elder_id = :id)").param("id", one).query(Boolean.class).single();
  }

  private Api.Answer becomes(String who, String status, LocalDate since) {
    return becomes(who, status, since, version(), true);
  }

  private Api.Answer becomes(String who, String status, LocalDate since, long version, boolean takeBack) {
    return api.as(who).post("/api/elders/" + elder + "/status", Map.of("version", version, "status", status, "since", since.toString(), "reason", "女儿来电", "takeBack", takeBack));
  }

  private long version() {
    return api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong();
  }

  private static JsonNode error(Api.Answer answer) {
    return answer.body().path("errors").path(0);
  }

  private UUID entitlement(LocalDate from, LocalDate to) {
    var id = UUID.randomUUID();
    jdbc.sql("""
            insert into eligibility.proposal (id, elder_id, region_code, status, conclusion, cause, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, benefits, facts, figures,
              ruling_id, computed_at, computed_by, decided_at, decided_by, decided_role)
            values (:id, :elder, '330502000000', 'CONFIRMED', 'GRANT', 'test', :from, :to, 600, 0, 0, '[]', '{}', '[]', :id, now(), :id, now(), :id, 'county_officer')""")
        .param("id", id).param("elder", elder).param("from", from).param("to", to, java.sql.Types.DATE).update();
    jdbc.sql("""
            insert into eligibility.entitlement (id, elder_id, region_code, from_on, to_on, minutes_per_month, voucher_cap_fen, voucher_rate_permille, ruling_id, proposal_id, granted_at, granted_by)
            values (:id, :elder, '330502000000', :from, :to, 600, 0, 0, :id, :id, now(), :id)""")
        .param("id", id).param("elder", elder).param("from", from).param("to", to, java.sql.Types.DATE).update();
    return id;
  }

  private boolean granted(UUID entitlement) {
    return jdbc.sql("select exists (select from eligibility.entitlement where id = :id)").param("id", entitlement).query(Boolean.class).single();
  }

  private LocalDate endOf(UUID entitlement) {
    return jdbc.sql("select to_on from eligibility.entitlement where id = :id").param("id", entitlement).query(LocalDate.class).optional().orElse(null);
  }

  @Test
  void refusesADayBeforeBirthInTheFutureOrBeforeTheStatusThatHeld() {
    var born = LocalDate.parse(api.as("county_officer").get("/api/elders/" + elder).body().path("birthOn").asString());

    assertThat(error(becomes("county_officer", "DECEASED", born.minusDays(1))).path("code").asString()).isEqualTo("before-birth");
    assertThat(error(becomes("county_officer", "DECEASED", born.minusDays(1))).path("params").path("day").asString()).isEqualTo(born.toString());
    assertThat(error(becomes("county_officer", "DECEASED", today.plusDays(1))).path("code").asString()).isEqualTo("in-the-future");
    assertThat(becomes("county_officer", "IN_HOSPITAL", today.minusDays(5)).status()).isEqualTo(200);
    assertThat(error(becomes("county_officer", "DECEASED", today.minusDays(6))).path("code").asString()).isEqualTo("before-status");
    assertThat(becomes("county_officer", "DECEASED", today.minusDays(5)).status()).isEqualTo(200);
  }

  @Test
  void refusesADeathBeforeTheLastVisitAPersonConfirmed() {
    confirmed(today.minusDays(3), UUID.randomUUID());
    confirmed(today.minusDays(1), new UUID(0, 0));

    var refused = becomes("county_officer", "DECEASED", today.minusDays(4));

    assertThat(error(refused).path("code").asString()).isEqualTo("before-last-visit");
    assertThat(error(refused).path("params").path("day").asString()).isEqualTo(today.minusDays(3).toString());
    assertThat(becomes("county_officer", "IN_HOSPITAL", today.minusDays(4)).status()).isEqualTo(200);
    assertThat(becomes("county_officer", "DECEASED", today.minusDays(3)).status()).isEqualTo(200);
  }

  private void confirmed(LocalDate day, UUID by) {
    var id = UUID.randomUUID();
    jdbc.sql("""
            insert into homecare.service_order (id, case_id, elder_id, region_code, service, weekdays, units, window_from, window_to, from_on, status, status_since, ordered_by, ordered_role, ordered_at)
            values (:id, :id, :elder, '330502000000', 'COMFORT', '{1}', 1, '08:00', '10:00', :day, 'ENDED', now(), :id, 'county_officer', now())""")
        .param("id", id).param("elder", elder).param("day", day).update();
    jdbc.sql("""
            insert into homecare.visit (id, order_id, case_id, elder_id, region_code, provider_id, service, service_name, unit, day, units, unit_minutes, timed, crew, window_from, window_to, status, status_since,
              before_start, at_check_out, decided_at, decided_by, evidence_digest, flags)
            values (:id, :id, :id, :elder, '330502000000', :id, 'COMFORT', '助安', '小时', :day, 1, 60, true, 1, '08:00', '10:00', 'CONFIRMED', now(), '[]', '[]', now(), :by, 'x', '{ELDER_ABSENT}')""")
        .param("id", id).param("elder", elder).param("day", day).param("by", by).update();
  }

  @Test
  void aWrongDateOfDeathIsCorrectedAndWhatWasGrantedFollowsBothWays() {
    var running = entitlement(today.minusDays(60), today.minusDays(20));
    var next = entitlement(today.minusDays(20), null);
    assertThat(becomes("county_officer", "IN_HOSPITAL", today.minusDays(50)).status()).isEqualTo(200);
    assertThat(becomes("county_officer", "DECEASED", today.minusDays(40)).status()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> today.minusDays(40).equals(endOf(running)));
    assertThat(granted(next)).as("begins after the death").isFalse();

    var later = becomes("county_officer", "DECEASED", today.minusDays(10));

    assertThat(later.status()).isEqualTo(200);
    assertThat(later.body().path("statusSince").asString()).isEqualTo(today.minusDays(10).toString());
    await().atMost(Duration.ofSeconds(20)).until(() -> today.minusDays(20).equals(endOf(running)) && today.minusDays(10).equals(endOf(next)));
    assertThat(periods()).containsExactly("IN_HOSPITAL " + today.minusDays(50) + " " + today.minusDays(10), "DECEASED " + today.minusDays(10) + " null");
    assertThat(becomes("county_officer", "DECEASED", today.minusDays(30)).status()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> today.minusDays(30).equals(endOf(running)) && !granted(next));
    assertThat(periods()).containsExactly("IN_HOSPITAL " + today.minusDays(50) + " " + today.minusDays(30), "DECEASED " + today.minusDays(30) + " null");
    assertThat(jdbc.sql("select what || ' ' || reason from elder.change where elder_id = :id").param("id", elder).query(String.class).list()).contains("status DECEASED corrected 女儿来电");
    assertThat(error(becomes("county_officer", "DECEASED", today.minusDays(50))).path("code").asString()).isEqualTo("before-status");
  }

  private List<String> periods() {
    return jdbc.sql("select status || ' ' || from_on || ' ' || coalesce(to_on::text, 'null') from elder.status_period where elder_id = :id order by from_on").param("id", elder).query(String.class).list();
  }

  @Test
  void aMistakenDeathIsTakenBackByTheCountyAndWhatWasGrantedHoldsAgain() {
    var running = entitlement(today.minusDays(60), null);
    assertThat(becomes("county_officer", "DECEASED", today.minusDays(4)).status()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> today.minusDays(4).equals(endOf(running)));

    assertThat(becomes("county_officer", "AWAY", today).problem()).isEqualTo("/problems/elder/not-served");
    assertThat(error(becomes("hotline_operator", "LIVING", today)).path("code").asString()).isEqualTo("county-only");
    var back = becomes("county_officer", "LIVING", today);

    assertThat(back.status()).as("%s", back.body()).isEqualTo(200);
    assertThat(back.body().path("status").asString()).isEqualTo("LIVING");
    assertThat(periods()).isEmpty();
    await().atMost(Duration.ofSeconds(20)).until(() -> endOf(running) == null && granted(running));
    assertThat(jdbc.sql("select what from elder.change where elder_id = :id").param("id", elder).query(String.class).list()).contains("status DECEASED taken back");
  }

  @Test
  void aPageThatWasOpenedBeforeADeathDoesNotUndoItAndNobodyComesToLifeUnlessAskedForAsSuch() {
    becomes("county_officer", "IN_HOSPITAL", today.minusDays(3));
    var read = version();
    assertThat(becomes("county_officer", "DECEASED", today.minusDays(1)).status()).isEqualTo(200);

    var home = becomes("county_officer", "LIVING", today, read, false);
    var stillHome = becomes("county_officer", "LIVING", today, version(), false);

    assertThat(home.problem()).isEqualTo("/problems/web/stale");
    assertThat(home.body().path("currentVersion").asLong()).isEqualTo(version());
    assertThat(home.body().path("changedBy").asString()).endsWith("（县区民政）");
    assertThat(stillHome.problem()).isEqualTo("/problems/elder/not-served");
    assertThat(api.as("county_officer").get("/api/elders/" + elder).body().path("status").asString()).isEqualTo("DECEASED");
  }

  @Test
  void ofThoseWhoRecordTheSameAtOnceOneDoesAndTheOthersAreTold() {
    var read = version();

    var answers = IntStream.range(0, 4).mapToObj(n -> CompletableFuture.supplyAsync(() -> becomes("county_officer", "AWAY", today, read, false), TOGETHER)).toList();

    assertThat(answers.stream().map(CompletableFuture::join).map(one -> one.status() == 200 ? "200" : one.problem()).sorted())
        .containsExactly("/problems/web/stale", "/problems/web/stale", "/problems/web/stale", "200");
    assertThat(periods()).containsExactly("AWAY " + today + " null");
  }
}
