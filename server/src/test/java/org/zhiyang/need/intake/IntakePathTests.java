package org.zhiyang.need.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.domain.IntakeRefusal;
import org.zhiyang.need.intake.domain.Steps;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.GbIdNumber;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

@ZhiyangTest
class IntakePathTests {
  private static final AtomicInteger SEQUENCE = new AtomicInteger();
  private static final String REGISTERED = "409 /problems/elder/already-registered";

  @Autowired Api api;
  @Autowired CareCaseCommands commands;
  @Autowired CareCaseQueries queries;
  @Autowired ElderCommands register;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired List<DailyJob> jobs;

  private String village;
  private YearMonth month;

  @BeforeEach
  void villageOfTheWorker() {
    village = api.as("village_worker").get("/api/session").body().path("regionCode").asString();
    month = YearMonth.now(clock);
  }

  @Test
  void aNeedOfAnUnknownElderRegistersThemAndOpensACase() {
    var done = api.as("village_worker").post("/api/needs", needOfUnknown());

    assertThat(done.status()).isEqualTo(201);
    assertThat(done.body().path("registered").asBoolean()).isTrue();
    assertThat(done.body().path("joined").asBoolean()).isFalse();
    assertThat(done.body().path("number").asString()).startsWith("XQ");
    var careCase = api.as("village_worker").get("/api/cases/" + done.body().path("caseId").asString()).body();
    assertThat(careCase.at("/careCase/step").asString()).isEqualTo("ASSESSED");
    assertThat(careCase.at("/careCase/dueOn").asString()).isEqualTo(LocalDate.now(clock).plusDays(15).toString());
    assertThat(careCase.at("/transitions/0/title").asString()).isEqualTo("需求登记");
    assertThat(careCase.at("/transitions/0/onBehalf").asBoolean()).isTrue();
    assertThat(queries.findOpenOf(elder(done.body()))).isPresent();
  }

  /** What four who press at the same moment are answered: one of them 201, the others in words. */
  private List<String> together(String path, Object body) {
    try (var four = Executors.newFixedThreadPool(4)) {
      var answers = IntStream.range(0, 4).mapToObj(n -> CompletableFuture.supplyAsync(() -> api.as("village_worker").post(path, body), four)).toList();
      return answers.stream().map(CompletableFuture::join).map(one -> one.status() == 201 ? "201" : one.status() + " " + one.problem()).toList();
    }
  }

  @Test
  void theSamePersonRegisteredByTwoAtOnceIsRegisteredOnceAndTheSecondIsToldSo() {
    assertThat(together("/api/elders", person())).containsExactlyInAnyOrder("201", REGISTERED, REGISTERED, REGISTERED);
    assertThat(together("/api/needs", needOfUnknown())).containsExactlyInAnyOrder("201", REGISTERED, REGISTERED, REGISTERED);
  }

  @Test
  void aHomeIsPutOnTheMapWithTheNeedWhereItIsWithinReach() {
    assertThat(refusal(needOfUnknown(person -> person.putAll(Map.of("lng", 87.6, "lat", 43.8))))).isEqualTo("/problems/web/invalid elder.lng far");

    var at = jdbc.sql("select lng, lat from region.region where code = :code").param("code", village).query((r, n) -> Map.<String, Object>of("lng", r.getDouble(1) + 0.001, "lat", r.getDouble(2))).single();
    var captured = api.as("village_worker").post("/api/needs", needOfUnknown(person -> person.putAll(at)));

    assertThat(captured.status()).as(captured.body().toString()).isEqualTo(201);
    assertThat(api.as("village_worker").get("/api/elders/" + captured.body().path("elderId").asString()).body().path("position").path("lng").asDouble()).isEqualTo((double) at.get("lng"));
  }

  @Test
  void theSameNeedOfAKnownElderByTwoAtOnceIsCapturedOnce() {
    var elder = api.as("village_worker").post("/api/elders", person()).body().path("id").asString();
    var same = "409 /problems/intake/same-need-open";

    assertThat(together("/api/needs", need(elder, "CLEANING"))).containsExactlyInAnyOrder("201", same, same, same);
  }

