package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.service.dispatch.VisitsOfTests;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** An elder says whom to send and whom not. */
@ZhiyangTest
class CarerWishTests {
  private static int weeksTaken = 700;

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private LocalDate day;
  private UUID elder;
  private UUID carer;
  private Api.Caller officer;

  @BeforeEach
  void aVisitToCome() {
    var visits = new VisitsOfTests(jdbc, api);
    var dispatcher = api.as("provider_dispatcher");
    officer = api.as("county_officer");
    var provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    day = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).plusWeeks(++weeksTaken);
    carer = visits.onlyTwoOnDuty(provider, day).getFirst();
    var visit = visits.cleaning(provider, day, "09:00", "10:00");
    elder = jdbc.sql("select elder_id from homecare.visit where id = :v").param("v", visit).query(UUID.class).single();
    var given = dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(carer), "from", day + "T09:00:00+08:00"));
    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    jdbc.sql("insert into elder.viewer (elder_id, party_id, reason, until_on) values (:e, :p, '接单', :day) on conflict do nothing").param("e", elder).param("p", provider).param("day", day).update(); // as taking the order does
  }

  @Test
  void aWishIsWrittenDownChangedAndTakenBackAndItsStoryIsKept() {
    assertThat(known(officer).path("wish").isNull() || known(officer).path("wish").isMissingNode()).isTrue();

    assertThat(say("WANTED", "ELDER", null).status()).isEqualTo(200);
    assertThat(known(officer).path("wish").path("kind").asString()).isEqualTo("WANTED");
    assertThat(say("REFUSED", "FAMILY", "常常迟到").status()).isEqualTo(200);
    assertThat(say("REFUSED", "FAMILY", "常常迟到").status()).isEqualTo(200);
    assertThat(known(officer).path("wish").path("kind").asString()).isEqualTo("REFUSED");
    assertThat(known(officer).path("wish").path("saidBy").asString()).isEqualTo("FAMILY");
    assertThat(officer.delete(path()).status()).isEqualTo(200);
    assertThat(officer.delete(path()).status()).isEqualTo(200);

    assertThat(known(officer).path("wish").isNull() || known(officer).path("wish").isMissingNode()).isTrue();
    assertThat(jdbc.sql("select kind from homecare.carer_wish where elder_id = :e and ended_at is not null order by said_at").param("e", elder).query(String.class).list()).containsExactly("WANTED", "REFUSED");
  }

  @Test
  void staffSayWhoSaidItAndARefusalSaysWhy() {
    assertThat(say("REFUSED", null, "说话太急").body().toString()).contains("saidBy");
    assertThat(say("REFUSED", "ELDER", " ").body().toString()).contains("reason");
    assertThat(say(null, "ELDER", "说话太急").status()).isEqualTo(400);
    assertThat(say("REFUSED", "ELDER", "长".repeat(201)).status()).isEqualTo(400);
    assertThat(jdbc.sql("select count(*) from homecare.carer_wish where elder_id = :e").param("e", elder).query(Integer.class).single()).isZero();
  }

  @Test
  void aRefusedCarerWhoIsStillSentStandsOnTheDispatchersWorkbench() {
    var before = workbench();
    say("REFUSED", "ELDER", "说话太急");
    var meanwhile = workbench();
    officer.delete(path());

    assertThat(before).doesNotContain("refused:" + day);
    assertThat(meanwhile).contains("refused:" + day, "派的是老人不要的护理员", day + "，1 单");
    assertThat(workbench()).doesNotContain("refused:" + day);
  }

  private String workbench() {
    return api.as("provider_dispatcher").get("/api/workbench").body().toString();
  }

  @Test
  void onlyCarersTheElderKnowsCanBeNamed() {
    var stranger = officer.put("/api/elders/" + elder + "/carer-wishes/" + UUID.randomUUID(), Map.of("kind", "REFUSED", "saidBy", "ELDER", "reason", "不认识"));

    assertThat(stranger.status()).isEqualTo(404);
  }

  @Test
  void anotherProviderACarerAndAStrangersFamilyKnowNothingOfIt() {
    say("REFUSED", "ELDER", "说话太急");

    assertThat(known(api.as("provider_dispatcher")).path("wish").path("kind").asString()).as("the carer's own provider").isEqualTo("REFUSED");
    assertThat(api.as("provider_dispatcher_2").get("/api/elders/" + elder + "/carer-wishes").status()).isEqualTo(404);
    assertThat(api.as("carer").get("/api/elders/" + elder + "/carer-wishes").status()).isEqualTo(403);
    assertThat(api.as("family").get("/api/elders/" + elder + "/carer-wishes").status()).isEqualTo(404);
  }

  private JsonNode known(Api.Caller who) {
    var answer = who.get("/api/elders/" + elder + "/carer-wishes");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("carers").valueStream().filter(one -> one.path("carer").path("id").asString().equals(carer.toString())).findFirst().orElseThrow();
  }

  private Api.Answer say(@Nullable String kind, @Nullable String saidBy, @Nullable String reason) {
    var body = new HashMap<String, Object>();
    body.put("kind", kind);
    body.put("saidBy", saidBy);
    body.put("reason", reason);
    return officer.put(path(), body);
  }

  private String path() {
    return "/api/elders/" + elder + "/carer-wishes/" + carer;
  }
}
