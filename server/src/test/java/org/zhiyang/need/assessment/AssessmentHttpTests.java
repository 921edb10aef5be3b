package org.zhiyang.need.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.answersOfTotal;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.tables;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.tablesWith;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.workforce.NewStaff;
import org.zhiyang.registry.workforce.WorkforceCommands;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** The assessment as people do it, over HTTP: from the need to the level on the elder's record, and every "no" on the way. */
@ZhiyangTest
class AssessmentHttpTests {

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired WorkforceCommands workforce;
  @Autowired AssessmentCommands commands;
  @Autowired ElderCommands elders;
  @Autowired List<DailyJob> jobs;
  @Autowired TransactionTemplate transaction;

  private String account(String username) {
    return api.as(username).get("/api/session").body().path("accountId").asString();
  }

  /** An elder of the officer's county without an assessment or a case, of whom the register knows no level. */
  private String someElder() {
    var busy = jdbc.sql("select elder_id::text from assessment.assessment union select elder_id::text from intake.care_case").query(String.class).list();
    var people = new ArrayList<String>();
    api.as("county_officer").get("/api/elders?size=200").body().path("items").forEach(e -> people.add(e.path("id").asString()));
    var somebody = people.stream().filter(id -> !busy.contains(id)).findFirst().orElseThrow();
    jdbc.sql("update elder.elder set ability_level = null, ability_valid_until = null where id = :id::uuid").param("id", somebody).update();
    return somebody;
  }

  private String requested(String elder) {
    var created = api.as("county_officer").post("/api/assessments", Map.of("elderId", elder, "reason", "FIRST"));
    assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
    return created.body().path("id").asString();
  }

  private Map<String, Object> appointment(String first, String second) {
    return new HashMap<>(Map.of("firstAssessor", first, "secondAssessor", second,
        "plannedAt", OffsetDateTime.now(clock).plusHours(2).toString(), "place", "老人家中"));
  }

  private void scheduledAndStarted(String id) {
    var planned = api.as("county_officer").put("/api/assessments/" + id + "/appointment", appointment(account("assessor"), account("assessor_2")));
    assertThat(planned.status()).as("%s", planned.body()).isEqualTo(204);
    assertThat(api.as("assessor").post("/api/assessments/" + id + "/start", Map.of("place", "老人家中")).status()).isEqualTo(204);
  }

  private String filled(String id, Map<String, Object> tables) {
    var saved = api.as("assessor").put("/api/assessments/" + id + "/draft", Map.of("basedOn", 0, "answers", answersOfTotal(50), "tables", tables));
    assertThat(saved.status()).as("%s", saved.body()).isEqualTo(200);
    return saved.body().path("contentDigest").asString();
  }

  private Api.Answer sign(String username, String id, boolean asInformant, String digest) {
    return api.as(username).post("/api/assessments/" + id + "/signatures",
        Map.of("asInformant", asInformant, "name", "签名人", "contentDigest", digest, "image", "M1 1L20 20"));
  }

  private void signedAndCompleted(String id, String digest) {
    assertThat(sign("assessor", id, false, digest).body().path("status").asString()).isEqualTo("STARTED");
    assertThat(sign("assessor_2", id, false, digest).body().path("status").asString()).isEqualTo("STARTED");
    assertThat(sign("assessor", id, true, digest).body().path("status").asString()).isEqualTo("SIGNED");
    var completed = api.as("assessor").post("/api/assessments/" + id + "/completion", Map.of());
    assertThat(completed.status()).as("%s", completed.body()).isEqualTo(200);
  }

