package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.Api.Answer;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** Urgent help (助急, M269), with the real cases, assessments and balances below it. */
@ZhiyangTest
class UrgentHelpTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private UUID provider;
  private UUID carer;

  @BeforeEach
  void aProviderThatIsThereDayAndNight() {
    provider = UUID.fromString(api.as("provider_dispatcher").get("/api/session").body().path("organizationId").asString());
    carer = UUID.fromString(api.as("carer").get("/api/session").body().path("carerId").asString());
    jdbc.sql("update facility.provider set visits_per_day = 1000, listing = 'NORMAL', services = (select array_agg(distinct s) from unnest(services || array['URGENT','COMFORT']) s) where id = :id").param("id", provider).update();
    jdbc.sql("update workforce.carer set skills = array['PERSONAL_CARE', 'BATHING', 'MEDICAL_ESCORT'] where id = :id").param("id", carer).update();
    jdbc.sql("delete from workforce.shift where carer_id = :id").param("id", carer).update();
    jdbc.sql("insert into workforce.shift (carer_id, weekday, starts_at, ends_at) select :id, d, '00:00', '23:59:59' from generate_series(1, 7) d").param("id", carer).update();
    jdbc.sql("delete from workforce.certificate where carer_id = :id").param("id", carer).update();
    jdbc.sql("insert into workforce.certificate (carer_id, level, number, from_on, last_day) values (:id, 4, 'T', '2020-01-01', '2099-01-01')").param("id", carer).update();
  }

  @Test
  void anElderWithoutAPlanGetsHelpAtOnceAndTheCaseSaysWhatWasPassedOver() {
    var elder = elderWithoutCase();

    var ordered = order(elder, Map.of("elderPays", true));

    assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(201);
    var careCase = caseOf(elder);
    assertThat(careCase.path("careCase").path("step").asString()).isEqualTo("MATCHED");
    assertThat(careCase.path("careCase").path("waivedNames").toString()).contains("能力评估", "资格认定", "计划确认").doesNotContain("需求登记");
    assertThat(careCase.path("transitions").toString()).contains("能力评估 · 助急先行，待补办", "在家摔倒起不来");
    assertThat(jdbc.sql("select urgency from intake.need where elder_id = :elder").param("elder", elder).query(String.class).single()).isEqualTo("URGENT");
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("items")).isNotEmpty());
  }

  @Test
  void aWaivedStepOpensTheWayForThisOrderOnly() {
    var elder = elderWithoutCase();
    order(elder, Map.of("elderPays", true));

    var ordinary = api.as("hotline_operator").post("/api/orders", Map.of("elderId", elder, "service", "COMFORT", "units", 1, "day", LocalDate.now(clock).plusDays(1).toString(), "windowFrom", "09:00",
        "windowTo", "10:00", "elderPays", true, "reason", "想有人陪聊"));
    var apart = api.as("hotline_operator").post("/api/orders", Map.of("elderId", elder, "service", "URGENT", "units", 1, "day", LocalDate.now(clock).plusDays(1).toString(), "windowFrom", "09:00",
        "windowTo", "10:00", "elderPays", true, "reason", "明天来看看"));

    assertThat(ordinary.problem()).isEqualTo("/problems/intake/step-missing");
    assertThat(ordinary.body().path("missing").toString()).contains("能力评估", "资格认定", "计划确认");
    assertThat(apart.body().path("errors").toString()).contains("service", "urgent");
  }

  @Test
  void urgentHelpIsOrderedOnceAndItsPriceIsAgreedBefore() {
    var elder = elderWithoutCase();

    var notAgreed = order(elder, Map.of());
    var first = order(elder, Map.of("elderPays", true));
    var second = order(elder, Map.of("elderPays", true));

    assertThat(notAgreed.problem()).isEqualTo("/problems/homecare/beyond-entitlement");
    assertThat(notAgreed.body().path("elderFen").asLong()).isEqualTo(6000);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.problem()).isEqualTo("/problems/homecare/urgent-in-work");
    assertThat(second.body().path("orderId").asString()).isEqualTo(first.body().path("id").asString());
  }

  @Test
  void anAskingInTheFutureOrLongAgoIsRefused() {
    var elder = elderWithoutCase();

    assertThat(order(elder, Map.of("elderPays", true, "requestedAt", now().plusMinutes(5).toString())).body().path("errors").toString()).contains("requestedAt", "future");
    assertThat(order(elder, Map.of("elderPays", true, "requestedAt", now().minusHours(25).toString())).body().path("errors").toString()).contains("requestedAt", "too-old");
    assertThat(jdbc.sql("select count(*) from intake.care_case where elder_id = :elder").param("elder", elder).query(Long.class).single()).isZero();
  }

  @Test
  void theWayFromAskingToArrivingIsMeasuredAgainstTheTarget() {
    var elder = elderWithoutCase();
    var id = order(elder, Map.of("elderPays", true, "wishedProviderId", provider, "requestedAt", now().minusMinutes(20).toString())).body().path("id").asString();
    var waiting = response(id);
    takeIt(id);
    var visit = jdbc.sql("select id from homecare.visit where order_id = :order").param("order", UUID.fromString(id)).query(UUID.class).single();

    checkIn(visit);

    assertThat(waiting.path("state").asString()).isEqualTo("WAITING");
    assertThat(waiting.path("targetMinutes").asInt()).isEqualTo(30);
    assertThat(response(id).path("state").asString()).isEqualTo("ON_TIME");
    assertThat(response(id).path("minutes").asInt()).isBetween(20, 25);
    assertThat(jdbc.sql("select step from intake.care_case where elder_id = :elder").param("elder", elder).query(String.class).single()).isEqualTo("DISPATCHED");
  }

  @Test
  void lateResponsesAreListedByProviderForWhoMaySeeThem() {
    var elder = elderWithoutCase();
    var id = order(elder, Map.of("elderPays", true, "wishedProviderId", provider)).body().path("id").asString();
    takeIt(id);
    backdate(id, 50);
    var overdue = response(id);
    var visit = jdbc.sql("select id from homecare.visit where order_id = :order").param("order", UUID.fromString(id)).query(UUID.class).single();
    checkIn(visit);

    var late = api.as("county_officer").get("/api/urgent-responses?late=true&provider=" + provider);
    var byProvider = api.as("county_officer").get("/api/urgent-responses/by-provider?provider=" + provider);
    var export = api.as("county_officer").text("/api/urgent-responses/export?late=true&provider=" + provider);

    assertThat(overdue.path("state").asString()).isEqualTo("OVERDUE");
    assertThat(late.body().path("items").valueStream().map(r -> r.path("id").asString())).contains(id);
    assertThat(byProvider.body().get(0).path("late").asInt()).isPositive();
    assertThat(byProvider.body().get(0).path("longestMinutes").asInt()).isGreaterThanOrEqualTo(50);
    assertThat(export).startsWith("\uFEFF工单号,求助时间").contains("超时到达", "在家摔倒起不来");
    assertThat(api.as("provider_dispatcher").get("/api/urgent-responses?late=true").body().path("items").valueStream().map(r -> r.path("id").asString())).contains(id);
    assertThat(api.as("provider_dispatcher_2").get("/api/urgent-responses").body().path("items").valueStream().map(r -> r.path("id").asString())).doesNotContain(id);
    assertThat(api.as("assessor").get("/api/urgent-responses").status()).isEqualTo(403);
  }

  @Test
  void aProviderAnswersForNoHelpThatWasCalledOffInTimeSinceTheElderWasAway() {
    var inTime = elderWithoutCase();
    var late = elderWithoutCase();
    var first = taken(inTime);
    var second = taken(late);
    backdate(second, 50);

    goesToHospital(inTime);
    goesToHospital(late);

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(response(first).path("state").asString()).isEqualTo("CANCELLED"));
    await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("select status from homecare.visit where order_id = :o").param("o", UUID.fromString(second)).query(String.class).single().equals("CANCELLED"));
    assertThat(response(second).path("state").asString()).as("too late before that").isEqualTo("OVERDUE");
  }

  private String taken(UUID elder) {
    var id = order(elder, Map.of("elderPays", true, "wishedProviderId", provider)).body().path("id").asString();
    takeIt(id);
    return id;
  }

  private void goesToHospital(UUID elder) {
    var officer = api.as("county_officer");
    var version = officer.get("/api/elders/" + elder).body().path("version").asLong();
    var away = officer.post("/api/elders/" + elder + "/status", Map.of("version", version, "status", "IN_HOSPITAL", "since", LocalDate.now(clock), "reason", "120 已送医院"));
    assertThat(away.status()).as(away.body().toString()).isEqualTo(200);
  }

  @Test
  void aProviderPutOnTheDefaultListAfterBeingAskedCannotTakeTheOrder() {
    var elder = elderWithoutCase();
    var id = order(elder, Map.of("elderPays", true, "wishedProviderId", provider)).body().path("id").asString();
    jdbc.sql("delete from homecare.offer where order_id = :order").param("order", UUID.fromString(id)).update();
    jdbc.sql("insert into homecare.offer (order_id, n, round, provider_id, status, offered_at, expires_at) values (:order, 1, 1, :provider, 'OPEN', now(), now() + interval '1 hour')").param("provider", provider)
        .param("order", UUID.fromString(id)).update();
    jdbc.sql("update homecare.service_order set status = 'OFFERED' where id = :order").param("order", UUID.fromString(id)).update();
    jdbc.sql("update facility.provider set listing = 'DEFAULTED' where id = :id").param("id", provider).update();

    var answer = api.as("provider_dispatcher").post("/api/orders/" + id + "/offers/1/answer", Map.of("accept", true));

    // The question may have been taken back already by the news of the listing; either way the order is not theirs.
    assertThat(answer.problem()).as(answer.body().toString()).isIn("/problems/homecare/provider-unfit", "/problems/homecare/offer-closed");
    jdbc.sql("update facility.provider set listing = 'NORMAL' where id = :id").param("id", provider).update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
  }

  private Answer order(UUID elder, Map<String, Object> more) {
    var body = new HashMap<String, Object>(Map.of("elderId", elder, "service", "URGENT", "reason", "在家摔倒起不来"));
    body.putAll(more);
    return api.as("county_officer").post("/api/urgent-orders", body);
  }

  private void takeIt(String order) {
    var assigned = api.as("county_officer").post("/api/orders/" + order + "/assignment", Map.of("providerId", provider, "reason", "就近指派", "despite", true));
    assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(200);
  }

  private void checkIn(UUID visit) {
    var sent = api.as("carer").post("/api/visits/" + visit + "/events", Map.of("events", List.of(Map.of("id", UUID.randomUUID(), "kind", "CHECK_IN", "deviceAt", now().toString(), "seq", 1, "method", "NO_POSITION"))));
    assertThat(sent.body().path("events").get(0).path("state").asString()).as(sent.body().toString()).isEqualTo("STORED");
  }

  private void backdate(String order, int minutes) {
    jdbc.sql("update homecare.service_order set requested_at = :at, respond_by = :at::timestamptz + interval '30 minutes' where id = :id").param("at", Timestamp.from(clock.instant().minus(Duration.ofMinutes(minutes))))
        .param("id", UUID.fromString(order)).update();
  }

  private JsonNode response(String order) {
    return api.as("county_officer").get("/api/urgent-responses?size=200").body().path("items").valueStream().filter(r -> r.path("id").asString().equals(order)).findFirst().orElseThrow();
  }

  private JsonNode caseOf(UUID elder) {
    var id = jdbc.sql("select id from intake.care_case where elder_id = :elder").param("elder", elder).query(UUID.class).single();
    return api.as("county_officer").get("/api/cases/" + id).body();
  }

  /** An elder of the officer's county with whom nothing has begun, who was never assessed, and to whom no other test granted anything. */
  private UUID elderWithoutCase() {
    var region = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    var elder = jdbc.sql("""
            select e.id from elder.elder e where e.status = 'LIVING' and e.region_code like :county
              and not exists (select from intake.care_case c where c.elder_id = e.id) and not exists (select from eligibility.entitlement g where g.elder_id = e.id) order by random() limit 1""").param("county", region.substring(0, 6) + "%").query(UUID.class).single();
    jdbc.sql("update elder.elder set ability_level = null, ability_valid_until = null where id = :id").param("id", elder).update();
    return elder;
  }
}