  @Test
  void twoWhoAddTheFirstRelativesAtOnceFoundOneHousehold() {
    var elder = captured().path("elderId").asString();

    var added = together("/api/elders/" + elder + "/household/members", Map.of("name", "王小明", "relation", "CHILD", "livesTogether", false, "proxy", false, "emergencyContact", false));

    assertThat(added).containsOnly("201");
  }

  @Test
  void theSameNeedAgainIsRefusedWithTheOpenCaseAndJoinsItAsASupplement() {
    var first = captured();

    var again = api.as("village_worker").post("/api/needs", need(first.path("elderId").asString(), "MEAL", "CLEANING"));
    var supplement = new HashMap<>(need(first.path("elderId").asString(), "CLEANING", "MEAL"));
    supplement.put("supplement", true);
    var joined = api.as("village_worker").post("/api/needs", supplement);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("/problems/intake/same-need-open");
    assertThat(again.body().path("caseId").asString()).isEqualTo(first.path("caseId").asString());
    assertThat(joined.status()).isEqualTo(201);
    assertThat(joined.body().path("joined").asBoolean()).isTrue();
    assertThat(joined.body().path("caseId").asString()).isEqualTo(first.path("caseId").asString());
  }

  @Test
  void anotherNeedOfTheSameElderJoinsTheOpenCaseAndSaysSo() {
    var first = captured();

    var other = api.as("hotline_operator").post("/api/needs", need(first.path("elderId").asString(), "BATHING"));

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.body().path("joined").asBoolean()).isTrue();
    assertThat(other.body().path("caseId").asString()).isEqualTo(first.path("caseId").asString());
  }

  @Test
  void anOrderNobodyTakesPutsTheCaseInTheHandsOfTheCountyAndALostProviderTakesItBackThere() {
    var captured = captured();
    var careCase = new CaseId(UUID.fromString(captured.path("caseId").asString()));
    for (var step : List.of(CaseStep.ASSESSED, CaseStep.ELIGIBLE, CaseStep.PLANNED)) commands.reach(careCase, step, null, told(UUID.randomUUID()));
    var order = UUID.randomUUID();
    var visit = UUID.randomUUID();

    commands.waitForProvider(careCase, month, false, told(order));
    var offered = shown(careCase);
    commands.waitForProvider(careCase, month, true, told(order));
    commands.waitForProvider(careCase, month, true, told(order));
    var unmatched = shown(careCase);
    var column = api.as("county_officer").get("/api/loop").body().path("columns").valueStream().filter(c -> c.path("step").asString().equals("MATCHED")).findFirst().orElseThrow();
    commands.waitNoMore(careCase, order);
    commands.reach(careCase, CaseStep.MATCHED, month, told(order));
    commands.reach(careCase, CaseStep.DISPATCHED, month, told(visit));
    var dispatched = shown(careCase);
    commands.loseProvider(careCase, List.of(visit), told(order));
    commands.waitForProvider(careCase, month, true, told(order));
    var lost = shown(careCase);

    assertThat(offered).isEqualTo("MATCHED 服务商");
    assertThat(unmatched).isEqualTo("MATCHED 县区民政");
    assertThat(column.path("holder").asString()).contains("县区民政");
    assertThat(dispatched).isEqualTo("VISITED 护理员");
    assertThat(lost).isEqualTo("MATCHED 县区民政");
  }

  @Test
  void aLostProviderDoesNotTakeBackAMonthInWhichSomebodyCame() {
    var careCase = new CaseId(UUID.fromString(captured().path("caseId").asString()));
    for (var step : List.of(CaseStep.ASSESSED, CaseStep.ELIGIBLE, CaseStep.PLANNED)) commands.reach(careCase, step, null, told(UUID.randomUUID()));
    var order = UUID.randomUUID();
    var visit = UUID.randomUUID();
    for (var step : List.of(CaseStep.ORDERED, CaseStep.MATCHED)) commands.reach(careCase, step, month, told(order));
    for (var step : List.of(CaseStep.DISPATCHED, CaseStep.VISITED)) commands.reach(careCase, step, month, told(visit));

    commands.loseProvider(careCase, List.of(UUID.randomUUID()), told(order));

    assertThat(shown(careCase)).startsWith("VERIFIED");
  }

  private Reached told(UUID source) {
    return new Reached(Actor.PLATFORM, clock.instant(), village, null, source);
  }

  /** Its step and who holds it. */
  private String shown(CaseId careCase) {
    var seen = api.as("village_worker").get("/api/cases/" + careCase).body().path("careCase");
    return seen.path("step").asString() + " " + seen.path("holder").asString();
  }

  @Test
  void aFormSentTwiceWithItsKeyIsOneNeed() {
    var form = needOfUnknown();
    var key = UUID.randomUUID();

    var first = api.as("village_worker").post("/api/needs", form, key);
    var second = api.as("village_worker").post("/api/needs", form, key);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(jdbc.sql("select count(*) from intake.need where elder_id = :elder").param("elder", elder(first.body()).value()).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void twoNeedsOfOneElderAtTheSameMomentOpenOneCase() throws Exception {
    var elder = registered();
    var start = new CountDownLatch(1);

    try (var pool = Executors.newFixedThreadPool(2)) {
      var answers = List.of("MEAL", "BATHING").stream().map(service -> pool.submit(() -> {
        start.await();
        return api.as("village_worker").post("/api/needs", need(elder, service));
      })).toList();
      start.countDown();
      for (var answer : answers) assertThat(answer.get().status()).isEqualTo(201);
    }

    assertThat(jdbc.sql("select count(*) from intake.care_case where elder_id = :elder").param("elder", UUID.fromString(elder)).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void aNumberThatTheRegisterItselfRefusesIsAFieldOfTheFormThatSentIt() {
    var inProduction = AopTestUtils.<Object>getTargetObject(register);
    ReflectionTestUtils.setField(inProduction, "production", true);
    try {
      assertThat(refusal(needOfUnknown())).isEqualTo("/problems/web/invalid elder.idNumber id-number-synthetic");
    } finally {
      ReflectionTestUtils.setField(inProduction, "production", false);
    }
  }

  @Test
  void badInputSaysWhichFieldAndChangesNothing() {
    var before = jdbc.sql("select count(*) from intake.need").query(Long.class).single();

    var wrongNumber = needOfUnknown(person -> person.put("idNumber", "110101199003071234"));
    var unknownRegion = needOfUnknown(person -> person.put("regionCode", "330599999999"));
    var young = needOfUnknown(person -> person.put("idNumber", GbIdNumber.synthetic(LocalDate.now(clock).minusYears(40), 1).value()));
    var unknownService = new HashMap<>(needOfUnknown());
    unknownService.put("services", List.of("MASSAGE_BY_ROBOT"));

    assertThat(refusal(wrongNumber)).isEqualTo("/problems/web/invalid elder.idNumber id-number-check-character");
    assertThat(refusal(unknownRegion)).startsWith("/problems/elder/unknown-region");
    assertThat(refusal(young)).startsWith("/problems/elder/too-young");
    assertThat(refusal(unknownService)).isEqualTo("/problems/web/invalid services unknown-service");
    assertThat(jdbc.sql("select count(*) from intake.need").query(Long.class).single()).isEqualTo(before);
  }

  @Test
  void somebodyRegisteredAlreadyIsNamedToWhoMaySeeThem() {
    var form = needOfUnknown();
    var first = api.as("village_worker").post("/api/needs", form).body();

    var again = api.as("village_worker").post("/api/needs", form);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("/problems/elder/already-registered");
    assertThat(again.body().path("elderId").asString()).isEqualTo(first.path("elderId").asString());
  }

  @Test
  void nobodySignedInCapturesNothing() {
    var answer = api.asNobody().post("/api/needs", needOfUnknown());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("/problems/access/signed-out");
  }

  @Test
  void theElderAsksOnlyForThemselvesAndStaffReceiveTheNeed() {
    var elder = api.as("elder").get("/api/session").body().at("/elderIds/0").asString();
    var stranger = registered();

    var own = api.as("elder").post("/api/needs", need(elder, "MEDICAL_ESCORT", "supplement"));
    var forStranger = api.as("elder").post("/api/needs", need(stranger, "MEAL"));
    var waiting = api.as("village_worker").get("/api/workbench").body().path("tasks");
    var received = api.as("village_worker").post("/api/needs/" + own.body().path("id").asString() + "/receipt", Map.of());

    assertThat(own.status()).isEqualTo(201);
    assertThat(own.body().path("answerBy").asString()).isNotBlank();
    assertThat(forStranger.status()).isEqualTo(404);
    assertThat(waiting.valueStream().map(task -> task.path("key").asString())).contains("need:" + own.body().path("id").asString());
    assertThat(received.body().path("channel").asString()).isEqualTo("SELF");
    assertThat(received.body().path("onBehalf").asBoolean()).isFalse();
    assertThat(received.body().path("receivedName").asString()).isNotBlank();
  }

  @Test
  void aStepToldTwiceIsOnceAndOneTakenBackCanBeReachedAgain() {
    var careCase = planned();
    var source = UUID.randomUUID();

    reach(careCase, CaseStep.ORDERED, month, source);
    reach(careCase, CaseStep.ORDERED, month, source);
    commands.fallBack(careCase, CaseStep.ORDERED, month, reached(source));
    commands.fallBack(careCase, CaseStep.ORDERED, month, reached(source));
    var fallen = step(careCase);
    reach(careCase, CaseStep.ORDERED, month, source);

    assertThat(fallen).isEqualTo("ORDERED");
    assertThat(step(careCase)).isEqualTo("MATCHED");
    assertThat(history(careCase, "ORDERED")).containsExactly("REACHED", "FELL_BACK", "REACHED");
  }

  @Test
  void nothingIsOrderedBeforeTheElderWasAssessedEligibleAndPlanned() {
    var careCase = new CaseId(UUID.fromString(captured().path("caseId").asString()));
    reach(careCase, CaseStep.ASSESSED, null, UUID.randomUUID());

    assertThatThrownBy(() -> reach(careCase, CaseStep.ORDERED, month, UUID.randomUUID())).isInstanceOfSatisfying(IntakeRefusal.StepMissing.class,
        refusal -> assertThat(refusal.missing()).containsExactly(CaseStep.ELIGIBLE, CaseStep.PLANNED));
    assertThatThrownBy(() -> reach(new CaseId(UUID.randomUUID()), CaseStep.ASSESSED, null, UUID.randomUUID())).isInstanceOf(NotFound.class);
  }

  @Test
  void noCaseWithServicesClosesBeforeItsFeedback() {
    var careCase = planned();
    for (var step : List.of(CaseStep.ORDERED, CaseStep.MATCHED, CaseStep.DISPATCHED, CaseStep.VISITED)) reach(careCase, step, month, UUID.randomUUID());

    var early = close(careCase, "WITHDRAWN");
    assertThatThrownBy(() -> jdbc.sql("update intake.care_case set closed_at = now(), closure = 'COMPLETED' where id = :id").param("id", careCase.value()).update())
        .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("feedback");
    reach(careCase, CaseStep.FELT, month, UUID.randomUUID());
    var done = close(careCase, "WITHDRAWN");

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.problem()).isEqualTo("/problems/intake/feedback-missing");
    assertThat(early.body().path("month").asString()).isEqualTo(month.toString());
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().at("/careCase/closureName").asString()).isEqualTo("老人或家属撤回");
    assertThat(close(careCase, "WITHDRAWN").problem()).isEqualTo("/problems/intake/already-closed");
  }

  @Test
  void aCaseIsCompletedOnlyAfterItsLastMonthWasPaidAndFelt() {
    var careCase = planned();
    for (var step : List.of(CaseStep.ORDERED, CaseStep.MATCHED, CaseStep.DISPATCHED, CaseStep.VISITED, CaseStep.VERIFIED, CaseStep.FELT)) reach(careCase, step, month, UUID.randomUUID());

    var early = close(careCase, "COMPLETED");
    assertThatThrownBy(() -> jdbc.sql("update intake.care_case set closed_at = now(), closure = 'COMPLETED' where id = :id").param("id", careCase.value()).update())
        .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("payment");
    for (var step : List.of(CaseStep.EVALUATED, CaseStep.SETTLED, CaseStep.PAID)) reach(careCase, step, month, UUID.randomUUID());
    var done = close(careCase, "COMPLETED");

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.problem()).isEqualTo("/problems/intake/month-unfinished");
    assertThat(early.body().path("month").asString()).isEqualTo(month.toString());
    assertThat(early.body().path("missing").toString()).isEqualTo("[\"运行评估\",\"结算\",\"拨付\"]");
    assertThat(done.body().at("/careCase/closureName").asString()).isEqualTo("服务结束");
  }

  @Test
  void aClosedCaseStaysWhereItStoodAndStillCountsTheMoneyOfItsLastMonth() {
    var careCase = planned();
    var plan = jdbc.sql("select source from intake.case_step where case_id = :id and step = 'PLANNED'").param("id", careCase.value()).query(UUID.class).single();
    for (var step : List.of(CaseStep.ORDERED, CaseStep.MATCHED, CaseStep.DISPATCHED, CaseStep.VISITED, CaseStep.VERIFIED, CaseStep.FELT)) reach(careCase, step, month, UUID.randomUUID());
    close(careCase, "WITHDRAWN");

    for (var step : List.of(CaseStep.EVALUATED, CaseStep.SETTLED, CaseStep.PAID)) reach(careCase, step, month, UUID.randomUUID());
    commands.fallBack(careCase, CaseStep.PLANNED, null, reached(plan));

    assertThat(step(careCase)).isEqualTo("EVALUATED");
    assertThat(jdbc.sql("select month from intake.care_case where id = :id").param("id", careCase.value()).query(LocalDate.class).single()).isEqualTo(month.atDay(1));
    assertThat(jdbc.sql("select ever_done & :paid <> 0 from intake.care_case where id = :id").param("paid", Steps.bit(CaseStep.PAID)).param("id", careCase.value()).query(Boolean.class).single()).isTrue();
    var timeline = api.as("village_worker").get("/api/cases/" + careCase).body();
    assertThat(timeline.path("transitions").findValuesAsString("title")).contains("结案", "拨付");
    assertThat(timeline.path("phases").findValues("current")).noneMatch(JsonNode::asBoolean);
    assertThatThrownBy(() -> jdbc.sql("update intake.care_case set step = 'PAID' where id = :id").param("id", careCase.value()).update()).hasMessageContaining("stays closed");
  }

  @Test
  void aCaseWithoutServicesIsWithdrawnNotCompleted() {
    var careCase = new CaseId(UUID.fromString(captured().path("caseId").asString()));

    assertThat(close(careCase, "COMPLETED").problem()).isEqualTo("/problems/intake/never-served");
    assertThat(close(careCase, "WITHDRAWN").status()).isEqualTo(200);
  }

  @Test
  void theHistoryOfACaseCannotBeChanged() {
    var careCase = planned();

    assertThatThrownBy(() -> jdbc.sql("update intake.case_step set reason = 'x' where case_id = :id").param("id", careCase.value()).update()).hasMessageContaining("kept as it is");
    assertThatThrownBy(() -> jdbc.sql("delete from intake.case_step where case_id = :id").param("id", careCase.value()).update()).hasMessageContaining("kept as it is");
  }

  @Test
  void deathEndsACaseWithoutServicesAtOnceAndOneWithServicesAfterTheFamilysFeedback() throws Exception {
    var unserved = captured();
    var served = planned();
    for (var step : List.of(CaseStep.ORDERED, CaseStep.VISITED)) reach(served, step, month, UUID.randomUUID());
    var today = LocalDate.now(clock);

    register.changeStatus(elder(unserved), ElderStatus.DECEASED, today, "家属告知", Actor.PLATFORM);
    register.changeStatus(elderOf(served), ElderStatus.DECEASED, today, "家属告知", Actor.PLATFORM);
    eventually(() -> closure(new CaseId(UUID.fromString(unserved.path("caseId").asString()))), "DECEASED");
    eventually(() -> jdbc.sql("select coalesce(ending, '-') from intake.care_case where id = :id").param("id", served.value()).query(String.class).single(), "DECEASED");
    assertThat(closure(served)).isEqualTo("open");
    reach(served, CaseStep.FELT, month, UUID.randomUUID());

    assertThat(closure(served)).isEqualTo("DECEASED");
  }

  @Test
  void whoDiesAfterAMoveIsNotWaitedForTheFamilyIsAndTheCaseEndsByDeath() throws Exception {
    var served = planned();
    for (var step : List.of(CaseStep.ORDERED, CaseStep.MATCHED, CaseStep.DISPATCHED, CaseStep.VISITED, CaseStep.VERIFIED, CaseStep.EVALUATED, CaseStep.SETTLED, CaseStep.PAID)) reach(served, step, month, UUID.randomUUID());
    var today = LocalDate.now(clock);
    register.changeStatus(elderOf(served), ElderStatus.MOVED, today, "家属告知", Actor.PLATFORM);
    eventually(() -> ending(served), "MOVED");
    assertThat(holder(served)).isEqualTo("老人或家属");

    register.changeStatus(elderOf(served), ElderStatus.DECEASED, today, "家属告知", Actor.PLATFORM);
    eventually(() -> ending(served), "DECEASED");

    assertThat(holder(served)).isEqualTo("家属");
    assertThat(jdbc.sql("select reason from intake.case_step where case_id = :id and kind = 'ENDING' order by reached_at").param("id", served.value()).query(String.class).list()).containsExactly("迁出本市", "老人去世");
    reach(served, CaseStep.FELT, month, UUID.randomUUID());
    assertThat(closure(served)).isEqualTo("DECEASED");
  }

  @Test
  void aDeathTakenBackStandsInTheCasesHistoryWithWhyAndSoDoesTheNextOne() throws Exception {
    var served = planned();
    for (var step : List.of(CaseStep.ORDERED, CaseStep.VISITED)) reach(served, step, month, UUID.randomUUID());
    var today = LocalDate.now(clock);
    var elder = elderOf(served);
    register.changeStatus(elder, ElderStatus.DECEASED, today, "家属告知", Actor.PLATFORM);
    eventually(() -> ending(served), "DECEASED");

    var back = api.as("county_officer").post("/api/elders/" + elder.value() + "/status", Map.of("version", api.as("county_officer").get("/api/elders/" + elder.value()).body().path("version").asLong(),
        "status", "LIVING", "since", today.toString(), "reason", "同名同姓，登记错了", "takeBack", true));

    assertThat(back.status()).as("%s", back.body()).isEqualTo(200);
    eventually(() -> ending(served), "-");
    var last = api.as("county_officer").get("/api/elders/" + elder.value() + "/timeline").body().path("items").path(0);
    assertThat(last.path("title").asString()).isEqualTo("不再结案，案例继续");
    assertThat(last.path("detail").asString()).isEqualTo("去世登记有误，已撤销：同名同姓，登记错了");
    register.changeStatus(elder, ElderStatus.DECEASED, today, "家属告知", Actor.PLATFORM);
    eventually(() -> ending(served), "DECEASED");
    assertThat(api.as("county_officer").get("/api/elders/" + elder.value() + "/timeline").body().path("items").path(0).path("kind").asString()).isEqualTo("ENDING");
  }

  private String ending(CaseId careCase) {
    return jdbc.sql("select coalesce(ending, '-') from intake.care_case where id = :id").param("id", careCase.value()).query(String.class).single();
  }

  private String holder(CaseId careCase) {
    return api.as("village_worker").get("/api/cases/" + careCase).body().at("/careCase/holder").asString();
  }

  @Test
  void aCaseWhoseOnlyVisitDidNotCountWaitsForNoFeedback() throws Exception {
    var withdrawn = planned();
    var bereaved = planned();
    var visit = UUID.randomUUID();
    for (var careCase : List.of(withdrawn, bereaved)) for (var step : List.of(CaseStep.ORDERED, CaseStep.MATCHED, CaseStep.DISPATCHED, CaseStep.VISITED)) reach(careCase, step, month, visit);
    register.changeStatus(elderOf(bereaved), ElderStatus.DECEASED, LocalDate.now(clock), "家属告知", Actor.PLATFORM);
    eventually(() -> jdbc.sql("select coalesce(ending, '-') from intake.care_case where id = :id").param("id", bereaved.value()).query(String.class).single(), "DECEASED");
    assertThat(close(withdrawn, "WITHDRAWN").problem()).isEqualTo("/problems/intake/feedback-missing");

    for (var careCase : List.of(withdrawn, bereaved)) commands.fallBack(careCase, CaseStep.VISITED, month, reached(visit));

    assertThat(step(withdrawn)).isEqualTo("VISITED");
    assertThat(close(withdrawn, "WITHDRAWN").status()).isEqualTo(200);
    assertThat(closure(bereaved)).isEqualTo("DECEASED");
  }

  @Test
  void aMonthWithoutVisitsIsPassedOverByTheClock() {
    var careCase = planned();
    reach(careCase, CaseStep.ORDERED, month, UUID.randomUUID());

    job().runFor(month.plusMonths(1).atDay(1));
    job().runFor(month.plusMonths(1).atDay(1));

    assertThat(jdbc.sql("select month from intake.care_case where id = :id").param("id", careCase.value()).query(LocalDate.class).single()).isEqualTo(month.plusMonths(1).atDay(1));
    assertThat(history(careCase, "MATCHED")).containsExactly("MONTH_PASSED");
  }

  @Test
  void whoWaitsForAProviderIsAsOldOnTheFirstOfTheMonthAsTheDayBefore() {
    var careCase = planned();
    var order = UUID.randomUUID();
    reach(careCase, CaseStep.ORDERED, month, order);
    var began = waiting(careCase);

    job().runFor(month.plusMonths(1).atDay(1));
    commands.waitForProvider(careCase, month.plusMonths(1), true, new Reached(Actor.PLATFORM, began.plus(Duration.ofDays(30)), village, null, order));
    job().runFor(month.plusMonths(1).atDay(1));
    var nextMonth = waiting(careCase);
    commands.reach(careCase, CaseStep.MATCHED, month.plusMonths(1), new Reached(Actor.PLATFORM, began.plus(Duration.ofDays(31)), village, null, order));
    commands.loseProvider(careCase, List.of(), new Reached(Actor.PLATFORM, began.plus(Duration.ofDays(35)), village, null, order));
    job().runFor(month.plusMonths(1).atDay(1));

    assertThat(nextMonth).isEqualTo(began);
    assertThat(waiting(careCase)).as("a provider was found and lost again").isEqualTo(began.plus(Duration.ofDays(35)));
  }

  private java.time.Instant waiting(CaseId careCase) {
    return jdbc.sql("select step_since from intake.care_case where id = :id").param("id", careCase.value()).query((r, n) -> r.getObject(1, java.time.OffsetDateTime.class).toInstant()).single();
  }

  @Test
  void theBoardCountsCasesByStepWithTheirAgesAndTellsTheOverdue() {
    var careCase = planned();
    jdbc.sql("update intake.care_case set step_since = :since, due_on = :due where id = :id").param("since", java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(9))))
        .param("due", Date.valueOf(LocalDate.now(clock).minusDays(2))).param("id", careCase.value()).update();

    var board = api.as("village_worker").get("/api/loop").body();
    var list = api.as("village_worker").get("/api/cases?step=ORDERED&overdue=true").body();

    var ordered = board.path("columns").valueStream().filter(column -> column.path("step").asString().equals("ORDERED")).findFirst().orElseThrow();
    assertThat(ordered.path("oldestAgeDays").asLong()).isGreaterThanOrEqualTo(9);
    assertThat(ordered.path("limitDays").asInt()).isEqualTo(2);
    assertThat(ordered.path("overdue").asLong()).isEqualTo(list.path("total").asLong()).isPositive();
    assertThat(board.path("columns").size()).isEqualTo(13);
    assertThat(board.path("conversion").path(0).path("cases").asLong()).isPositive();
  }

  @Test
  void theTimelineTellsTheNewestFirstAndOnlyToWhoMaySeeTheElder() {
    var careCase = planned();
    var elder = elderOf(careCase).value();

    var entries = api.as("village_worker").get("/api/elders/" + elder + "/timeline?size=2").body();

    assertThat(entries.path("total").asLong()).isEqualTo(4);
    assertThat(entries.at("/items/0/title").asString()).isEqualTo("计划确认");
    assertThat(entries.at("/items/0/path").asString()).startsWith("/console/need/plans/");
    assertThat(api.as("family").get("/api/elders/" + elder + "/timeline").status()).isEqualTo(404);
    assertThat(api.as("family").get("/api/cases/" + careCase).status()).isEqualTo(404);
    assertThat(api.as("provider_dispatcher").get("/api/cases/" + careCase).status()).isEqualTo(403);
  }

  private CaseId planned() {
    var careCase = new CaseId(UUID.fromString(captured().path("caseId").asString()));
    for (var step : List.of(CaseStep.ASSESSED, CaseStep.ELIGIBLE, CaseStep.PLANNED)) reach(careCase, step, null, UUID.randomUUID());
    return careCase;
  }

  private void reach(CaseId careCase, CaseStep step, YearMonth of, UUID source) {
    commands.reach(careCase, step, of, reached(source));
  }

  private Reached reached(UUID source) {
    return new Reached(Actor.PLATFORM, clock.instant(), village, null, source);
  }

  private JsonNode captured() {
    var answer = api.as("village_worker").post("/api/needs", needOfUnknown());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body();
  }

  private String registered() {
    var person = person();
    return api.as("village_worker").post("/api/elders", person).body().path("id").asString();
  }

  private Map<String, Object> needOfUnknown() {
    return needOfUnknown(person -> {});
  }

  private Map<String, Object> needOfUnknown(java.util.function.Consumer<Map<String, Object>> change) {
    var person = person();
    change.accept(person);
    return Map.of("elder", person, "services", List.of("MEAL", "CLEANING"), "urgency", "ORDINARY", "contact", "CALL_ELDER", "askedBy", "ELDER", "supplement", false);
  }

  private Map<String, Object> person() {
    var n = SEQUENCE.incrementAndGet();
    return new HashMap<>(Map.of("name", "测试老人" + n, "idNumber", GbIdNumber.synthetic(LocalDate.of(1938, 3, 1).plusDays(n), 900 + n % 100).value(), "regionCode", village,
        "livingSituation", "ALONE", "economicStatus", "ORDINARY", "hukou", "LOCAL", "disability", false, "familyPlanningSpecial", false));
  }

  private static Map<String, Object> need(String elder, String... services) {
    var supplement = List.of(services).contains("supplement");
    return Map.of("elderId", elder, "services", List.of(services).stream().filter(s -> !s.equals("supplement")).toList(), "urgency", "SOON", "contact", "CALL_ELDER", "askedBy", "ELDER",
        "supplement", supplement);
  }

  @Test
  void aLookupSaysAtOnceThatSomebodyIsTooYoungOrNotBornYet() {
    var worker = api.as("village_worker");

    var young = worker.post("/api/elders/lookups", Map.of("idNumber", GbIdNumber.synthetic(LocalDate.now(clock).minusYears(40), 7).value()));
    var old = worker.post("/api/elders/lookups", Map.of("idNumber", GbIdNumber.synthetic(LocalDate.now(clock).minusYears(60), 997).value()));

    assertThat(young.problem()).isEqualTo("/problems/elder/too-young");
    assertThat(old.status()).isEqualTo(200);
  }

  private String refusal(Map<String, Object> form) {
    var answer = api.as("village_worker").post("/api/needs", form);
    return answer.problem() + " " + answer.body().at("/errors/0/field").asString("") + " " + answer.body().at("/errors/0/code").asString("");
  }

  private Api.Answer close(CaseId careCase, String closure) {
    return api.as("village_worker").post("/api/cases/" + careCase + "/closure", Map.of("closure", closure, "words", "家属来电说明"));
  }

  private static ElderId elder(JsonNode captured) {
    return new ElderId(UUID.fromString(captured.path("elderId").asString()));
  }

  private ElderId elderOf(CaseId careCase) {
    return new ElderId(jdbc.sql("select elder_id from intake.care_case where id = :id").param("id", careCase.value()).query(UUID.class).single());
  }

  private String step(CaseId careCase) {
    return jdbc.sql("select step from intake.care_case where id = :id").param("id", careCase.value()).query(String.class).single();
  }

  private String closure(CaseId careCase) {
    return jdbc.sql("select coalesce(closure, 'open') from intake.care_case where id = :id").param("id", careCase.value()).query(String.class).single();
  }

  private List<String> history(CaseId careCase, String step) {
    return jdbc.sql("select kind from intake.case_step where case_id = :id and step = :step order by id").param("id", careCase.value()).param("step", step).query(String.class).list();
  }

  private DailyJob job() {
    return jobs.stream().filter(job -> job.name().equals("intake.pass-months")).findFirst().orElseThrow();
  }

  private static void eventually(java.util.function.Supplier<String> actual, String expected) throws InterruptedException {
    for (var i = 0; i < 100 && !expected.equals(actual.get()); i++) Thread.sleep(100);
    assertThat(actual.get()).isEqualTo(expected);
  }
}
