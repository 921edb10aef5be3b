package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.careplan.CarePlan;
import org.zhiyang.need.careplan.CarePlanAccepted;
import org.zhiyang.need.careplan.PlanId;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.Api.Answer;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** Who is who, and the steps of home care that its tests share. */
@ZhiyangTest
@Import(HomecareWorld.class)
abstract class HomecareSteps {
  @Autowired Api api;
  @Autowired HomecareWorld world;
  @Autowired HomecareCommands commands;
  @Autowired HomecareQueries queries;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @Autowired Map<String, DailyJob> jobs;

  UUID provider;
  UUID carer;
  UUID colleague;
  LocalDate today;

  @BeforeEach
  void whoIsWho() {
    provider = UUID.fromString(api.as("provider_dispatcher").get("/api/session").body().path("organizationId").asString());
    carer = UUID.fromString(api.as("carer").get("/api/session").body().path("carerId").asString());
    colleague = UUID.fromString(api.as("carer_2").get("/api/session").body().path("carerId").asString());
    today = LocalDate.now(clock);
    jdbc.sql("update workforce.carer set skills = array['PERSONAL_CARE', 'BATHING', 'MEDICAL_ESCORT'] where id in (:ids)").param("ids", List.of(carer, colleague)).update();
    jdbc.sql("update facility.provider set visits_per_day = 1000, listing = 'NORMAL', services = (select array_agg(distinct s) from unnest(services || array['BATHING','MEDICAL_ESCORT','PERSONAL_CARE','COMFORT','CLEANING']) s) where id = :id").param("id", provider).update();
    jdbc.sql("delete from workforce.shift where carer_id in (:ids)").param("ids", List.of(carer, colleague)).update();
    jdbc.sql("insert into workforce.shift (carer_id, weekday, starts_at, ends_at) select c, d, '00:00', '23:59' from unnest(:ids) c, generate_series(1, 7) d")
        .param("ids", new UUID[] {carer, colleague}).update();
    jdbc.sql("delete from workforce.certificate where carer_id in (:ids)").param("ids", List.of(carer, colleague)).update();
    jdbc.sql("insert into workforce.certificate (carer_id, level, number, from_on, last_day) select c, 4, 'T', '2020-01-01', '2030-01-01' from unnest(:ids) c").param("ids", new UUID[] {carer, colleague}).update();
  }

  String tasks(String role) {
    return api.as(role).get("/api/workbench").body().path("tasks").toString();
  }

  UUID elder() {
    var county = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    return jdbc.sql("""
            select e.id from elder.elder e join facility.provider p on p.id = :provider
            where e.region_code like :county and e.lng is not null and e.status = 'LIVING' and e.living_situation <> 'IN_CARE_HOME'
              and not exists (select from homecare.service_order o where o.elder_id = e.id) and not exists (select from access.account_elder a where a.elder_id = e.id)
            order by earth_distance(ll_to_earth(p.lat, p.lng), ll_to_earth(e.lat, e.lng)), e.id limit 1""")
        .param("provider", provider).param("county", county.substring(0, 6) + "%").query(UUID.class).single();
  }

  CarePlan plan(String service, int units, UUID wished) {
    var elder = elder();
    var item = new PlanItem(UUID.randomUUID(), service, Set.of(1, 2, 3, 4, 5, 6, 7), units, LocalTime.of(0, 0), LocalTime.of(23, 59), wished, null);
    var plan = new CarePlan(new PlanId(UUID.randomUUID()), new ElderId(elder), new CaseId(UUID.randomUUID()), today, null, List.of(item));
    world.plans.put(plan.id().value(), plan);
    tell(new CarePlanAccepted(plan.id(), plan.elder(), plan.careCase(), plan.from(), clock.instant()));
    return plan;
  }

  void tell(Object event) {
    transaction.executeWithoutResult(t -> events.publishEvent(event));
  }

  UUID orderOf(CarePlan plan, String status) {
    await().until(() -> jdbc.sql("select count(*) from homecare.service_order where plan_id = :plan").param("plan", plan.id().value()).query(Long.class).single() == 1);
    var order = jdbc.sql("select id from homecare.service_order where plan_id = :plan").param("plan", plan.id().value()).query(UUID.class).single();
    if (status != null) assertThat(status(order)).as(unmatched(order)).isEqualTo(status);
    return order;
  }

  String unmatched(UUID order) {
    return jdbc.sql("select coalesce(unmatched_reason, '') || candidates::text from homecare.service_order where id = :o").param("o", order).query(String.class).single();
  }

  String status(UUID order) {
    return jdbc.sql("select status from homecare.service_order where id = :o").param("o", order).query(String.class).single();
  }

