package org.zhiyang.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** A county's week planned for all its providers together. Every test has a week of its own, far enough ahead to be nobody else's. */
@ZhiyangTest
class DispatchWeekTests {
  private static int weeksTaken = 300;

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired org.zhiyang.service.dispatch.usecase.PlanningDays days;
  @Autowired List<RepeatedJob> repeated;

  private VisitsOfTests visits;
  private UUID provider;
  private LocalDate monday;
  private Api.Caller officer;
  private Api.Caller dispatcher;

  @BeforeEach
  void aWeekOfItsOwn() {
    visits = new VisitsOfTests(jdbc, api);
    officer = api.as("county_officer");
    dispatcher = api.as("provider_dispatcher");
    provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    jdbc.sql("update dispatch.week_run set state = 'FAILED', started_at = now(), ended_at = now(), fault = 'left by another test' where state in ('WAITING', 'RUNNING')").update();
    monday = LocalDate.now(clock).with(DayOfWeek.MONDAY).plusWeeks(++weeksTaken);
    visits.onlyTwoOnDuty(provider, monday);
    visits.onlyTwoOnDuty(provider, monday.plusDays(2));
  }

  @Test
  void aRunLeavesDraftsForTheDaysThatWouldChangeAndFiguresToCompare() {
    visits.cleaning(provider, monday, "09:00", "10:00");
    visits.cleaning(provider, monday, "09:00", "10:00");
    visits.cleaning(provider, monday.plusDays(2), "14:00", "15:00");

    var asked = officer.post("/api/dispatch/weeks", Map.of("from", monday));
    work();
    var done = officer.get("/api/dispatch/weeks/" + asked.body().path("id").asString()).body();

    assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
    assertThat(asked.body().path("state").asString()).isEqualTo("WAITING");
    assertThat(done.path("week").path("state").asString()).as(done.toString()).isEqualTo("DONE");
    assertThat(done.path("week").path("visits").asInt()).isEqualTo(3);
    assertThat(done.path("week").path("standing").path("unserved").asInt()).isEqualTo(3);
    assertThat(done.path("week").path("planned").path("unserved").asInt()).isZero();
    assertThat(done.path("week").path("score").path("unservedVisits").asInt()).isZero();
    assertThat(done.path("drafts").size()).isEqualTo(2);
    assertThat(dispatcher.get("/api/dispatch/plans?day=" + monday).body().get(0).path("weekRun").asString()).isEqualTo(asked.body().path("id").asString());
    assertThat(dispatcher.get("/api/dispatch/day?day=" + monday).body().path("open").size()).as("nobody is told before publication").isEqualTo(2);
  }

  @Test
  void aDraftOfTheWeekIsPublishedLikeAnyOther() {
    visits.cleaning(provider, monday, "09:00", "10:00");
    var asked = officer.post("/api/dispatch/weeks", Map.of("from", monday, "days", 3)).body().path("id").asString();
    work();

    var draft = officer.get("/api/dispatch/weeks/" + asked).body().path("drafts").get(0).path("plan").asString();

    assertThat(dispatcher.post("/api/dispatch/plans/" + draft + "/publication", Map.of()).status()).isEqualTo(200);
    assertThat(dispatcher.get("/api/dispatch/day?day=" + monday).body().path("open").size()).isZero();
    assertThat(officer.get("/api/dispatch/weeks/" + asked).body().path("drafts").get(0).path("status").asString()).isEqualTo("PUBLISHED");
  }

  @Test
  void whatSomebodyDidWhileTheWeekWasPlannedCounts() {
    var visit = visits.cleaning(provider, monday, "09:00", "10:00");
    officer.post("/api/dispatch/weeks", Map.of("from", monday, "days", 1));
    jdbc.sql("create or replace function dispatch.meanwhile() returns trigger language plpgsql as 'begin update dispatch.day set version = version + 1 where provider_id = ''" + provider
        + "'' and day = ''" + monday + "''; return new; end'").update();
    dispatcher.post("/api/dispatch/plans", Map.of("day", monday));
    jdbc.sql("create trigger meanwhile after update of visits on dispatch.week_run for each row execute function dispatch.meanwhile()").update();

    work();

    jdbc.sql("drop trigger meanwhile on dispatch.week_run").update();
    var run = officer.get("/api/dispatch/weeks").body().get(0);
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
    assertThat(run.path("overtaken").asInt()).isEqualTo(1);
    assertThat(run.path("drafts").asInt()).isZero();
    assertThat(visit).isNotNull();
  }

