package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.careplan.CarePlan;
import org.zhiyang.need.careplan.CarePlanAccepted;
import org.zhiyang.need.careplan.CarePlanEnded;
import org.zhiyang.need.careplan.PlanId;
import org.zhiyang.need.careplan.PlanItem;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.file.FileOwner;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.FacilityCommands;
import org.zhiyang.registry.facility.Listing;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.Api.Answer;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** From an accepted plan to a rated visit, as the people see it who do it. */
@ZhiyangTest
@Import(HomecareWorld.class)
@DirtiesContext
class HomecareTests {
  @Autowired Api api;
  @Autowired HomecareWorld world;
  @Autowired HomecareCommands commands;
  @Autowired HomecareQueries queries;
  @Autowired FacilityCommands facilities;
  @Autowired FileOwner files;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @Autowired Map<String, DailyJob> jobs;
  @Autowired @Qualifier("homecareExpireOffers") RepeatedJob expireOffers;

  private UUID provider;
  private UUID carer;
  private UUID colleague;
  private LocalDate today;

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

  @Test
  void anAcceptedPlanAsksTheWishedProviderFirstAndAnAcceptedOfferMakesTheVisitsOnce() {
    var plan = plan("COMFORT", 1, provider);

    var order = orderOf(plan, "OFFERED");
    tell(new CarePlanAccepted(plan.id(), plan.elder(), plan.careCase(), plan.from(), clock.instant()));
    var seen = api.as("provider_dispatcher").get("/api/orders/" + order);
    var accepted = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", true));

    assertThat(jdbc.sql("select count(*) from homecare.service_order where plan_id = :plan").param("plan", plan.id().value()).query(Long.class).single()).isEqualTo(1);
    assertThat(seen.body().path("candidates").get(0).path("providerId").asString()).isEqualTo(provider.toString());
    assertThat(seen.body().path("candidates").get(0).path("reasons").toString()).contains("老人指定");
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    assertThat(visitsOf(order)).hasSize(15);
    run("homecareMakeVisits", today);
    assertThat(visitsOf(order)).hasSize(15);
    assertThat(world.reached.stream().filter(r -> r.careCase().equals(plan.careCase().value())).map(HomecareWorld.Reach::step)).contains(CaseStep.ORDERED, CaseStep.MATCHED);
  }

  @Test
  void aRefusedOfferGoesToTheNextProviderAndTheRefusalNeedsAReason() {
    var plan = plan("COMFORT", 1, provider);
    var order = orderOf(plan, "OFFERED");

    var withoutReason = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", false));
    var refused = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", false, "reason", "本周人手不足"));
    var again = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", true));

    assertThat(withoutReason.problem()).isEqualTo("/problems/web/invalid");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(again.problem()).isEqualTo("/problems/homecare/offer-closed");
    assertThat(jdbc.sql("select provider_id from homecare.offer where order_id = :order and status = 'OPEN'").param("order", order).query(UUID.class).list()).doesNotContain(provider);
  }

  @Test
  void anOrderNobodyTakesSaysWhyAndACountyOfficerAssignsItByHand() {
    var plan = plan("MEDICAL_ESCORT", 1, null);
    var order = orderOf(plan, null);
    expireAll(order);

    var unmatched = api.as("county_officer").get("/api/orders/" + order);
    var town = api.as("village_worker").post("/api/orders/" + order + "/assignment", Map.of("providerId", provider, "reason", "就近安排"));
    var assigned = api.as("county_officer").post("/api/orders/" + order + "/assignment", Map.of("providerId", provider, "reason", "就近安排"));

    assertThat(unmatched.body().path("status").asString()).isEqualTo("UNMATCHED");
    assertThat(unmatched.body().path("unmatchedReason").asString()).contains("可以：");
    assertThat(town.status()).isEqualTo(403);
    assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(200);
    assertThat(status(order)).isEqualTo("ACCEPTED");
  }

  @Test
  void aDefaultedProviderLosesItsOrdersAndTheirReservations() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    var visits = visitsOf(order);

    transaction.executeWithoutResult(t -> facilities.changeListing(new ProviderId(provider), Listing.DEFAULTED, today, "虚报服务"));

