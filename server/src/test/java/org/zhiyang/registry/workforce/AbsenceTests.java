package org.zhiyang.registry.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** A provider writes down who is away; the rota of those days shrinks. */
@ZhiyangTest
class AbsenceTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired WorkforceQueries workforce;

  private Api.Caller dispatcher;
  private CarerId carer;
  private LocalDate day;

  @BeforeEach
  void aCarerOnDutyAllDay() {
    dispatcher = api.as("provider_dispatcher");
    var provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    carer = new CarerId(jdbc.sql("select id from workforce.carer where provider_id = :p and active order by id desc limit 1").param("p", provider).query(UUID.class).single());
    day = LocalDate.now(clock).plusDays(300);
    jdbc.sql("delete from workforce.absence where carer_id = :c").param("c", carer.value()).update();
    jdbc.sql("delete from workforce.shift where carer_id = :c and weekday = :w").param("c", carer.value()).param("w", day.getDayOfWeek().getValue()).update();
    jdbc.sql("insert into workforce.shift (carer_id, weekday, starts_at, ends_at) values (:c, :w, '08:00', '17:00')").param("c", carer.value()).param("w", day.getDayOfWeek().getValue()).update();
  }

  @Test
  void theShiftsOfTheDayShrinkUntilTheAbsenceIsWithdrawn() {
    var absence = record("13:00", "20:00");

    assertThat(absence.status()).as(absence.body().toString()).isEqualTo(201);
    assertThat(onDuty()).isEqualTo("08:00-13:00");
    assertThat(workforce.findCarer(carer, day).orElseThrow().absent()).isTrue();
    assertThat(workforce.carersOf(new ProviderId(UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString())), day.plusDays(1))).noneMatch(Carer::absent);
    assertThat(dispatcher.get("/api/absences?from=" + day + "&to=" + day.plusDays(1)).body().get(0).path("reason").asString()).isEqualTo("ILLNESS");
    assertThat(dispatcher.post("/api/carers/" + carer + "/absences/" + absence.body().path("id").asString() + "/withdrawal", Map.of()).status()).isEqualTo(204);
    assertThat(onDuty()).isEqualTo("08:00-17:00");
    assertThat(dispatcher.get("/api/absences?from=" + day + "&to=" + day.plusDays(1)).body().size()).isZero();
  }

  @Test
  void nobodyIsAwayTwiceAtTheSameTime() {
    record("09:00", "12:00");

    assertThat(record("11:00", "13:00").problem()).isEqualTo("/problems/workforce/absence-overlaps");
    assertThat(record("12:00", "13:00").status()).isEqualTo(201);
    assertThat(onDuty()).isEqualTo("08:00-09:00,13:00-17:00");
  }

  @Test
  void aTimeThatCannotBeIsRefusedByItsField() {
    assertThat(record("12:00", "12:00").problem()).isEqualTo("/problems/web/invalid");
    assertThat(dispatcher.post("/api/carers/" + carer + "/absences", Map.of("from", "2020-01-01T08:00:00+08:00", "to", "2020-01-01T09:00:00+08:00", "reason", "LEAVE")).body().path("errors").get(0).path("code")
        .asString()).isEqualTo("past");
  }

  @Test
  void anAbsenceBeginsWithinAYearAndBeforeTheCarerLeaves() {
    var tooFar = dispatcher.post("/api/carers/" + carer + "/absences", Map.of("from", day.plusYears(1).plusDays(8) + "T08:00:00+08:00", "to", day.plusYears(1).plusDays(8) + "T09:00:00+08:00", "reason", "LEAVE"));
    assertThat(dispatcher.put("/api/carers/" + carer + "/leaving", Map.of("on", day)).status()).isEqualTo(204);
    var gone = record("08:00", "09:00");
    assertThat(dispatcher.delete("/api/carers/" + carer + "/leaving").status()).isEqualTo(204);

    assertThat(tooFar.body().path("errors").toString()).contains("from", "too-far");
    assertThat(gone.body().path("errors").toString()).contains("from", "after-leaving", day.toString());
    assertThat(record("08:00", "09:00").status()).isEqualTo(201);
  }

  @Test
  void theAbsencesOfOneCarerAreReadForMoreThanAYearThoseOfAllForTwoMonths() {
    var year = "/api/absences?from=" + day + "&to=" + day.plusDays(400);

    assertThat(dispatcher.get(year + "&carer=" + carer).status()).isEqualTo(200);
    assertThat(dispatcher.get(year).body().path("errors").get(0).path("code").asString()).isEqualTo("too-long");
    assertThat(dispatcher.get("/api/absences?from=" + day + "&to=" + day.plusDays(401) + "&carer=" + carer).status()).isEqualTo(400);
  }

  @Test
  void onlyTheirOwnProviderWritesDownWhoIsAway() {
    var other = api.as("provider_dispatcher_2");

    assertThat(other.post("/api/carers/" + carer + "/absences", body("09:00", "10:00")).status()).isEqualTo(404);
    assertThat(api.as("county_officer").post("/api/carers/" + carer + "/absences", body("09:00", "10:00")).status()).isEqualTo(403);
    assertThat(onDuty()).isEqualTo("08:00-17:00");
  }

  private Api.Answer record(String from, String to) {
    return dispatcher.post("/api/carers/" + carer + "/absences", body(from, to));
  }

  private Map<String, Object> body(String from, String to) {
    return Map.of("from", day + "T" + from + ":00+08:00", "to", day + "T" + to + ":00+08:00", "reason", "ILLNESS");
  }

  private String onDuty() {
    return String.join(",", workforce.findCarer(carer, day).orElseThrow().shifts().stream().map(s -> s.from() + "-" + s.to()).toList());
  }
}