  @Test
  void aCountyIsPlannedOnceAtATime() {
    visits.cleaning(provider, monday, "09:00", "10:00");

    assertThat(officer.post("/api/dispatch/weeks", Map.of("from", monday)).status()).isEqualTo(201);
    assertThat(officer.post("/api/dispatch/weeks", Map.of("from", monday)).problem()).isEqualTo("/problems/dispatch/week-under-way");
  }

  @Test
  void aRunThatAStoppedServerLeftBehindIsTakenUpAgain() {
    visits.cleaning(provider, monday, "09:00", "10:00");
    var run = UUID.fromString(officer.post("/api/dispatch/weeks", Map.of("from", monday)).body().path("id").asString());
    jdbc.sql("update dispatch.week_run set state = 'RUNNING', started_at = now(), attempts = 1 where id = :id").param("id", run).update();

    work();

    assertThat(officer.get("/api/dispatch/weeks/" + run).body().path("week").path("state").asString()).isEqualTo("DONE");
  }

  @Test
  void theCountyDecidesForItselfOnly() {
    visits.cleaning(provider, monday, "09:00", "10:00");
    var own = officer.get("/api/session").body().path("regionCode").asString();
    var other = jdbc.sql("select code from region.region where level = 3 and code <> :own order by code limit 1").param("own", own).query(String.class).single();
    var run = officer.post("/api/dispatch/weeks", Map.of("from", monday)).body().path("id").asString();

    assertThat(officer.post("/api/dispatch/weeks", Map.of("from", monday, "region", other)).status()).isEqualTo(404);
    assertThat(dispatcher.post("/api/dispatch/weeks", Map.of("from", monday)).status()).isEqualTo(403);
    assertThat(dispatcher.get("/api/dispatch/weeks/" + run).status()).isEqualTo(404);
    assertThat(dispatcher.get("/api/dispatch/weeks").body().size()).isZero();
    assertThat(api.as("city_officer").get("/api/dispatch/weeks/" + run).status()).isEqualTo(200);
    assertThat(api.as("city_officer").post("/api/dispatch/weeks", Map.of("from", monday)).body().path("errors").get(0).path("field").asString()).isEqualTo("region");
    assertThat(officer.post("/api/dispatch/weeks", Map.of("from", LocalDate.now(clock).minusDays(1))).problem()).isEqualTo("/problems/dispatch/past-day");
    assertThat(officer.post("/api/dispatch/weeks", Map.of("from", monday.plusYears(3))).problem()).isEqualTo("/problems/dispatch/nothing-to-plan");
  }

  @Test
  void todayIsFrozenAndTomorrowFromTheHourOfTheProfileOn() {
    var now = java.time.LocalDateTime.now(clock);
    var region = officer.get("/api/session").body().path("regionCode").asString();

    assertThat(days.isFrozen(region, now.toLocalDate())).isTrue();
    assertThat(days.isFrozen(region, now.toLocalDate().plusDays(1))).isEqualTo(now.getHour() >= 18);
    assertThat(days.isFrozen(region, now.toLocalDate().plusDays(2))).isFalse();
  }

