package org.zhiyang.registry.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** A carer leaves on a day: the rota ends there; it may be taken back until a week after. */
@ZhiyangTest
class LeavingTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired WorkforceQueries workforce;

  private Api.Caller dispatcher;
  private ProviderId provider;
  private CarerId carer;
  private LocalDate today;

  @BeforeEach
  void aCarerOnDutyEveryDay() {
    dispatcher = api.as("provider_dispatcher");
    provider = new ProviderId(UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString()));
    carer = new CarerId(jdbc.sql("select id from workforce.carer where provider_id = :p and active order by id desc limit 1").param("p", provider.value()).query(UUID.class).single());
    today = LocalDate.now(clock);
    jdbc.sql("delete from workforce.absence where carer_id = :c").param("c", carer.value()).update();
    jdbc.sql("delete from workforce.shift where carer_id = :c").param("c", carer.value()).update();
    jdbc.sql("insert into workforce.shift (carer_id, weekday, starts_at, ends_at) select :c, d, '08:00', '17:00' from generate_series(1, 7) d").param("c", carer.value()).update();
  }

  @AfterEach
  void isBack() {
    jdbc.sql("update workforce.carer set left_on = null, leaving_at = null, leaving_by = null where id = :c").param("c", carer.value()).update();
  }

  @Test
  void theRotaEndsOnThatDayAndTheListSaysWhen() {
    var left = leave(today.plusDays(5));
    var again = leave(today.plusDays(5));

    assertThat(left.status()).as(left.body().toString()).isEqualTo(204);
    assertThat(again.status()).isEqualTo(204);
    assertThat(onDuty(today.plusDays(4))).isTrue();
    assertThat(onDuty(today.plusDays(5))).isFalse();
    assertThat(workforce.findCarer(carer, today.plusDays(4))).isPresent();
    assertThat(workforce.findCarer(carer, today.plusDays(5))).isEmpty();
    assertThat(workforce.carersOf(provider, today.plusDays(5))).as("visits may still be theirs").anyMatch(c -> c.id().equals(carer) && c.absent());
    assertThat(workforce.carersOf(provider, today.plusDays(50))).noneMatch(c -> c.id().equals(carer));
    assertThat(row().path("leavesOn").asString()).isEqualTo(today.plusDays(5).toString());
  }

  @Test
  void itIsTakenBackOnTheDayItselfAndAWeekAfterButNotLater() {
    for (var day : new LocalDate[] {today, today.minusDays(7)}) {
      leftOn(day);
      assertThat(onDuty(today)).isFalse();
      assertThat(dispatcher.get("/api/carers?size=200&left=true").body().path("items").valueStream().map(r -> r.path("id").asString())).contains(carer.toString());
      assertThat(leave(today.plusDays(3)).body().path("revocable").asBoolean()).isTrue();

      assertThat(dispatcher.delete("/api/carers/" + carer + "/leaving").status()).isEqualTo(204);
      assertThat(onDuty(today)).isTrue();
      assertThat(row().path("leavesOn").isMissingNode() || row().path("leavesOn").isNull()).isTrue();
    }
    leftOn(today.minusDays(8));
    var refused = dispatcher.delete("/api/carers/" + carer + "/leaving");

    assertThat(refused.problem()).isEqualTo("/problems/workforce/already-left");
    assertThat(refused.body().path("until").asString()).isEqualTo(today.minusDays(1).toString());
    assertThat(refused.body().path("revocable").asBoolean(true)).isFalse();
    assertThat(dispatcher.get("/api/carers?size=200&left=true").body().path("items").valueStream().map(r -> r.path("id").asString())).doesNotContain(carer.toString());
  }

  private void leftOn(LocalDate day) {
    jdbc.sql("update workforce.carer set left_on = :d, leaving_at = now(), leaving_by = :by where id = :id").param("d", java.sql.Date.valueOf(day)).param("by", UUID.randomUUID()).param("id", carer.value()).update();
  }

  @Test
  void theVisitsAheadAreCountedAlsoOfWhoHasLeft() {
    leftOn(today);

    var ahead = dispatcher.get("/api/carers/" + carer + "/visits-ahead");

    assertThat(ahead.status()).isEqualTo(200);
    assertThat(ahead.body().path("leavesOn").asString()).isEqualTo(today.toString());
    assertThat(api.as("provider_dispatcher_2").get("/api/carers/" + carer + "/visits-ahead").status()).isEqualTo(404);
  }

  @Test
  void aDayMoreThanAYearAheadIsRefused() {
    assertThat(leave(today.plusYears(1).plusDays(1)).body().path("errors").get(0).path("code").asString()).isEqualTo("too-far");
    assertThat(leave(today.plusYears(1)).status()).isEqualTo(204);
  }

  @Test
  void aColleaguesDayIsTakenBackBeforeAnotherIsWrittenDown() {
    leave(today.plusDays(5));

    var other = leave(today.plusDays(9));

    assertThat(other.problem()).isEqualTo("/problems/workforce/other-day-stands");
    assertThat(other.body().path("on").asString()).isEqualTo(today.plusDays(5).toString());
    assertThat(row().path("leavesOn").asString()).isEqualTo(today.plusDays(5).toString());
  }

  @Test
  void aDayThatHasComeIsNotChanged() {
    leave(today.plusDays(5));

    assertThat(dispatcher.delete("/api/carers/" + carer + "/leaving").status()).isEqualTo(204);
    assertThat(onDuty(today.plusDays(5))).isTrue();
    assertThat(dispatcher.delete("/api/carers/" + carer + "/leaving").status()).as("twice is once").isEqualTo(204);
    assertThat(leave(today.minusDays(1)).body().path("errors").get(0).path("code").asString()).isEqualTo("past");
    assertThat(leave(today).status()).isEqualTo(204);
    assertThat(leave(today.plusDays(3)).problem()).isEqualTo("/problems/workforce/already-left");
    assertThat(row().isMissingNode()).as("who has left stands in the list no more").isTrue();
  }

  @Test
  void onlyTheirOwnProviderWritesItDown() {
    assertThat(api.as("provider_dispatcher_2").put("/api/carers/" + carer + "/leaving", Map.of("on", today.plusDays(5))).status()).isEqualTo(404);
    assertThat(api.as("provider_dispatcher_2").get("/api/carers/" + carer + "/visits-ahead").status()).isEqualTo(404);
    assertThat(api.as("county_officer").put("/api/carers/" + carer + "/leaving", Map.of("on", today.plusDays(5))).status()).isEqualTo(403);
    assertThat(onDuty(today.plusDays(5))).isTrue();
  }

  private Api.Answer leave(LocalDate on) {
    return dispatcher.put("/api/carers/" + carer + "/leaving", Map.of("on", on));
  }

  private boolean onDuty(LocalDate day) {
    return workforce.carersOf(provider, day).stream().anyMatch(c -> c.id().equals(carer) && !c.shifts().isEmpty());
  }

  private tools.jackson.databind.JsonNode row() {
    return dispatcher.get("/api/carers?size=200").body().path("items").valueStream().filter(r -> r.path("id").asString().equals(carer.toString())).findFirst()
        .orElse(tools.jackson.databind.node.MissingNode.getInstance());
  }
}