  private static void eventually(BooleanSupplier condition) {
    for (var until = System.nanoTime() + 30_000_000_000L; System.nanoTime() < until && !condition.getAsBoolean(); ) {
      Thread.onSpinWait();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private void passPublicity(String id) {
    api.as("administrator").post("/api/clock/forward", Map.of("duration", "P7D"));
    eventually(() -> status(id).equals("EFFECTIVE"));
  }

  private String status(String id) {
    return api.as("assessor").get("/api/assessments/" + id).body().path("assessment").path("status").asString();
  }

  private Api.Answer need(String elder) {
    return api.as("county_officer").post("/api/needs", Map.of("elderId", elder, "services", List.of(service()), "urgency", "SOON",
        "contact", "VISIT", "askedBy", "ELDER", "supplement", false));
  }

  private String service() {
    return api.as("village_worker").get("/api/wishable-services").body().path(0).path("code").asString();
  }

  private String stepOfCase(String elder) {
    return api.as("county_officer").get("/api/cases?elder=" + elder).body().path("items").path(0).path("step").asString();
  }

  @Test
  void aLevelTheRegisterTookOverIsUsedAgainWhileItIsValid() {
    var elder = someElder();
    jdbc.sql("update elder.elder set ability_level = 'SEVERE', ability_valid_until = :until where id = :id::uuid").param("until", LocalDate.now(clock).plusMonths(3)).param("id", elder).update();

    assertThat(need(elder).status()).isEqualTo(201);

    eventually(() -> stepOfCase(elder).equals("ELIGIBLE"));
    assertThat(api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("total").asInt()).isZero();
  }

  private void recorded(String elder, LocalDate validUntil) {
    jdbc.sql("update elder.elder set ability_level = 'SEVERE', ability_valid_until = :until where id = :id::uuid").param("until", validUntil).param("id", elder).update();
  }

  private void requestDue() {
    transaction.executeWithoutResult(t -> jobs.stream().filter(job -> job.name().equals("assessment.request-due")).findFirst().orElseThrow().runFor(LocalDate.now(clock)));
  }

  private int requests(String elder) {
    return api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("total").asInt();
  }

  @Test
  void aLevelTheRegisterTookOverIsAssessedAgainForWhoIsInCareOnly() {
    var inCare = someElder();
    recorded(inCare, LocalDate.now(clock).plusDays(200));
    assertThat(need(inCare).status()).isEqualTo(201);
    eventually(() -> stepOfCase(inCare).equals("ELIGIBLE"));
    requestDue();
    assertThat(requests(inCare)).as("ends after the notice").isZero();
    recorded(inCare, LocalDate.now(clock).plusDays(5));
    var notInCare = someElder();
    recorded(notInCare, LocalDate.now(clock).minusDays(1));

    requestDue();
    requestDue();

    assertThat(requests(notInCare)).isZero();
    var asked = api.as("county_officer").get("/api/assessments?elder=" + inCare).body().path("items");
    assertThat(asked.size()).isEqualTo(1);
    assertThat(asked.path(0).path("reason").asString()).isEqualTo("ROUTINE");
    assertThat(api.as("county_officer").get("/api/assessments/" + asked.path(0).path("id").asString()).body().toString()).contains("名册中的等级将于 " + LocalDate.now(clock).plusDays(5) + " 到期");
    var expired = api.as("county_officer").get("/api/elders/" + notInCare).body();
    assertThat(expired.path("level").asString()).isEqualTo("SEVERE");
    assertThat(expired.path("levelExpired").asBoolean()).isTrue();
    assertThat(api.as("county_officer").get("/api/elders?q=" + expired.path("number").asString()).body().path("items").path(0).path("levelExpired").asBoolean()).isTrue();
    assertThat(api.as("county_officer").get("/api/elders/" + inCare).body().path("levelExpired").asBoolean()).isFalse();
  }

  @Test
  void aNeedBecomesALevelOnTheEldersRecordAndMovesTheCaseOn() {
    var elder = someElder();
    assertThat(need(elder).status()).isEqualTo(201);
    eventually(() -> api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("total").asInt() == 1);
    var row = api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("items").path(0);
    var id = row.path("id").asString();
    assertThat(row.path("reason").asString()).isEqualTo("FIRST");
    assertThat(row.path("status").asString()).isEqualTo("REQUESTED");
    assertThat(api.as("county_officer").get("/api/workbench").body().toString()).contains("assessment:" + id);
    var asked = api.as("county_officer").get("/api/assessments/" + id).body().path("history").path(0);
    assertThat(asked.path("actorName").asString()).as(asked.toString()).matches(".+（.+）|平台");

    scheduledAndStarted(id);
    var mine = api.as("assessor_2").get("/api/assessments?mine=true&status=STARTED").body().path("items");
    assertThat(mine.toString()).contains(id).contains("\"mine\":true");
    signedAndCompleted(id, filled(id, tables()));
    assertThat(status(id)).isEqualTo("IN_PUBLICITY");
    assertThat(api.asNobody().get("/api/assessments/" + id + "/verification").body().path("state").asString()).isEqualTo("NOT_YET");
    passPublicity(id);

    var record = api.as("county_officer").get("/api/elders/" + elder).body();
    assertThat(record.path("level").asString()).isEqualTo("MODERATE");
    assertThat(record.path("levelValidUntil").asString()).isEqualTo(LocalDate.now(clock).plusYears(1).minusDays(1).toString());
    eventually(() -> !stepOfCase(elder).equals("ASSESSED"));
    var report = api.as("assessor").get("/api/assessments/" + id + "/report").body();
    assertThat(report.path("c2").asInt()).isEqualTo(50);
    assertThat(report.path("signatures").size()).isEqualTo(3);
    assertThat(report.path("explanation").size()).isGreaterThan(2);
    var code = report.path("verificationCode").asString();
    var public_ = api.asNobody().get("/api/assessments/" + id + "/verification?code=" + code).body();
    assertThat(public_.path("state").asString()).isEqualTo("VALID");
    assertThat(public_.propertyNames()).containsExactlyInAnyOrder("number", "state", "effectiveOn", "validUntil", "checkedAt");
    assertThat(api.asNobody().get("/api/assessments/" + id + "/verification?code=0000").body().path("state").asString()).isEqualTo("CHANGED");
    assertThat(api.as("city_officer").get("/api/assessments/" + id + "/report").status()).isEqualTo(404);
    assertThat(api.as("city_officer").get("/api/assessments/" + id).body().path("form").isNull()).isTrue();
  }

  @Test
  void aLevelStillInEffectIsUsedAgainAndNobodyIsAssessedTwice() {
    var elder = someElder();
    var id = requested(elder);
    scheduledAndStarted(id);
    signedAndCompleted(id, filled(id, tables()));
    passPublicity(id);

    assertThat(need(elder).status()).isEqualTo(201);

    eventually(() -> !stepOfCase(elder).equals("ASSESSED") && !stepOfCase(elder).isEmpty());
    assertThat(api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void whoComesHomeFromHospitalWithAnOpenCaseIsAssessedAtOnce() {
    var elder = someElder();
    need(elder);
    eventually(() -> api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("total").asInt() == 1);
    var first = api.as("county_officer").get("/api/assessments?elder=" + elder).body().path("items").path(0).path("id").asString();
    scheduledAndStarted(first);
    signedAndCompleted(first, filled(first, tables()));
    passPublicity(first);
    var person = new ElderId(UUID.fromString(elder));

    elders.changeStatus(person, ElderStatus.IN_HOSPITAL, LocalDate.now(clock).minusDays(1), "住院", Actor.PLATFORM);
    elders.changeStatus(person, ElderStatus.LIVING, LocalDate.now(clock).minusDays(1), "登记错了", Actor.PLATFORM);
    eventually(() -> jdbc.sql("select count(*) from event.event_publication where serialized_event like :elder and completion_date is null").param("elder", "%" + elder + "%").query(Long.class).single() == 0);
    assertThat(api.as("county_officer").get("/api/assessments?status=REQUESTED&elder=" + elder).body().path("total").asInt()).as("a stay of no day").isZero();
    elders.changeStatus(person, ElderStatus.IN_HOSPITAL, LocalDate.now(clock).minusDays(1), "住院", Actor.PLATFORM);
    elders.changeStatus(person, ElderStatus.LIVING, LocalDate.now(clock), "出院", Actor.PLATFORM);

    eventually(() -> api.as("county_officer").get("/api/assessments?status=REQUESTED&elder=" + elder).body().path("total").asInt() == 1);
    var again = api.as("county_officer").get("/api/assessments?status=REQUESTED&elder=" + elder).body().path("items").path(0);
    assertThat(again.path("reason").asString()).isEqualTo("IMMEDIATE");
    elders.changeStatus(person, ElderStatus.DECEASED, LocalDate.now(clock), "去世", Actor.PLATFORM);
    eventually(() -> status(again.path("id").asString()).equals("WITHDRAWN"));
  }

  /** Only the register says so: what follows from it elsewhere is not looked at. */
  private void died(String elder) {
    jdbc.sql("update elder.elder set status = 'DECEASED', status_since = :day where id = :id::uuid").param("day", LocalDate.now(clock)).param("id", elder).update();
  }

  @Test
  void nobodyIsAskedForPlannedOrBegunForTheDead() {
    var dead = someElder();
    var id = requested(dead);
    died(dead);
    var planned = api.as("county_officer").put("/api/assessments/" + id + "/appointment", appointment(account("assessor"), account("assessor_2")));
    var alive = someElder();
    var appointed = requested(alive);
    api.as("county_officer").put("/api/assessments/" + appointed + "/appointment", appointment(account("assessor"), account("assessor_2")));
    died(alive);
    var started = api.as("assessor").post("/api/assessments/" + appointed + "/start", Map.of());
    var never = someElder();
    died(never);
    var asked = api.as("county_officer").post("/api/assessments", Map.of("elderId", never, "reason", "FIRST"));

    for (var answer : List.of(planned, started, asked)) assertThat(answer.problem()).as("%s", answer.body()).isEqualTo("/problems/elder/not-served");
    assertThat(asked.body().path("state").asString()).isEqualTo("DECEASED");
  }

  @Test
  void anExpiredLevelStaysOnTheRecordAsExpiredAndWhoDiedIsNotAssessedAgain() {
    var elder = someElder();
    var id = requested(elder);
    scheduledAndStarted(id);
    signedAndCompleted(id, filled(id, tables()));
    passPublicity(id);
    var level = api.as("county_officer").get("/api/elders/" + elder).body().path("level").asString();
    var yesterday = LocalDate.now(clock).minusDays(1);
    jdbc.sql("update assessment.assessment set base_on = base_on - 400, effective_on = effective_on - 400, valid_until = :day where id = :id::uuid").param("day", yesterday).param("id", id).update();
    jdbc.sql("update elder.elder set ability_valid_until = :day where id = :id::uuid").param("day", yesterday).param("id", elder).update();
    died(elder);
    requestDue();
    assertThat(requests(elder)).as("nobody assesses the dead").isEqualTo(1);
    jdbc.sql("update elder.elder set status = 'LIVING' where id = :id::uuid").param("id", elder).update();

    transaction.executeWithoutResult(t -> jobs.stream().filter(job -> job.name().equals("assessment.expire")).findFirst().orElseThrow().runFor(LocalDate.now(clock)));

    var shown = api.as("county_officer").get("/api/elders/" + elder).body();
    assertThat(status(id)).isEqualTo("EXPIRED");
    assertThat(shown.path("level").asString()).isEqualTo(level);
    assertThat(shown.path("levelValidUntil").asString()).isEqualTo(yesterday.toString());
    assertThat(shown.path("levelExpired").asBoolean()).isTrue();
    var number = shown.path("number").asString();
    assertThat(api.as("county_officer").get("/api/elders?level=EXPIRED&q=" + number).body().path("total").asInt()).isEqualTo(1);
    assertThat(api.as("county_officer").get("/api/elders?level=NONE&q=" + number).body().path("total").asInt()).isZero();
    eventually(() -> api.as("county_officer").get("/api/entitlement-proposals?elder=" + elder).body().path("items").valueStream().anyMatch(p -> p.path("cause").asString().equals("能力评估到期")));
    var expired = api.as("county_officer").get("/api/entitlement-proposals?elder=" + elder).body().path("items").valueStream().filter(p -> p.path("cause").asString().equals("能力评估到期")).findFirst().orElseThrow();
    assertThat(expired.path("minutesPerMonth").asInt()).as("an expired level grants nothing").isZero();
    assertThat(expired.at("/elder/level").isMissingNode() || expired.at("/elder/level").isNull()).isTrue();
  }

  @Test
  void refusesAPairThatMayNotAssess() {
    var elder = someElder();
    var id = requested(elder);
    var path = "/api/assessments/" + id + "/appointment";
    var officer = api.as("county_officer");
    var assessor = account("assessor");
    var second = account("assessor_2");

    assertThat(officer.put(path, appointment(assessor, assessor)).problem()).isEqualTo("/problems/assessment/same-assessor-twice");
    assertThat(officer.put(path, appointment(assessor, account("village_worker"))).problem()).isEqualTo("/problems/assessment/not-an-assessor");
    var late = appointment(assessor, second);
    late.put("plannedAt", OffsetDateTime.now(clock).minusHours(1).toString());
    assertThat(officer.put(path, late).problem()).isEqualTo("/problems/assessment/planned-in-the-past");
    var nowhere = appointment(assessor, second);
    nowhere.put("place", " ");
    var blank = officer.put(path, nowhere);
    assertThat(blank.body().path("errors").path(0).path("field").asString()).as("%s", blank.body()).isEqualTo("place");
    assertThat(officer.put(path, appointment(second, anotherWithoutMedicine())).problem()).isEqualTo("/problems/assessment/no-medical-background");
    assertThat(api.as("assessor_2").post("/api/assessors/relatives", Map.of("elderId", elder)).status()).isEqualTo(200);
    assertThat(officer.get("/api/assessors?elder=" + elder).body().toString()).contains("\"relative\":true");
    var refused = officer.put(path, appointment(assessor, second));
    assertThat(refused.problem()).isEqualTo("/problems/assessment/assessor-is-relative");
    assertThat(refused.body().path("accountId").asString()).isEqualTo(second);
    assertThat(status(id)).isEqualTo("REQUESTED");
    assertThat(api.as("city_officer").put(path, appointment(assessor, second)).status()).isEqualTo(403);
  }

  private Api.Answer declaredBy(String username, String elder) {
    return api.as(username).post("/api/assessors/relatives", Map.of("elderId", elder));
  }

  @Test
  void whoDeclaresToBeARelativeIsTakenOffThePlannedVisit() {
    var elder = someElder();
    var id = requested(elder);
    api.as("county_officer").put("/api/assessments/" + id + "/appointment", appointment(account("assessor"), account("assessor_2")));

    assertThat(declaredBy("assessor_2", elder).body().path("stood").asString()).isEqualTo("PLANNED");

    assertThat(status(id)).isEqualTo("REQUESTED");
    assertThat(api.as("assessor").get("/api/assessments/" + id).body().path("assessment").path("assessors").size()).isZero();
    assertThat(api.as("county_officer").get("/api/workbench").body().toString()).contains("assessment:" + id);
    assertThat(api.as("assessor").post("/api/assessments/" + id + "/start", Map.of()).problem()).isEqualTo("/problems/assessment/not-assigned");
    assertThat(declaredBy("assessor_2", elder).body().path("stood").asString()).isEqualTo("NONE");
  }

  @Test
  void whatARelativeFilledInAndSignedNoLongerCountsAndAnotherPairBeginsAfresh() {
    var elder = someElder();
    var id = requested(elder);
    scheduledAndStarted(id);
    var digest = filled(id, tables());
    sign("assessor_2", id, false, digest);

    assertThat(declaredBy("assessor_2", elder).body().path("stood").asString()).isEqualTo("BEGUN");

    var sheet = api.as("assessor").get("/api/assessments/" + id).body();
    assertThat(sheet.path("assessment").path("status").asString()).isEqualTo("REQUESTED");
    assertThat(sheet.path("signatures").size()).isZero();
    assertThat(sheet.path("form").path("answers").size()).isZero();
    assertThat(sheet.path("form").path("version").asInt()).isEqualTo(2);
    var last = sheet.path("history").path(sheet.path("history").size() - 1);
    assertThat(last.path("reason").asString()).contains("亲属").contains("作废");
    assertThat(sign("assessor_2", id, false, digest).status()).isIn(400, 403, 409);
    var refused = api.as("county_officer").put("/api/assessments/" + id + "/appointment", appointment(account("assessor"), account("assessor_2")));
    assertThat(refused.problem()).isEqualTo("/problems/assessment/assessor-is-relative");
  }

  @Test
  void aRelativeWhoSpeaksUpDuringPublicityStopsTheResult() {
    var elder = someElder();
    var id = requested(elder);
    scheduledAndStarted(id);
    signedAndCompleted(id, filled(id, tables()));

    assertThat(declaredBy("assessor", elder).body().path("stood").asString()).isEqualTo("PUBLISHED");

    assertThat(status(id)).isEqualTo("OBJECTED");
    var review = api.as("county_officer").get("/api/assessments?status=REQUESTED&elder=" + elder).body().path("items").path(0);
    assertThat(review.path("reviews").asString()).isEqualTo(id);
  }

  @Test
  void aRelativeWhomOnlyTheHouseholdKnowsIsRefusedAtEveryStep() {
    var elder = someElder();
    var id = requested(elder);
    var path = "/api/assessments/" + id;
    api.as("county_officer").put(path + "/appointment", appointment(account("assessor"), account("assessor_2")));
    Supplier<String> becomesFamily = () -> api.as("county_officer").post("/api/elders/" + elder + "/household/members",
        Map.of("name", name("assessor_2"), "relation", "CHILD", "livesTogether", false, "proxy", false, "emergencyContact", false)).body().path("id").asString();
    Consumer<String> isNone = member -> api.as("county_officer").delete("/api/elders/" + elder + "/household/members/" + member);
    BiConsumer<String, Api.Answer> refuses = (step, answer) -> {
      assertThat(answer.problem()).as(step).isEqualTo("/problems/assessment/assessor-is-relative");
      assertThat(answer.body().path("accountId").asString()).as(step).isEqualTo(account("assessor_2"));
    };

    var member = becomesFamily.get();
    refuses.accept("start", api.as("assessor").post(path + "/start", Map.of()));
    isNone.accept(member);
    api.as("assessor").post(path + "/start", Map.of());
    var digest = filled(id, tables());
    sign("assessor", id, false, digest);
    member = becomesFamily.get();
    refuses.accept("signature", sign("assessor_2", id, false, digest));
    isNone.accept(member);
    sign("assessor_2", id, false, digest);
    assertThat(sign("assessor", id, true, digest).body().path("status").asString()).isEqualTo("SIGNED");
    becomesFamily.get();
    refuses.accept("completion", api.as("assessor").post(path + "/completion", Map.of()));

    assertThat(status(id)).isEqualTo("SIGNED");
  }

  private String name(String username) {
    var account = account(username);
    for (var one : api.as("county_officer").get("/api/assessors").body()) {
      if (one.path("accountId").asString().equals(account)) {
        return one.path("name").asString();
      }
    }
    throw new AssertionError("no such assessor");
  }

  private String anotherWithoutMedicine() {
    var account = UUID.randomUUID();
    var county = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    workforce.loadAssessors(List.<NewStaff.NewAssessor>of(new NewStaff.NewAssessor(account, county, "评估员丙" + account, false, "社工师",
        LocalDate.of(2026, 1, 1), null, null, true)).iterator());
    workforce.linkAssessor(account, account);
    return account.toString();
  }

  @Test
  void aStaleDraftIsRefusedAndBothContentsAreKept() {
    var id = requested(someElder());
    scheduledAndStarted(id);
    var path = "/api/assessments/" + id + "/draft";
    api.as("assessor").put(path, Map.of("basedOn", 0, "answers", Map.of("eating", 3), "tables", Map.of()));

    var stale = api.as("assessor_2").put(path, Map.of("basedOn", 0, "answers", Map.of("eating", 1), "tables", Map.of()));

    assertThat(stale.problem()).isEqualTo("/problems/web/stale");
    assertThat(stale.body().path("currentVersion").asInt()).isEqualTo(1);
    assertThat(api.as("assessor_2").get("/api/assessments/" + id).body().path("form").path("answers").path("eating").asInt()).isEqualTo(3);
    assertThat(api.as("assessor").put(path, Map.of("basedOn", 1, "answers", Map.of("eating", 9), "tables", Map.of())).body().path("errors").path(0).path("field").asString())
        .isEqualTo("eating");
    assertThat(api.as("county_officer").put(path, Map.of("basedOn", 1, "answers", Map.of(), "tables", Map.of())).status()).isEqualTo(403);
  }

  @Test
  void signingNamesWhatIsMissingAndAChangeTakesTheSignaturesAway() {
    var id = requested(someElder());
    scheduledAndStarted(id);
    var path = "/api/assessments/" + id;
    var answers = answersOfTotal(80);
    answers.remove("memory");
    var draft = api.as("assessor").put(path + "/draft", Map.of("basedOn", 0, "answers", answers, "tables", tables())).body();

    var missing = sign("assessor", id, false, draft.path("contentDigest").asString());
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.body().path("errors").path(0).path("params").path("name").asString()).isEqualTo("记忆");
    assertThat(missing.body().path("errors").size()).isEqualTo(1);

    var full = api.as("assessor").put(path + "/draft", Map.of("basedOn", 1, "answers", answersOfTotal(80), "tables", tablesWith("health", "coma", "有"))).body();
    var digest = full.path("contentDigest").asString();
    assertThat(sign("assessor", id, false, draft.path("contentDigest").asString()).problem()).isEqualTo("/problems/assessment/content-changed");
    assertThat(sign("assessor", id, false, digest).status()).isEqualTo(200);
    assertThat(sign("assessor", id, false, digest).problem()).isEqualTo("/problems/assessment/already-signed");
    assertThat(api.as("assessor").post(path + "/completion", Map.of()).problem()).isEqualTo("/problems/assessment/wrong-status");
    api.as("assessor_2").put(path + "/draft", Map.of("basedOn", 2, "answers", answersOfTotal(79), "tables", tables()));
    assertThat(api.as("assessor").get(path).body().path("signatures").size()).isZero();
  }

  @Test
  void anObjectionStopsTheResultUntilTheReReviewIsDoneOrWithdrawn() {
    var elder = someElder();
    var id = requested(elder);
    scheduledAndStarted(id);
    signedAndCompleted(id, filled(id, tables()));

    assertThat(api.as("county_officer").post("/api/assessments/" + id + "/objections", Map.of("reason", " ")).status()).isEqualTo(400);
    var objected = api.as("county_officer").post("/api/assessments/" + id + "/objections", Map.of("reason", "老人近日摔伤，结果偏轻"));

    assertThat(objected.status()).isEqualTo(201);
    var review = objected.body().path("id").asString();
    assertThat(status(id)).isEqualTo("OBJECTED");
    assertThat(api.as("county_officer").get("/api/workbench").body().toString()).contains("assessment:" + id);
    assertThat(api.as("county_officer").post("/api/assessments/" + review + "/withdrawal", Map.of("reason", "家属撤回异议")).status()).isEqualTo(204);
    assertThat(status(id)).isEqualTo("EFFECTIVE");
    assertThat(api.as("county_officer").post("/api/assessments/" + id + "/objections", Map.of("reason", "又有异议")).problem()).isEqualTo("/problems/assessment/wrong-status");
  }

  @Test
  void whoWorksElsewhereSeesNothing() {
    var county = api.as("county_officer").get("/api/session").body().path("regionCode").asString();
    var elder = new ElderId(jdbc.sql("select id from elder.elder where region_code not like :county order by id limit 1").param("county", county.substring(0, 6) + "%").query(UUID.class).single());
    var elsewhere = jdbc.sql("select region_code from elder.elder where id = :id").param("id", elder.value()).query(String.class).single();
    var id = commands.request(elder, elsewhere, AssessmentReason.FIRST, Actor.PLATFORM.accountId(), null).value();
    var path = "/api/assessments/" + id;

    assertThat(api.as("city_officer").get(path).status()).isEqualTo(200);
    for (var username : List.of("village_worker", "county_officer", "assessor", "family")) {
      assertThat(api.as(username).get(path).status()).as(username).isEqualTo(404);
      assertThat(api.as(username).get("/api/assessments?elder=" + elder.value()).body().path("total").asInt()).as(username).isZero();
    }
    assertThat(api.as("county_officer").put(path + "/appointment", appointment(account("assessor"), account("assessor_2"))).status()).isEqualTo(404);
    assertThat(api.as("assessor").post(path + "/start", Map.of()).status()).isEqualTo(404);
    assertThat(api.as("county_officer").post(path + "/withdrawal", Map.of("reason", "试")).status()).isEqualTo(404);
    assertThat(api.as("county_officer").post("/api/assessments", Map.of("elderId", elder.value(), "reason", "FIRST")).status()).isEqualTo(404);
    assertThat(api.asNobody().get(path).status()).isEqualTo(401);
    assertThat(api.asNobody().get(path + "/verification").status()).isEqualTo(404);
  }
}