  @Test
  void twoMoreCarersAreComparedWithNoneAndNothingIsKept() {
    for (int n = 0; n < 4; n++) visits.cleaning(provider, monday, "09:00", "09:05");
    var place = jdbc.sql("select lng, lat from facility.provider where id = :p").param("p", provider).query((r, n) -> new double[] {r.getDouble(1), r.getDouble(2)}).single();
    var extra = new HashMap<String, Object>(Map.of("count", 2, "skills", List.of("BATHING"), "lng", place[0], "lat", place[1], "from", "08:00", "to", "17:00"));

    var answer = dispatcher.post("/api/dispatch/what-ifs", Map.of("from", monday, "extras", List.of(extra)));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("with").path("unserved").asInt()).isLessThan(answer.body().path("without").path("unserved").asInt());
    assertThat(dispatcher.get("/api/dispatch/plans?day=" + monday).body().size()).isZero();
    assertThat(dispatcher.get("/api/dispatch/day?day=" + monday).body().path("carers").toString()).doesNotContain("增加的护理员");
    extra.put("provider", UUID.randomUUID());
    assertThat(dispatcher.post("/api/dispatch/what-ifs", Map.of("from", monday, "extras", List.of(extra))).body().path("errors").get(0).path("code").asString()).isEqualTo("provider-unknown");
    assertThat(api.as("provider_dispatcher_2").post("/api/dispatch/what-ifs", Map.of("from", monday, "provider", provider, "extras", List.of(extra))).status()).isEqualTo(404);
  }

  @Test
  void aSkillNobodyKnowsAndALevelThatDoesNotExistAreNoQuestion() {
    visits.cleaning(provider, monday, "09:00", "09:05");
    var extra = new HashMap<String, Object>(Map.of("count", 2, "skills", List.of("BATHING", "FLYING"), "lng", 120.1, "lat", 30.9, "from", "08:00", "to", "17:00"));

    var skill = dispatcher.post("/api/dispatch/what-ifs", Map.of("from", monday, "extras", List.of(extra)));

    assertThat(skill.problem()).isEqualTo("/problems/web/invalid");
    assertThat(skill.body().path("errors").get(0).path("field").asString()).isEqualTo("extras.skills");
    assertThat(skill.body().path("errors").get(0).path("code").asString()).isEqualTo("skill-unknown");
    assertThat(skill.body().path("errors").get(0).path("params").path("skills").get(0).asString()).isEqualTo("FLYING");
    extra.put("skills", List.of("BATHING"));
    for (var level : Map.of(0, "min", 6, "max").entrySet()) {
      extra.put("certificateLevel", level.getKey());
      var refused = dispatcher.post("/api/dispatch/what-ifs", Map.of("from", monday, "extras", List.of(extra)));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("errors").get(0).path("field").asString()).isEqualTo("extras[0].certificateLevel");
      assertThat(refused.body().path("errors").get(0).path("code").asString()).isEqualTo(level.getValue());
    }
  }

  /** As 周排班 asks: for one of the providers of the county, over the coming week. */
  @Test
  void theCountyAsksForOneOfItsProvidersAndForNoOther() {
    for (int n = 0; n < 4; n++) visits.cleaning(provider, monday.plusDays(2), "09:00", "09:05");
    var extra = Map.<String, Object>of("count", 2, "skills", List.of("BATHING"), "lng", 120.1, "lat", 30.9, "from", "08:00", "to", "17:00");
    var own = officer.get("/api/session").body().path("regionCode").asString();
    var strange = jdbc.sql("select id from facility.provider where left(region_code, 6) <> :county order by id limit 1").param("county", own.substring(0, 6)).query(UUID.class).optional();

    var answer = officer.post("/api/dispatch/what-ifs", Map.of("provider", provider, "from", monday, "days", 7, "extras", List.of(extra)));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("without").path("visits").asInt()).isEqualTo(4);
    assertThat(answer.body().path("with").path("unserved").asInt()).isLessThan(answer.body().path("without").path("unserved").asInt());
    assertThat(strange).as("a provider of another county").isPresent();
    assertThat(officer.post("/api/dispatch/what-ifs", Map.of("provider", strange.get(), "from", monday, "days", 7, "extras", List.of(extra))).status()).isEqualTo(404);
    assertThat(api.as("carer").post("/api/dispatch/what-ifs", Map.of("provider", provider, "from", monday, "extras", List.of(extra))).status()).isEqualTo(403);
  }

  private void work() {
    repeated.stream().filter(job -> job.name().equals("dispatch.week-runs")).findFirst().orElseThrow().run();
  }
}