  UUID accepted(CarePlan plan) {
    var order = orderOf(plan, "OFFERED");
    var answer = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", true));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return order;
  }

  UUID todaysVisit(UUID order) {
    return jdbc.sql("select id from homecare.visit where order_id = :o and day = :d and not replaced").param("o", order).param("d", java.sql.Date.valueOf(today)).query(UUID.class).single();
  }

  String findings(UUID visit) {
    return jdbc.sql("select findings::text from homecare.visit where id = :v").param("v", visit).query(String.class).single();
  }

  /** Today's visit of the order, assigned to the first carer at an hour nobody else of these tests uses. */
  UUID ready(UUID order) {
    var visit = todaysVisit(order);
    commands.assign(new VisitId(visit), List.of(new CarerId(carer)), freeHour(), false, Actor.PLATFORM);
    return visit;
  }

  /** The first hour of the day at which neither carer is anywhere; visits of earlier tests are put out of the way. */
  Instant freeHour() {
    jdbc.sql("update homecare.visit_carer set active = false where carer_id in (:c) and visit_id in (select id from homecare.visit where status not in ('PLANNED', 'ASSIGNED'))")
        .param("c", List.of(carer, colleague)).update();
    for (var hour = 0; hour < 24; hour++) {
      var at = today.atTime(hour, 0).atZone(clock.getZone()).toInstant();
      var taken = jdbc.sql("select exists (select from homecare.visit_carer where carer_id in (:c) and active and planned && tstzrange(:at::timestamptz, :at::timestamptz + interval '2 hours'))")
          .param("c", List.of(carer, colleague)).param("at", java.sql.Timestamp.from(at)).query(Boolean.class).single();
      if (!taken) return at;
    }
    throw new IllegalStateException("no free hour today");
  }

  /** As if the visit had been planned for two hours ago, so that what a phone recorded lies in the past. */
  void backdate(UUID visit) {
    var from = clock.instant().minusSeconds(7200);
    jdbc.sql("update homecare.visit_carer set active = false where carer_id = :c and visit_id <> :v").param("c", carer).param("v", visit).update();
    jdbc.sql("update homecare.visit set planned_from = :from, planned_to = :to where id = :v").param("from", java.sql.Timestamp.from(from)).param("to", java.sql.Timestamp.from(from.plusSeconds(3600)))
        .param("v", visit).update();
    jdbc.sql("update homecare.visit_carer set active = true, planned = tstzrange(:from::timestamptz, :to::timestamptz) where visit_id = :v").param("from", java.sql.Timestamp.from(from))
        .param("to", java.sql.Timestamp.from(from.plusSeconds(3600))).param("v", visit).update();
  }

  JsonNode mine(UUID visit) {
    return api.as("carer").get("/api/my/visits?from=" + today.minusDays(1) + "&to=" + today.plusDays(1)).body().path("visits").valueStream().filter(v -> v.path("id").asString().equals(visit.toString())).findFirst().orElseThrow();
  }

  Instant at(JsonNode visit) {
    return clock.instant().minusSeconds(7200);
  }

  static Map<String, Double> home(JsonNode visit) {
    return Map.of("lng", visit.path("elder").path("lng").asDouble(), "lat", visit.path("elder").path("lat").asDouble());
  }

  Map<String, Object> event(String kind, int seq, Instant at, Map<String, ?> more) {
    var event = new HashMap<String, Object>(more);
    event.put("id", UUID.randomUUID());
    event.put("kind", kind);
    event.put("seq", seq);
    event.put("deviceAt", OffsetDateTime.ofInstant(at, clock.getZone()).toString());
    return event;
  }

  Answer send(String who, UUID visit, Object... events) {
    var answer = api.as(who).post("/api/visits/" + visit + "/events", Map.of("events", List.of(events)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer;
  }

  static String state(Answer answer, int n) {
    return answer.body().path("events").get(n).path("state").asString();
  }

  static List<String> states(Answer answer) {
    return answer.body().path("events").valueStream().map(e -> e.path("state").asString()).toList();
  }

  /** As the platform runs its daily jobs: one that gave way to somebody else's change is run again. */
  void run(String job, LocalDate day) {
    for (var tries = 1; ; tries++) {
      try {
        transaction.executeWithoutResult(t -> jobs.get(job).runFor(day));
        return;
      } catch (PessimisticLockingFailureException gaveWay) {
        if (tries == 3) throw gaveWay;
      }
    }
  }

  void decideIfSampled(UUID visit) {
    if (queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow().status() == VisitStatus.NORMAL) commands.decide(new VisitId(visit), true, "回访属实", Actor.PLATFORM);
  }
}