    await().until(() -> !"ACCEPTED".equals(status(order)));
    assertThat(visits).allSatisfy(v -> assertThat(world.reserved).doesNotContainKey(v));
    assertThat(visitStatuses(order)).containsOnly("CANCELLED");
    assertThat(candidates(order)).anySatisfy(c -> {
      assertThat(c.path("providerId").asString()).isEqualTo(provider.toString());
      assertThat(c.path("excluded").toString()).contains("失信");
    });
  }

  @Test
  void anEndedPlanCancelsWhatLiesBehindItsEnd() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);

    tell(new CarePlanEnded(plan.id(), plan.elder(), today.plusDays(3), clock.instant()));

    await().until(() -> visitStatuses(order).contains("CANCELLED"));
    assertThat(jdbc.sql("select count(*) from homecare.visit where order_id = :o and status = 'PLANNED'").param("o", order).query(Long.class).single()).isEqualTo(3);
  }

  @Test
  void anOrderThatEndsBeforeItsFirstDayIsOverWithoutAVisit() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);

    tell(new CarePlanEnded(plan.id(), plan.elder(), today.minusDays(1), clock.instant()));

    await().until(() -> "ENDED".equals(status(order)));
    assertThat(visitStatuses(order)).containsOnly("CANCELLED");
  }

  @Test
  void anElderInHospitalIsNotVisitedAndIsAgainWhenBack() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    var elder = plan.elder().value();

    api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("status", "IN_HOSPITAL", "since", today.toString(), "reason", "住院"));
    await().until(() -> !visitStatuses(order).contains("PLANNED"));
    var home = api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("status", "LIVING", "since", today.toString(), "reason", "出院回家"));

    assertThat(home.status()).as(home.body().toString()).isEqualTo(200);
    await().until(() -> visitStatuses(order).contains("PLANNED"));
    assertThat(jdbc.sql("select count(*) from homecare.visit where order_id = :o and status = 'PLANNED'").param("o", order).query(Long.class).single()).isEqualTo(15);
  }

  @Test
  void aCarerIsInOnePlaceAtATime() {
    var first = todaysVisit(accepted(plan("COMFORT", 1, provider)));
    var second = todaysVisit(accepted(plan("COMFORT", 1, provider)));
    var at = freeHour();
    commands.assign(new VisitId(first), List.of(new CarerId(carer)), at, false, Actor.PLATFORM);

    assertThatThrownBy(() -> commands.assign(new VisitId(second), List.of(new CarerId(carer)), at.plusSeconds(1800), false, Actor.PLATFORM)).isInstanceOf(HomecareRefusal.CarerElsewhere.class);
    commands.assign(new VisitId(second), List.of(new CarerId(carer)), at.plusSeconds(3600), false, Actor.PLATFORM);
    commands.unassign(new VisitId(second), Actor.PLATFORM, "调整");

    assertThat(jdbc.sql("select status from homecare.visit where id = :id").param("id", second).query(String.class).single()).isEqualTo("PLANNED");
  }

  @Test
  void theDatabaseItselfRefusesACarerInTwoPlaces() {
    var first = todaysVisit(accepted(plan("COMFORT", 1, provider)));
    var second = todaysVisit(accepted(plan("COMFORT", 1, provider)));
    var at = java.sql.Timestamp.from(freeHour());
    var sql = "insert into homecare.visit_carer (visit_id, carer_id, place, planned) values (:v, :c, 0, tstzrange(:at::timestamptz, :at::timestamptz + interval '1 hour'))";
    var ghost = UUID.randomUUID();
    jdbc.sql(sql).param("v", first).param("c", ghost).param("at", at).update();

    assertThatThrownBy(() -> jdbc.sql(sql).param("v", second).param("c", ghost).param("at", at).update()).hasMessageContaining("visit_carer");
  }

  @Test
  void aVisitGoesFromThePhoneToTheRatingAndNothingIsDoubledOnTheWay() {
    var order = accepted(plan("COMFORT", 1, provider));
    var visit = ready(order);
    var feed = api.as("carer").get("/api/my/visits");
    var tag = feed.headers().firstValue("ETag").orElseThrow();
    var mine = feed.body().path("visits").valueStream().filter(v -> v.path("id").asString().equals(visit.toString())).findFirst().orElseThrow();
    var in = event("CHECK_IN", 1, at(mine), Map.of("method", "POSITION", "position", home(mine)));
    var tick = event("ITEM", 2, at(mine).plusSeconds(60), Map.of("items", List.of(Map.of("key", "COMFORT", "state", "DONE"))));
    var sign = event("SIGNATURE", 3, at(mine).plusSeconds(3400), Map.of("signature", Map.of("kind", "PROXY", "signer", "女儿，老人手抖")));
    var out = event("CHECK_OUT", 4, at(mine).plusSeconds(3500), Map.of("fields", Map.of("visitNote", "陪聊一小时")));
    backdate(visit);

    var tooEarly = send("carer", visit, out);
    var all = send("carer", visit, sign, tick, in);
    var closed = send("carer", visit, out);
    var repeated = send("carer", visit, in, tick, sign, out);

    assertThat(state(tooEarly, 0)).isEqualTo("REFUSED");
    assertThat(tooEarly.body().path("events").get(0).path("why").path("sentence").asString()).contains("还没有签到");
    assertThat(states(all)).containsOnly("STORED");
    assertThat(states(closed)).as(closed.body().toString()).containsOnly("STORED");
    assertThat(states(repeated)).containsOnly("ALREADY");
    assertThat(jdbc.sql("select count(*) from homecare.visit_event where visit_id = :v").param("v", visit).query(Long.class).single()).isEqualTo(4);
    var facts = queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow();
    assertThat(facts.evidenceDigest()).hasSize(64);
    assertThat(facts.flags()).as(findings(visit)).isEmpty();
    assertThat(facts.status()).isEqualTo(VisitStatus.CHECKED_OUT);
    run("homecareVerifyVisits", today.plusDays(1));
    decideIfSampled(visit);
    var confirmed = queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow();
    assertThat(confirmed.status()).isEqualTo(VisitStatus.CONFIRMED);
    assertThat(confirmed.shares()).isNotNull();
    assertThat(confirmed.unitsDone()).isEqualByComparingTo("1");
    var stranger = api.as("administrator").post("/api/visits/" + visit + "/rating", Map.of("stars", 1));
    var rated = api.as("county_officer").post("/api/visits/" + visit + "/rating", Map.of("stars", 2, "words", "来晚了"));
    var twice = api.as("county_officer").post("/api/visits/" + visit + "/rating", Map.of("stars", 5));
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(rated.status()).as(rated.body().toString()).isEqualTo(201);
    assertThat(twice.problem()).isEqualTo("/problems/homecare/already-rated");
    assertThat(queries.starsOf(new ProviderId(provider), YearMonth.from(today))).contains(2);
    assertThat(api.as("carer").get("/api/my/visits").headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
  }

  @Test
  void bathingDoesNotStartWithoutVitalSignsAndTwoCarers() {
    var order = accepted(plan("BATHING", 1, provider));
    var visit = todaysVisit(order);
    assertThatThrownBy(() -> commands.assign(new VisitId(visit), List.of(new CarerId(carer)), freeHour(), false, Actor.PLATFORM)).isInstanceOf(HomecareRefusal.CrewIncomplete.class);
    commands.assign(new VisitId(visit), List.of(new CarerId(carer), new CarerId(colleague)), freeHour(), false, Actor.PLATFORM);
    var now = clock.instant();
    var in = event("CHECK_IN", 1, now, Map.of("method", "NO_POSITION"));
    var tick = event("ITEM", 2, now, Map.of("items", List.of(Map.of("key", "BATHING", "state", "DONE"))));
    var hot = Map.<String, Object>of("preBathTemperatureCelsius", 50, "preBathSystolicMmHg", 130, "preBathDiastolicMmHg", 80, "preBathPulsePerMinute", 72, "secondCarerId", colleague.toString());
    var well = new HashMap<>(hot);
    well.put("preBathTemperatureCelsius", 36.6);

    send("carer", visit, in);
    var without = send("carer", visit, tick);
    send("carer", visit, event("VITALS", 3, now, Map.of("fields", hot)));
    var feverish = send("carer", visit, tick);
    send("carer", visit, event("VITALS", 4, now.plusMillis(1), Map.of("fields", well)));
    var started = send("carer", visit, tick);
    var unproved = send("carer", visit, event("CHECK_OUT", 5, now.plusMillis(2), Map.of()));

    assertThat(without.body().path("events").get(0).path("why").path("code").asString()).isEqualTo("before-start-missing");
    assertThat(without.body().path("events").get(0).path("why").path("missing").size()).isEqualTo(5);
    assertThat(feverish.body().path("events").get(0).path("why").path("missing").get(0).path("field").asString()).isEqualTo("preBathTemperatureCelsius");
    assertThat(states(started)).as(started.body().toString()).containsOnly("STORED");
    assertThat(unproved.body().path("events").get(0).path("why").path("sentence").asString()).contains("皮肤情况");
  }

  @Test
  void rehabilitationIsDoneByRehabQualifiedCarersOnlyAndASubstituteWithoutTheSkillIsFlagged() {
    jdbc.sql("update facility.provider set services = (select array_agg(distinct s) from unnest(services || array['REHABILITATION']) s) where id = :id").param("id", provider).update();
    jdbc.sql("update workforce.carer set skills = skills || array['REHABILITATION'] where id = :id").param("id", carer).update();
    var order = orderOf(plan("REHABILITATION", 1, provider), null);
    assertThat(api.as("county_officer").post("/api/orders/" + order + "/assignment", Map.of("providerId", provider, "reason", "就近安排")).status()).isEqualTo(200);
    var visit = todaysVisit(order);

    assertThatThrownBy(() -> commands.assign(new VisitId(visit), List.of(new CarerId(colleague)), freeHour(), false, Actor.PLATFORM)).isInstanceOf(HomecareRefusal.NotQualified.class);
    commands.assign(new VisitId(visit), List.of(new CarerId(carer)), freeHour(), false, Actor.PLATFORM);
    var now = clock.instant();
    var sent = send("carer_2", visit, event("CHECK_IN", 1, now.minusSeconds(3600), Map.of("method", "NO_POSITION")),
        event("ITEM", 2, now.minusSeconds(1800), Map.of("items", List.of(Map.of("key", "步行训练", "state", "DONE")))),
        event("CHECK_OUT", 3, now, Map.of("fields", Map.of("elderReaction", "精神好"))));

    assertThat(states(sent)).as(sent.body().toString()).containsOnly("STORED");
    assertThat(findings(visit)).contains("CERTIFICATE_EXPIRED");
  }

  @Test
  void anEscortWithoutTheResultOfTheHospitalStaysOpen() {
    var visit = ready(accepted(plan("MEDICAL_ESCORT", 1, provider)));
    var now = clock.instant();
    var at = OffsetDateTime.ofInstant(now.minusSeconds(600), clock.getZone());
    var fields = new HashMap<String, Object>(Map.of("hospital", "市第一医院", "arrivedHospitalAt", at.toString(), "leftHospitalAt", at.minusMinutes(1).toString()));

    send("carer", visit, event("CHECK_IN", 1, now.minusSeconds(1200), Map.of("method", "NO_POSITION")));
    var withoutNote = send("carer", visit, event("CHECK_OUT", 2, now.minusSeconds(30), Map.of("fields", fields)));
    var stillOpen = jdbc.sql("select status from homecare.visit where id = :v").param("v", visit).query(String.class).single();
    fields.put("leftHospitalAt", at.plusMinutes(5).toString());
    fields.put("resultNote", "复查血压，药照旧");
    var complete = send("carer", visit, event("CHECK_OUT", 3, now.minusSeconds(10), Map.of("fields", fields)));

    assertThat(withoutNote.body().path("events").get(0).path("why").path("sentence").asString()).contains("离院时间", "就诊结果");
    assertThat(stillOpen).isEqualTo("CHECKED_IN");
    assertThat(states(complete)).as(complete.body().toString()).containsOnly("STORED");
  }

  @Test
  void cleaningBeginsOnlyAfterTheElderAgreedToWhatIsCleaned() {
    var visit = ready(accepted(plan("CLEANING", 1, provider)));
    var now = clock.instant();
    var tick = event("ITEM", 3, now, Map.of("items", List.of(Map.of("key", "CLEANING", "state", "DONE"))));
    send("carer", visit, event("CHECK_IN", 1, now, Map.of("method", "NO_POSITION")));

    var refused = send("carer", visit, tick);
    send("carer", visit, event("VITALS", 2, now, Map.of("fields", Map.of("elderConfirmedBefore", true))));
    var agreed = send("carer", visit, tick);

    assertThat(refused.body().path("events").get(0).path("why").path("missing").toString()).contains("elderConfirmedBefore", "beforePhoto");
    assertThat(agreed.body().path("events").get(0).path("why").path("missing").toString()).doesNotContain("elderConfirmedBefore").contains("beforePhoto");
  }

  @Test
  void whatACarerFindsDifferentFromUsualStandsOnTheWorkbenchOfProviderAndVillageForTwoDays() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));

    send("carer", visit, event("CHECK_IN", 1, clock.instant(), Map.of("method", "NO_POSITION")), event("CONCERN", 2, clock.instant(), Map.of("text", "精神差")));

    var path = "/console/service/visits/" + visit;
    assertThat(tasks("provider_dispatcher")).contains("护理员报告：和平时不一样", "精神差", path);
    assertThat(tasks("county_officer")).doesNotContain("护理员报告：和平时不一样");
    jdbc.sql("update homecare.visit_event set received_at = received_at - interval '49 hours' where visit_id = :v").param("v", visit).update();
    assertThat(tasks("provider_dispatcher")).doesNotContain(path);
  }

  private String tasks(String role) {
    return api.as(role).get("/api/workbench").body().path("tasks").toString();
  }

  @Test
  void aCheckInFarAwayOrWithAForeignCardIsKeptAndFlagged() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    backdate(visit);
    var mine = mine(visit);
    var far = Map.of("lng", home(mine).get("lng") + 0.05, "lat", home(mine).get("lat"), "accuracyM", 20.0);

    var answer = send("carer", visit, event("CHECK_IN", 1, at(mine), Map.of("method", "QR", "position", far, "qr", "ZYC1.made-up")));
    var out = send("carer", visit, event("CHECK_OUT", 2, at(mine).plusSeconds(600), Map.of("fields", Map.of("visitNote", "x"))));

    assertThat(states(answer)).containsOnly("STORED");
    assertThat(answer.body().path("events").get(0).path("notice").asString()).contains("核实");
    assertThat(states(out)).containsOnly("STORED");
    var facts = queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow();
    assertThat(facts.status()).isEqualTo(VisitStatus.ABNORMAL);
    assertThat(facts.flags()).contains(VisitFlag.OUTSIDE_PLACE, VisitFlag.TOO_SHORT, VisitFlag.PROOF_MISSING);
    var noReason = api.as("county_officer").post("/api/visits/" + visit + "/decision", Map.of("confirmed", false));
    var rejected = api.as("county_officer").post("/api/visits/" + visit + "/decision", Map.of("confirmed", false, "reason", "老人说没有来过"));
    var again = api.as("county_officer").post("/api/visits/" + visit + "/decision", Map.of("confirmed", false, "reason", "老人说没有来过"));
    var otherwise = api.as("county_officer").post("/api/visits/" + visit + "/decision", Map.of("confirmed", true, "reason", "改主意"));
    assertThat(noReason.problem()).isEqualTo("/problems/web/invalid");
    assertThat(rejected.status()).as(rejected.body().toString()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(otherwise.problem()).isEqualTo("/problems/homecare/already-decided");
    assertThat(world.reserved).doesNotContainKey(visit);
  }

  @Test
  void aPhotoIsKeptSealedOnceAndSeenOnlyByWhoMaySeeTheVisit() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    var photo = ("\u0089PNG\r\n\u001a\n" + UUID.randomUUID()).getBytes(StandardCharsets.ISO_8859_1);

    var kept = api.as("carer").upload("/api/files", photo);
    var twice = api.as("carer").upload("/api/files", photo);
    var nonsense = api.as("carer").upload("/api/files", "just text".getBytes());
    var empty = api.as("carer").upload("/api/files", new byte[0]);
    var large = api.as("carer").upload("/api/files", new byte[11 * 1024 * 1024]);
    var id = kept.body().path("id").asString();
    send("carer", visit, event("PHOTO", 1, clock.instant(), Map.of("fileId", id)));

    assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
    assertThat(kept.body().path("digest").asString()).isEqualTo(twice.body().path("digest").asString());
    assertThat(nonsense.problem()).isEqualTo("/problems/file/unknown-kind");
    assertThat(empty.problem()).isEqualTo("/problems/file/empty");
    assertThat(large.problem()).isEqualTo("/problems/file/too-large");
    assertThat(api.as("provider_dispatcher").get("/api/files/" + id).status()).isEqualTo(200);
    assertThat(files.maySee(UUID.fromString(id), new Scope.Organization(UUID.randomUUID()))).isFalse();
    assertThat(api.as("carer_2").get("/api/files/" + id).status()).isEqualTo(404);
    assertThat(api.as("administrator").get("/api/files/" + id).status()).isEqualTo(404);
  }

  @Test
  void theEldersCardIsTrustedUntilItIsReplacedAndThePinShutsAfterFiveWrongOnes() {
    var plan = plan("COMFORT", 1, provider);
    var visit = ready(accepted(plan));
    var elder = "/api/elders/" + plan.elder().value();
    var card = api.as("county_officer").get(elder + "/card");
    var pin = api.as("county_officer").put(elder + "/pin", Map.of("pin", "4071"));
    var now = clock.instant();

    var in = send("carer", visit, event("CHECK_IN", 1, now, Map.of("method", "QR", "qr", card.body().path("token").asString())));
    var replaced = api.as("county_officer").post(elder + "/card/replacement", Map.of("reason", "遗失"));
    var old = send("carer", visit, event("CHECK_IN", 2, now, Map.of("method", "QR", "qr", card.body().path("token").asString())));
    var right = send("carer", visit, event("SIGNATURE", 3, now, Map.of("signature", Map.of("kind", "PIN", "pin", "4071"))));
    for (var i = 0; i < 5; i++) send("carer", visit, event("SIGNATURE", 4 + i, now, Map.of("signature", Map.of("kind", "PIN", "pin", "0000"))));
    var locked = send("carer", visit, event("SIGNATURE", 10, now, Map.of("signature", Map.of("kind", "PIN", "pin", "4071"))));

    assertThat(card.status()).as(card.body().toString()).isEqualTo(200);
    assertThat(card.body().path("svg").asString()).startsWith("<svg");
    assertThat(pin.status()).isIn(200, 204);
    assertThat(in.body().path("events").get(0).path("notice").isNull()).as(in.body().toString()).isTrue();
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(old.body().path("events").get(0).path("notice").asString()).contains("老人码");
    assertThat(states(right)).containsOnly("STORED");
    assertThat(locked.body().path("events").get(0).path("why").path("code").asString()).isEqualTo("pin-locked");
    assertThat(jdbc.sql("select count(*) from homecare.visit_event where body::text like '%4071%'").query(Long.class).single()).isZero();
  }

  @Test
  void aVisitNobodyCameToIsMissedAndComesBackWhenThePhoneReportsIt() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    backdate(visit);

    run("homecareMissedVisits", today.plusDays(1));
    var missed = queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow().status();
    var releasedThen = !world.reserved.containsKey(visit);
    send("carer", visit, event("CHECK_IN", 1, clock.instant(), Map.of("method", "NO_POSITION")));

    assertThat(missed).isEqualTo(VisitStatus.MISSED);
    assertThat(releasedThen).isTrue();
    assertThat(queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow().status()).isEqualTo(VisitStatus.CHECKED_IN);
    assertThat(world.reserved).containsKey(visit);
  }

  @Test
  void aSingleOrderBeyondTheEntitlementIsRefusedWithWhatIsLeftUnlessTheElderPays() {
    var elder = elder();
    world.openCases.put(elder, UUID.randomUUID());
    var body = new HashMap<String, Object>(Map.of("elderId", elder, "service", "COMFORT", "units", 11, "day", today.plusDays(1).toString(), "windowFrom", "09:00", "windowTo", "11:00", "reason", "家人临时外出"));

    var refused = api.as("county_officer").post("/api/orders", body);
    body.put("elderPays", true);
    var placed = api.as("county_officer").post("/api/orders", body);

    assertThat(refused.problem()).as(refused.status() + " " + refused.body()).isEqualTo("/problems/homecare/beyond-entitlement");
    assertThat(refused.body().path("leftMinutes").asInt()).isEqualTo(600);
    assertThat(refused.body().path("askedMinutes").asInt()).isEqualTo(660);
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
  }

  @Test
  void nobodySeesVisitsThatAreNotTheirs() {
    var order = accepted(plan("COMFORT", 1, provider));
    var visit = ready(order);

    assertThat(api.as("provider_dispatcher").get("/api/visits/" + visit).status()).isEqualTo(200);
    assertThat(api.as("county_officer").get("/api/visits/" + visit).status()).isEqualTo(200);
    assertThat(api.as("carer").get("/api/visits/" + visit).status()).isEqualTo(200);
    assertThat(queries.findVisit(new VisitId(visit), new Scope.Organization(UUID.randomUUID()))).isEmpty();
    assertThat(queries.findVisit(new VisitId(visit), new Scope.People(Set.of(UUID.randomUUID())))).isEmpty();
    assertThat(api.as("carer_2").get("/api/visits/" + visit).status()).isEqualTo(404);
    assertThat(api.as("carer_2").post("/api/visits/" + visit + "/events", Map.of("events", List.of(event("NOTE", 1, clock.instant(), Map.of("text", "x"))))).status()).isEqualTo(200);
    assertThat(api.as("family").get("/api/visits?size=100").body().path("items").toString()).doesNotContain(visit.toString());
    assertThat(api.as("provider_dispatcher").get("/api/visits?size=100&day=" + today + "&order=" + order).body().path("items").toString()).contains(visit.toString());
  }

  // ---- the small steps ----

  private UUID elder() {
    var county = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    return jdbc.sql("""
            select e.id from elder.elder e join facility.provider p on p.id = :provider
            where e.region_code like :county and e.lng is not null and e.status = 'LIVING' and e.living_situation <> 'IN_CARE_HOME'
              and not exists (select from homecare.service_order o where o.elder_id = e.id) and not exists (select from access.account_elder a where a.elder_id = e.id)
            order by earth_distance(ll_to_earth(p.lat, p.lng), ll_to_earth(e.lat, e.lng)), e.id limit 1""")
        .param("provider", provider).param("county", county.substring(0, 6) + "%").query(UUID.class).single();
  }

  private CarePlan plan(String service, int units, UUID wished) {
    var elder = elder();
    var item = new PlanItem(UUID.randomUUID(), service, Set.of(1, 2, 3, 4, 5, 6, 7), units, LocalTime.of(0, 0), LocalTime.of(23, 59), wished, null);
    var plan = new CarePlan(new PlanId(UUID.randomUUID()), new ElderId(elder), new CaseId(UUID.randomUUID()), today, null, List.of(item));
    world.plans.put(plan.id().value(), plan);
    tell(new CarePlanAccepted(plan.id(), plan.elder(), plan.careCase(), plan.from(), clock.instant()));
    return plan;
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(t -> events.publishEvent(event));
  }

  private UUID orderOf(CarePlan plan, String status) {
    await().until(() -> jdbc.sql("select count(*) from homecare.service_order where plan_id = :plan").param("plan", plan.id().value()).query(Long.class).single() == 1);
    var order = jdbc.sql("select id from homecare.service_order where plan_id = :plan").param("plan", plan.id().value()).query(UUID.class).single();
    if (status != null) assertThat(status(order)).as(unmatched(order)).isEqualTo(status);
    return order;
  }

  private String unmatched(UUID order) {
    return jdbc.sql("select coalesce(unmatched_reason, '') || candidates::text from homecare.service_order where id = :o").param("o", order).query(String.class).single();
  }

  private String status(UUID order) {
    return jdbc.sql("select status from homecare.service_order where id = :o").param("o", order).query(String.class).single();
  }

  private UUID accepted(CarePlan plan) {
    var order = orderOf(plan, "OFFERED");
    var answer = api.as("provider_dispatcher").post("/api/orders/" + order + "/offers/1/answer", Map.of("accept", true));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return order;
  }

  private void expireAll(UUID order) {
    await().until(() -> {
      jdbc.sql("update homecare.offer set expires_at = offered_at where order_id = :o and status = 'OPEN'").param("o", order).update();
      expireOffers.run();
      return status(order).equals("UNMATCHED");
    });
  }

  private List<UUID> visitsOf(UUID order) {
    return jdbc.sql("select id from homecare.visit where order_id = :o and not replaced order by day").param("o", order).query(UUID.class).list();
  }

  private UUID todaysVisit(UUID order) {
    return jdbc.sql("select id from homecare.visit where order_id = :o and day = :d and not replaced").param("o", order).param("d", java.sql.Date.valueOf(today)).query(UUID.class).single();
  }

  private List<String> visitStatuses(UUID order) {
    return jdbc.sql("select status from homecare.visit where order_id = :o").param("o", order).query(String.class).list();
  }

  private List<JsonNode> candidates(UUID order) {
    return api.as("county_officer").get("/api/orders/" + order).body().path("candidates").valueStream().toList();
  }

  private String findings(UUID visit) {
    return jdbc.sql("select findings::text from homecare.visit where id = :v").param("v", visit).query(String.class).single();
  }

  /** Today's visit of the order, assigned to the first carer at an hour nobody else of these tests uses. */
  private UUID ready(UUID order) {
    var visit = todaysVisit(order);
    commands.assign(new VisitId(visit), List.of(new CarerId(carer)), freeHour(), false, Actor.PLATFORM);
    return visit;
  }

  /** The first hour of the day at which neither carer is anywhere; visits of earlier tests are put out of the way. */
  private Instant freeHour() {
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
  private void backdate(UUID visit) {
    var from = clock.instant().minusSeconds(7200);
    jdbc.sql("update homecare.visit_carer set active = false where carer_id = :c and visit_id <> :v").param("c", carer).param("v", visit).update();
    jdbc.sql("update homecare.visit set planned_from = :from, planned_to = :to where id = :v").param("from", java.sql.Timestamp.from(from)).param("to", java.sql.Timestamp.from(from.plusSeconds(3600)))
        .param("v", visit).update();
    jdbc.sql("update homecare.visit_carer set active = true, planned = tstzrange(:from::timestamptz, :to::timestamptz) where visit_id = :v").param("from", java.sql.Timestamp.from(from))
        .param("to", java.sql.Timestamp.from(from.plusSeconds(3600))).param("v", visit).update();
  }

  private JsonNode mine(UUID visit) {
    return api.as("carer").get("/api/my/visits?from=" + today.minusDays(1) + "&to=" + today.plusDays(1)).body().path("visits").valueStream().filter(v -> v.path("id").asString().equals(visit.toString())).findFirst().orElseThrow();
  }

  private Instant at(JsonNode visit) {
    return clock.instant().minusSeconds(7200);
  }

  private static Map<String, Double> home(JsonNode visit) {
    return Map.of("lng", visit.path("elder").path("lng").asDouble(), "lat", visit.path("elder").path("lat").asDouble());
  }

  private Map<String, Object> event(String kind, int seq, Instant at, Map<String, ?> more) {
    var event = new HashMap<String, Object>(more);
    event.put("id", UUID.randomUUID());
    event.put("kind", kind);
    event.put("seq", seq);
    event.put("deviceAt", OffsetDateTime.ofInstant(at, clock.getZone()).toString());
    return event;
  }

  private Answer send(String who, UUID visit, Object... events) {
    var answer = api.as(who).post("/api/visits/" + visit + "/events", Map.of("events", List.of(events)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer;
  }

  private static String state(Answer answer, int n) {
    return answer.body().path("events").get(n).path("state").asString();
  }

  private static List<String> states(Answer answer) {
    return answer.body().path("events").valueStream().map(e -> e.path("state").asString()).toList();
  }

  private void run(String job, LocalDate day) {
    transaction.executeWithoutResult(t -> jobs.get(job).runFor(day));
  }

  private void decideIfSampled(UUID visit) {
    if (queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow().status() == VisitStatus.NORMAL) commands.decide(new VisitId(visit), true, "回访属实", Actor.PLATFORM);
  }
}
