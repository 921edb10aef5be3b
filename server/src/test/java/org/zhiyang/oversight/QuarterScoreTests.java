package org.zhiyang.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** A quarter's score from its final months (M259). */
@ZhiyangTest
class QuarterScoreTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired List<DailyJob> jobs;
  @Autowired TransactionTemplate transaction;

  @Test
  void aQuarterIsScoredOnceAllItsMonthsAreFinalAndAnewWhenOneFollows() {
    var provider = UUID.fromString(api.as("provider_dispatcher").get("/api/session").body().path("organizationId").asString());
    score(provider, "2026-01-01", "FINAL", "90.00");
    var second = score(provider, "2026-02-01", "PUBLISHED", "80.00");

    run(LocalDate.of(2026, 4, 20));
    var before = of("2026-Q1");
    makeFinal(second);
    run(LocalDate.of(2026, 4, 21));
    run(LocalDate.of(2026, 4, 22));
    var scored = of("2026-Q1");
    makeFinal(score(provider, "2026-03-01", "PUBLISHED", "55.00"));
    run(LocalDate.of(2026, 5, 2));
    var anew = of("2026-Q1");

    assertThat(before.path("total").asInt()).isZero();
    assertThat(scored.path("items").get(0).path("points").decimalValue()).isEqualByComparingTo("85");
    assertThat(scored.path("items").get(0).path("revision").asInt()).isEqualTo(1);
    assertThat(anew.path("items").get(0).path("points").decimalValue()).isEqualByComparingTo("75");
    assertThat(anew.path("items").get(0).path("revision").asInt()).isEqualTo(2);
    assertThat(anew.path("items").get(0).path("explanation").asString()).contains("2026-03：55.00 分，权重 1。", "75.00 分");
    assertThat(api.as("provider_dispatcher").text("/api/provider-quarter-scores/export?quarter=2026-Q1")).contains("2026-Q1", "75.00", "合格");
    assertThat(api.as("provider_dispatcher_2").get("/api/provider-quarter-scores?quarter=2026-Q1").body().path("total").asInt()).isZero();
    assertThat(api.as("village_worker").get("/api/provider-quarter-scores").status()).isEqualTo(403);
    assertThat(api.as("county_officer").get("/api/provider-quarter-scores?quarter=2026-5").problem()).isEqualTo("/problems/web/invalid");
  }

  private tools.jackson.databind.JsonNode of(String quarter) {
    return api.as("provider_dispatcher").get("/api/provider-quarter-scores?quarter=" + quarter).body();
  }

  private void run(LocalDate day) {
    var job = jobs.stream().filter(j -> j.name().equals("rating.score-quarters")).findFirst().orElseThrow();
    transaction.executeWithoutResult(t -> job.runFor(day));
  }

  private UUID score(UUID provider, String month, String status, String points) {
    var id = UUID.randomUUID();
    jdbc.sql("""
            insert into rating.score (id, provider_id, region_code, month, status, computed_at, published_on, objection_until, public_until, points, passed, ruling_id, final_on)
            select :id, :provider, p.region_code, :month::date, :status, now(), :month, :month, :month, :points::numeric, true, :id, case when :status = 'FINAL' then :month::date end
            from facility.provider p where p.id = :provider""")
        .param("id", id).param("provider", provider).param("month", LocalDate.parse(month)).param("status", status).param("points", points).update();
    return id;
  }

  private void makeFinal(UUID score) {
    jdbc.sql("update rating.score set status = 'FINAL', final_on = published_on where id = :id").param("id", score).update();
  }
}
