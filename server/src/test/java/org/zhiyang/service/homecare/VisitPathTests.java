package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.file.FileOwner;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.domain.HomecareRefusal;
import org.zhiyang.testing.Api;

/** From an assigned visit to a rated one, as the people see it who do it. */
@DirtiesContext
class VisitPathTests extends HomecareSteps {
  @Autowired FileOwner files;

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
    assertThat(findings(visit)).contains("CERTIFICATE_EXPIRED", "OTHER_CARER", "UNEXPLAINED");
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
  void aCarerReadsWhomToCallWhenSomethingHappensUntilTheVisitIsOver() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    var elder = UUID.fromString(mine(visit).path("elder").path("id").asString());
    var added = api.as("county_officer").post("/api/elders/" + elder + "/household/members", Map.of("name", "王小明", "phone", "13800001234", "relation", "CHILD", "livesTogether", false, "proxy", false, "emergencyContact", true));
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);

    var contacts = mine(visit).path("elder").path("toCall");
    jdbc.sql("update homecare.visit set status = 'MISSED' where id = :v").param("v", visit).update();

    assertThat(contacts.toString()).contains("王小明", "13800001234");
    assertThat(mine(visit).path("elder").path("toCall")).isEmpty();
    assertThat(jdbc.sql("select count(*) from access.audit where subject_id = :e and detail like '%联系人电话%'").param("e", elder).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void visitsOfTodayAndTomorrowThatNobodyWasSentToStandOnTheDispatchersWorkbench() {
    var order = accepted(plan("COMFORT", 1, provider));
    jdbc.sql("update homecare.visit set status = 'CANCELLED' where provider_id = :p and status = 'PLANNED' and day = :d and order_id <> :o").param("p", provider).param("d", java.sql.Date.valueOf(today.plusDays(1)))
        .param("o", order).update();

    var day = today.plusDays(1);
    assertThat(tasks("provider_dispatcher")).contains("上门还没有派人", "明天 " + day + "，1 单", "/console/service/dispatch?day=" + day);
    assertThat(tasks("county_officer")).doesNotContain("上门还没有派人");
    jdbc.sql("update homecare.visit set status = 'ASSIGNED' where order_id = :o and day = :d").param("o", order).param("d", java.sql.Date.valueOf(day)).update();
    assertThat(tasks("provider_dispatcher")).doesNotContain("明天 " + day);
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

  @Test
  void onePhotoGivenAsBeforeAndAfterIsKeptToldToTheCarerAndFlagged() {
    var visit = ready(accepted(plan("CLEANING", 1, provider)));
    backdate(visit);
    var mine = mine(visit);
    var photo = ("\u0089PNG\r\n\u001a\n" + UUID.randomUUID()).getBytes(StandardCharsets.ISO_8859_1);
    var file = api.as("carer").upload("/api/files", photo).body().path("id").asString();
    var before = event("PHOTO", 2, at(mine).plusSeconds(10), Map.of("fileId", file, "fields", Map.of("beforePhoto", true)));
    var resent = event("PHOTO", 3, at(mine).plusSeconds(20), Map.of("fileId", file, "fields", Map.of("beforePhoto", true)));
    var after = event("PHOTO", 4, at(mine).plusSeconds(3000), Map.of("fileId", file, "fields", Map.of("afterPhoto", true)));

    send("carer", visit, event("CHECK_IN", 1, at(mine), Map.of("method", "POSITION", "position", home(mine))));
    var first = send("carer", visit, before, before, resent);
    var second = send("carer", visit, after);
    send("carer", visit, event("VITALS", 5, at(mine).plusSeconds(30), Map.of("fields", Map.of("elderConfirmedBefore", true))),
        event("SIGNATURE", 6, at(mine).plusSeconds(3400), Map.of("signature", Map.of("kind", "PROXY", "signer", "女儿，老人手抖"))), event("CHECK_OUT", 7, at(mine).plusSeconds(3600), Map.of()));

    assertThat(first.body().path("events").findValuesAsString("notice")).allMatch(String::isEmpty);
    assertThat(second.body().path("events").get(0).path("notice").asString()).contains("同一张", "重拍");
    assertThat(findings(visit)).contains("服务前照片和服务后照片是同一张照片");
  }

  @Test
  void aColleagueWhoWasNotSentMayCheckInAndAPersonLooksAtIt() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    backdate(visit);
    var mine = mine(visit);

    var in = send("carer_2", visit, event("CHECK_IN", 1, at(mine), Map.of("method", "POSITION", "position", home(mine))));
    send("carer_2", visit, event("SIGNATURE", 2, at(mine).plusSeconds(3400), Map.of("signature", Map.of("kind", "PROXY", "signer", "女儿，老人手抖"))),
        event("CHECK_OUT", 3, at(mine).plusSeconds(3600), Map.of("fields", Map.of("visitNote", "陪聊一小时"))));

    assertThat(states(in)).containsOnly("STORED");
    assertThat(in.body().path("events").get(0).path("notice").asString()).contains("没有派给您", "核实", "调度员");
    assertThat(queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow().flags()).containsExactly(VisitFlag.OTHER_CARER);
    assertThat(jdbc.sql("select status from homecare.visit where id = :v").param("v", visit).query(String.class).single()).isEqualTo("ABNORMAL");
    var page = api.as("county_officer").get("/api/visits/" + visit).body();
    assertThat(page.path("sent").findValuesAsString("id")).as("who was sent").containsExactly(carer.toString());
    assertThat(page.path("came").findValuesAsString("id")).as("who came").containsExactly(colleague.toString());
  }

  @Test
  void aCheckOutBeforeTheCheckInOfTheSameBatchIsToldThatItIsTooEarly() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    backdate(visit);
    var mine = mine(visit);

    var answer = send("carer", visit, event("CHECK_OUT", 2, at(mine).minusSeconds(600), Map.of("fields", Map.of("visitNote", "x"))),
        event("CHECK_IN", 1, at(mine), Map.of("method", "POSITION", "position", home(mine))));

    assertThat(states(answer)).containsExactly("REFUSED", "STORED");
    assertThat(answer.body().path("events").get(0).path("why").path("sentence").asString()).contains("早于签到时间").contains("核对手机时间");
  }

  @Test
  void aCarerOfAnotherProviderFindsNoSuchVisit() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    var stranger = strangersSession();

    var answer = stranger.post("/api/visits/" + visit + "/events", Map.of("events", List.of(event("CHECK_IN", 1, clock.instant(), Map.of("method", "NO_POSITION")))));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(jdbc.sql("select count(*) from homecare.visit_event where visit_id = :v").param("v", visit).query(Long.class).single()).isZero();
  }

  /** A carer of some other provider, signed in. */
  private Api.Caller strangersSession() {
    var elsewhere = jdbc.sql("select c.id from workforce.carer c where c.provider_id <> :p and not exists (select from access.account a where a.carer_id = c.id) order by c.id limit 1").param("p", provider).query(UUID.class).single();
    var made = api.as("administrator").post("/api/accounts", Map.of("username", "stranger-" + UUID.randomUUID().toString().substring(0, 8), "role", "carer", "carerId", elsewhere)).body();
    var caller = api.signedIn(made.path("account").path("username").asString(), made.path("initialPassword").asString());
    assertThat(caller.put("/api/session/password", Map.of("current", made.path("initialPassword").asString(), "next", "Zy7-" + UUID.randomUUID())).status()).isLessThan(300);
    return caller;
  }

  @Test
  void whoChecksInWithoutAPositionAndSaysNothingIsToldWhatIsMissing() {
    var visit = ready(accepted(plan("COMFORT", 1, provider)));
    var silent = ready(accepted(plan("COMFORT", 1, provider)));

    var explained = send("carer", visit, event("CHECK_IN", 1, clock.instant(), Map.of("method", "NO_POSITION", "text", "室内没有信号")));
    var unexplained = send("carer", silent, event("CHECK_IN", 1, clock.instant(), Map.of("method", "NO_POSITION")));

    assertThat(explained.body().path("events").get(0).path("notice").asString()).isEqualTo("没有定位，签到已保留，将由工作人员核实。");
    assertThat(unexplained.body().path("events").get(0).path("notice").asString()).contains("没有原因", "写明");
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
    assertThat(otherwise.body().path("status").asInt()).isEqualTo(409);
    assertThat(otherwise.body().path("state").asString()).isEqualTo("REJECTED");
    assertThat(world.reserved).doesNotContainKey(visit);
    assertThat(world.reached.stream().filter(r -> r.source().equals(visit)).map(HomecareWorld.Reach::step)).as("a visit that does not count is none").doesNotContain(CaseStep.VISITED, CaseStep.VERIFIED);
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
}
