package org.zhiyang.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.assessment.AssessmentExpired;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.careplan.CarePlanQueries;
import org.zhiyang.need.eligibility.EligibilityQueries;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareCaseQueries;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** The steps 资格 and 计划 through the whole application. */
@ZhiyangTest
class EligibleAndPlannedTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired EligibilityQueries eligibility;
  @Autowired CarePlanQueries plans;
  @Autowired CareCaseQueries cases;
  @Autowired CareCaseCommands commands;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired List<DailyJob> jobs;

  private UUID elder;

  /** An elder of the county officer's county not computed yet, made 76, at home with the spouse, of ordinary income, moderately impaired. */
  @BeforeEach
  void takeAnElder() {
    var region = api.as("county_officer").get("/api/session").body().path("regionCode").asString().substring(0, 6);
    elder = jdbc.sql("""
            select p.id from elder.elder p where p.region_code like :region and p.status = 'LIVING' and not exists (select from eligibility.proposal e where e.elder_id = p.id)
            order by p.id limit 1""")
        .param("region", region + "%").query(UUID.class).single();
    jdbc.sql("update elder.elder set living_situation = 'WITH_SPOUSE', birth_on = '1950-05-02', family_planning_special = false where id = :id").param("id", elder).update();
    level("MODERATE");
    openCase();
  }

  private void openCase() {
    if (cases.findOpenOf(new ElderId(elder)).isPresent()) return;
    var answer = api.as("county_officer").post("/api/needs", Map.of("elderId", elder, "services", List.of("CLEANING"), "urgency", "ORDINARY", "contact", "CALL_ELDER", "askedBy", "ELDER", "supplement", false));
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
    // The need itself works out what the level in force grants: let it come first.
    org.awaitility.Awaitility.await().until(() -> jdbc.sql("select count(*) from eligibility.proposal where elder_id = :e").param("e", elder).query(Long.class).single() > 0);
  }

  @Test
  void aNeedOfSomebodyWithALevelInForceIsComputedByItself() {
    var open = api.as("county_officer").get("/api/entitlement-proposals?status=PROPOSED&elder=" + elder).body();

    assertThat(open.path("total").asInt()).isEqualTo(1);
    assertThat(open.path("items").path(0).path("cause").asString()).contains("沿用");
  }

  @Test
  void aProposalStandsOnTheWorkbenchWithTheLastDayOfItsCase() {
    var due = jdbc.sql("select due_on from intake.care_case where elder_id = :e and closed_at is null and step = 'ELIGIBLE'").param("e", elder).query(LocalDate.class).single();

    var tasks = api.as("county_officer").get("/api/workbench").body().path("tasks");

    var mine = tasks.valueStream().filter(task -> task.path("path").asString().endsWith("/entitlements/" + elder)).findFirst().orElseThrow();
    assertThat(mine.path("dueOn").asString()).isEqualTo(due.toString());
  }

  /** There is no assessment to open: the register itself shows the level. */
  @Test
  void aLevelTheRegisterTookOverLeadsToTheElder() {
    var story = api.as("county_officer").get("/api/elders/" + elder + "/timeline").body().path("items");

    var assessed = story.valueStream().filter(step -> step.path("step").asString().equals("ASSESSED")).findFirst().orElseThrow();
    assertThat(assessed.path("path").asString()).isEqualTo("/console/registry/elders/" + elder);
  }

  private List<String> reachedSteps() {
    return jdbc.sql("select step from intake.case_step where elder_id = :elder and kind = 'REACHED'").param("elder", elder).query(String.class).list();
  }

  private void level(String level) {
    jdbc.sql("update elder.elder set ability_level = :level, ability_valid_until = :until, economic_status = 'ORDINARY' where id = :id")
        .param("level", level).param("until", LocalDate.now(clock).plusMonths(8)).param("id", elder).update();
  }

  private JsonNode compute() {
    var answer = api.as("county_officer").post("/api/elders/" + elder + "/entitlement-computations", Map.of());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body();
  }

  private Api.Answer decide(String proposal, String decision) {
    return api.as("county_officer").post("/api/entitlement-proposals/decisions", Map.of("ids", List.of(proposal), "decision", decision, "reason", "核对无误"));
  }

  private void granted() {
    assertThat(decide(compute().path("proposal").asString(), "CONFIRM").body().path("confirmed").asInt()).isEqualTo(1);
  }

  private Map<String, Object> item(String service, List<Integer> weekdays, int units) {
    return Map.of("service", service, "weekdays", weekdays, "units", units, "windowFrom", "09:00", "windowTo", "11:00", "wishes", "希望女护理员");
  }

  private JsonNode draft(List<Map<String, Object>> items) {
    var answer = api.as("county_officer").post("/api/care-plans", Map.of("elderId", elder, "fromOn", LocalDate.now(clock).plusDays(1), "items", items));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("plan");
  }

  private Api.Answer act(JsonNode plan, String act, Map<String, Object> body, String as) {
    var all = new java.util.HashMap<>(body);
    all.putIfAbsent("version", plan.path("version").asLong());
    return api.as(as).post("/api/care-plans/" + plan.path("id").asString() + "/" + act, all);
  }

  private JsonNode accepted(List<Map<String, Object>> items) {
    var proposed = act(draft(items), "proposal", Map.of("ownShareAccepted", true), "county_officer");
    assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(200);
    var answer = act(proposed.body().path("plan"), "acceptance", Map.of("how", "PHONE", "note", "与女儿通话，同意"), "county_officer");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("plan");
  }

  @Test
  void nothingIsGrantedBeforeAPersonConfirmsAndTheReasonsAreShown() {
    var computed = compute();

    assertThat(computed.path("status").asString()).isEqualTo("PROPOSED");
    assertThat(eligibility.findEntitlementOf(new ElderId(elder), LocalDate.now(clock))).isEmpty();
    var shown = api.as("county_officer").get("/api/elders/" + elder + "/entitlements").body();
    assertThat(shown.path("current").isNull()).isTrue();
    var hours = shown.path("latest").path("benefits").path(0);
    assertThat(hours.path("answer").asString()).isEqualTo("YES");
    assertThat(hours.path("rules").toString()).contains("10 小时");
    assertThat(shown.path("latest").path("figures").toString()).contains("home-care-entitlement").contains("2026-01-01");

    var decided = decide(computed.path("proposal").asString(), "CONFIRM");

    assertThat(decided.body().path("confirmed").asInt()).isEqualTo(1);
    assertThat(eligibility.findEntitlementOf(new ElderId(elder), LocalDate.now(clock)).orElseThrow().minutesPerMonth()).isEqualTo(600);
    assertThat(reachedSteps()).contains("ELIGIBLE");
    assertThat(decide(computed.path("proposal").asString(), "CONFIRM").body().path("results").path(0).path("result").asString()).isEqualTo("ALREADY_DECIDED");
    assertThat(compute().path("status").asString()).isEqualTo("UNCHANGED");
    var ruling = api.as("county_officer").get("/api/rulings/" + shown.path("latest").path("computation").path("rulingId").asString());
    assertThat(ruling.status()).isEqualTo(200);
    assertThat(ruling.body().toString()).contains("home-care-hours.level-table");
  }

  @Test
  void aNoIsStoredShownAndDecidedToo() {
    level("INTACT");

    var computed = compute();

    assertThat(computed.path("conclusion").asString()).isEqualTo("NOTHING");
    assertThat(decide(computed.path("proposal").asString(), "CONFIRM").body().path("confirmed").asInt()).isEqualTo(1);
    var shown = api.as("county_officer").get("/api/elders/" + elder + "/entitlements").body();
    assertThat(shown.path("latest").path("benefits").toString()).contains("相差 2 级");
    assertThat(shown.path("latest").path("computation").path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(compute().path("status").asString()).isEqualTo("UNCHANGED");
  }

  @Test
  void withoutALevelNothingCanBeConfirmed() {
    jdbc.sql("update elder.elder set ability_level = null, ability_valid_until = null where id = :id").param("id", elder).update();

    var computed = compute();

    assertThat(computed.path("status").asString()).isEqualTo("UNDECIDABLE");
    assertThat(decide(computed.path("proposal").asString(), "CONFIRM").body().path("results").path(0).path("result").asString()).isEqualTo("ALREADY_DECIDED");
  }

  @Test
  void whatChangedSinceItWasComputedIsComputedAnewInsteadOfConfirmed() {
    var computed = compute();
    level("SEVERE");

    var result = decide(computed.path("proposal").asString(), "CONFIRM").body().path("results").path(0);

    assertThat(result.path("result").asString()).isEqualTo("RECOMPUTED");
    assertThat(eligibility.findEntitlementOf(new ElderId(elder), LocalDate.now(clock))).isEmpty();
    assertThat(decide(result.path("newProposal").asString(), "CONFIRM").body().path("confirmed").asInt()).isEqualTo(1);
    assertThat(eligibility.findEntitlementOf(new ElderId(elder), LocalDate.now(clock)).orElseThrow().minutesPerMonth()).isEqualTo(1200);
  }

  @Test
  void aReturnNeedsAReasonAndOthersMayNotDecide() {
    var computed = compute();
    var body = Map.of("ids", List.of(computed.path("proposal").asString()), "decision", "RETURN");

    assertThat(api.as("county_officer").post("/api/entitlement-proposals/decisions", body).problem()).isEqualTo("/problems/web/invalid");
    assertThat(api.as("village_worker").post("/api/entitlement-proposals/decisions", body).status()).isEqualTo(403);
    assertThat(decide(computed.path("proposal").asString(), "RETURN").body().path("returned").asInt()).isEqualTo(1);
    assertThat(api.as("county_officer").get("/api/entitlement-proposals?status=RETURNED&elder=" + elder).body().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void aNewEntitlementOfTheSameDayTakesThePlaceOfTheFormer() {
    granted();
    level("SEVERE");
    granted();

    var periods = api.as("county_officer").get("/api/elders/" + elder + "/entitlements").body().path("periods");

    assertThat(periods.size()).isEqualTo(1);
    assertThat(periods.path(0).path("minutesPerMonth").asInt()).isEqualTo(1200);
    assertThat(jdbc.sql("select count(*) from eligibility.entitlement_withdrawn where elder_id = :e").param("e", elder).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void aPlanBeyondTheEntitlementNeedsTheElderToSaySo() {
    granted();
    var plan = draft(List.of(item("CLEANING", List.of(1, 2, 3, 4, 5), 1)));

    var refused = act(plan, "proposal", Map.of(), "county_officer");

    assertThat(refused.problem()).isEqualTo("/problems/careplan/beyond-entitlement");
    assertThat(refused.body().path("grantedMinutes").asInt()).isEqualTo(600);
    assertThat(refused.body().path("overMinutes").asInt()).isGreaterThanOrEqualTo(600);
    assertThat(refused.body().path("elderFen").asLong()).isPositive();
    assertThat(api.as("county_officer").get("/api/care-plans/" + plan.path("id").asString()).body().path("plan").path("status").asString()).isEqualTo("DRAFT");
    assertThat(act(plan, "proposal", Map.of("ownShareAccepted", true), "county_officer").status()).isEqualTo(200);
  }

  /** The days pass: what was granted ends tomorrow, or goes on. */
  private void entitledUntil(LocalDate day) {
    jdbc.sql("update eligibility.entitlement set to_on = :to where elder_id = :e").param("to", day).param("e", elder).update();
    transaction.executeWithoutResult(t -> jobs.stream().filter(job -> job.name().equals("careplan.own-share")).findFirst().orElseThrow().runFor(LocalDate.now(clock)));
  }

  private List<JsonNode> toAgreeAnew(JsonNode plan) {
    return api.as("county_officer").get("/api/workbench").body().path("tasks").valueStream().filter(task -> task.path("key").asString().equals("beyond-agreed:" + plan.path("id").asString())).toList();
  }

  private JsonNode beyond(JsonNode plan) {
    return api.as("county_officer").get("/api/care-plans/" + plan.path("id").asString()).body().path("beyondAgreed");
  }

  @Test
  void whoMakesPlansIsToldWhenTheEntitlementEndsAndTheElderWouldPayMoreThanWasAgreedUntilItIsAgreedAnew() {
    granted();
    var plan = accepted(List.of(item("CLEANING", List.of(1, 4), 1)));
    var tomorrow = LocalDate.now(clock).plusDays(1);
    assertThat(plan.path("elderFen").asLong()).isZero();
    entitledUntil(LocalDate.now(clock).plusMonths(8));
    assertThat(toAgreeAnew(plan)).isEmpty();

    entitledUntil(tomorrow);
    entitledUntil(tomorrow);

    assertThat(toAgreeAnew(plan)).singleElement().satisfies(task -> {
      assertThat(task.path("title").asString()).isEqualTo("待遇到期，自付将超过老人同意的金额，请重新商定计划");
      assertThat(task.path("subject").asString()).isNotEmpty();
      assertThat(task.path("path").asString()).isEqualTo("/console/need/plans/" + plan.path("id").asString());
    });
    assertThat(beyond(plan).path("elderFen").asLong()).isPositive();
    assertThat(beyond(plan).path("agreedFen").asLong()).isZero();
    assertThat(beyond(plan).path("entitled").asBoolean()).isFalse();
    entitledUntil(LocalDate.now(clock).plusMonths(8));
    assertThat(toAgreeAnew(plan)).as("entitled again").isEmpty();
    assertThat(beyond(plan).isMissingNode() || beyond(plan).isNull()).isTrue();
    entitledUntil(tomorrow);
    var anew = accepted(List.of(item("CLEANING", List.of(1, 4), 1)));
    entitledUntil(tomorrow);
    assertThat(toAgreeAnew(plan)).as("agreed anew").isEmpty();
    assertThat(toAgreeAnew(anew)).isEmpty();
    assertThat(anew.path("elderFen").asLong()).isPositive();
  }

  @Test
  void anEntitlementThatFallsAwayByDecisionBringsTheTaskAtOnceAndANewOneTakesItAway() throws InterruptedException {
    granted();
    var plan = accepted(List.of(item("CLEANING", List.of(1, 4), 1)));

    level("INTACT");
    granted();

    until(() -> toAgreeAnew(plan).size() == 1);
    level("MODERATE");
    granted();
    until(() -> toAgreeAnew(plan).isEmpty());
  }

  @Test
  void theServerPricesTheWeekAndEveryMonth() {
    granted();

    var quote = api.as("county_officer").post("/api/care-plans/quotes", Map.of("elderId", elder, "fromOn", "2027-02-01", "items", List.of(item("CLEANING", List.of(1, 3), 1), item("MEAL", List.of(1), 1)))).body();

    // February 2027: 4 Mondays, 4 Wednesdays: 8 h of cleaning within 10 h, 4 meals half by voucher.
    var february = quote.path("months").path(0);
    assertThat(february.path("wantedMinutes").asInt()).isEqualTo(480);
    assertThat(february.path("publicFen").asLong()).isEqualTo(8 * 4500);
    assertThat(february.path("voucherFen").asLong()).isEqualTo(4 * 750);
    assertThat(february.path("elderFen").asLong()).isEqualTo(4 * 750);
    // March 2027 has five Mondays and five Wednesdays: exactly the ten hours.
    assertThat(quote.path("months").path(1).path("wantedMinutes").asInt()).isEqualTo(600);
    assertThat(quote.path("mostElderFen").asLong()).isEqualTo(5 * 750);
    assertThat(quote.path("week").path("priceFen").asLong()).isEqualTo(2 * 4500 + 1500);
  }

  @Test
  void anAcceptedPlanEndsTheFormerTheDayBeforeAndIsAnsweredToOthers() {
    granted();
    var first = accepted(List.of(item("CLEANING", List.of(1), 1)));
    jdbc.sql("update careplan.plan set from_on = from_on - 10 where id = :id").param("id", UUID.fromString(first.path("id").asString())).update();
    var tomorrow = LocalDate.now(clock).plusDays(1);

    var second = accepted(List.of(item("CLEANING", List.of(1, 4), 1)));

    assertThat(plans.findActiveOf(new ElderId(elder), tomorrow.minusDays(1)).orElseThrow().id().toString()).isEqualTo(first.path("id").asString());
    assertThat(plans.findActiveOf(new ElderId(elder), tomorrow).orElseThrow().id().toString()).isEqualTo(second.path("id").asString());
    assertThat(api.as("county_officer").get("/api/care-plans/" + first.path("id").asString()).body().path("plan").path("toOn").asString()).isEqualTo(tomorrow.toString());
    assertThat(reachedSteps()).contains("PLANNED");
  }

  @Test
  void aStaleFormChangesNothingAndStaffMustSayHowTheyHeardTheYes() {
    granted();
    var proposed = act(draft(List.of(item("CLEANING", List.of(1), 1))), "proposal", Map.of(), "county_officer").body().path("plan");

    assertThat(act(proposed, "acceptance", Map.of("version", 1, "how", "PHONE", "note", "同意"), "county_officer").problem()).isEqualTo("/problems/web/stale");
    assertThat(act(proposed, "acceptance", Map.of(), "county_officer").problem()).isEqualTo("/problems/web/invalid");
    assertThat(act(proposed, "acceptance", Map.of("how", "IN_APP", "note", "x"), "county_officer").problem()).isEqualTo("/problems/web/invalid");
    assertThat(act(proposed, "refusal", Map.of("words", "周一要去医院，想改周三"), "county_officer").body().path("plan").path("status").asString()).isEqualTo("CHANGE_WANTED");
  }

  @Test
  void theElderAcceptsOnTheirOwnPhone() {
    elder = UUID.fromString(api.as("elder").get("/api/session").body().path("elderIds").path(0).asString());
    level("MODERATE");
    jdbc.sql("update elder.elder set status = 'LIVING', living_situation = 'WITH_SPOUSE' where id = :id").param("id", elder).update();
    var officer = jdbc.sql("select region_code from elder.elder where id = :id").param("id", elder).query(String.class).single();
    openCase();
    assertThat(officer).startsWith(api.as("county_officer").get("/api/session").body().path("regionCode").asString().substring(0, 6));
    granted();
    var proposed = act(draft(List.of(item("CLEANING", List.of(1), 1))), "proposal", Map.of(), "county_officer").body().path("plan");

    var mine = api.as("elder").get("/api/care-plans?status=PROPOSED").body();
    assertThat(mine.path("total").asInt()).isEqualTo(1);
    var answer = act(proposed, "acceptance", Map.of(), "elder");

    assertThat(answer.body().path("acceptance").path("how").asString()).isEqualTo("IN_APP");
    assertThat(answer.body().path("acceptance").path("onBehalf").asBoolean()).isFalse();
  }

  @Test
  void deathEndsEntitlementAndPlan() throws InterruptedException {
    granted();
    accepted(List.of(item("CLEANING", List.of(1, 2, 3, 4, 5, 6, 7), 1)));
    var today = LocalDate.now(clock);

    var answer = api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("version", api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong(), "status", "DECEASED", "since", today, "reason", "家属报告"));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);

    until(() -> eligibility.findEntitlementOf(new ElderId(elder), today).isEmpty() && plans.findActiveOf(new ElderId(elder), today.plusDays(1)).isEmpty());
  }

  private String step() {
    return jdbc.sql("select step from intake.care_case where elder_id = :e and closed_at is null").param("e", elder).query(String.class).single();
  }

  private void becomes(String status) {
    var version = api.as("county_officer").get("/api/elders/" + elder).body().path("version").asLong();
    var answer = api.as("county_officer").post("/api/elders/" + elder + "/status", Map.of("version", version, "status", status, "since", LocalDate.now(clock), "reason", "家属报告", "takeBack", true));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
  }

  private boolean waitsForAPlan() {
    return api.as("county_officer").get("/api/workbench").body().toString().contains("to-plan:" + elder)
        && jdbc.sql("select exists (select from careplan.to_plan where elder_id = :e)").param("e", elder).query(Boolean.class).single();
  }

  /** A case in which somebody came does not end by a death at once: the family is asked first. */
  private void visitedBeforeThisMonth() {
    for (var step : CaseStep.values()) if (step.isMonthly() && step != CaseStep.FELT) reach(step);
  }

  private void reach(CaseStep step) {
    var told = new CareCaseCommands.Reached(Actor.PLATFORM, clock.instant(), null, null, UUID.randomUUID());
    commands.reach(cases.findOpenOf(new ElderId(elder)).orElseThrow(), step, YearMonth.now(clock).minusMonths(1), told);
  }

  @Test
  void aDeathTakenBackLeavesTheCaseWaitingForANewPlan() throws InterruptedException {
    granted();
    var first = accepted(List.of(item("CLEANING", List.of(1), 1)));
    jdbc.sql("update careplan.plan set from_on = from_on - 10 where id = :id").param("id", UUID.fromString(first.path("id").asString())).update();
    accepted(List.of(item("CLEANING", List.of(1, 4), 1)));
    jdbc.sql("update eligibility.entitlement set from_on = from_on - 10 where elder_id = :e").param("e", elder).update();
    visitedBeforeThisMonth();
    becomes("DECEASED");
    until(() -> plans.findActiveOf(new ElderId(elder), LocalDate.now(clock).plusDays(1)).isEmpty() && eligibility.findEntitlementOf(new ElderId(elder), LocalDate.now(clock)).isEmpty());

    becomes("LIVING");

    until(() -> eligibility.findEntitlementOf(new ElderId(elder), LocalDate.now(clock)).isPresent() && waitsForAPlan());
    reach(CaseStep.FELT);
    assertThat(step()).isEqualTo("PLANNED");
  }

  @Test
  void whoIsGrantedNothingIsPlannedForAtTheirOwnCost() throws InterruptedException {
    level("INTACT");
    granted();

    until(this::waitsForAPlan);
    assertThat(step()).isEqualTo("PLANNED");
    accepted(List.of(item("CLEANING", List.of(1), 1)));
    assertThat(waitsForAPlan()).isFalse();
  }

  @Test
  void whoComesAgainWithTheSameEntitlementIsPlannedForAnew() throws InterruptedException {
    granted();
    accepted(List.of(item("CLEANING", List.of(1), 1)));
    var first = cases.findOpenOf(new ElderId(elder)).orElseThrow().value();
    assertThat(api.as("county_officer").post("/api/cases/" + first + "/closure", Map.of("closure", "WITHDRAWN", "words", "老人说暂时不需要")).status()).isBetween(200, 204);
    until(() -> plans.findActiveOf(new ElderId(elder), LocalDate.now(clock).plusDays(1)).isEmpty() && cases.findOpenOf(new ElderId(elder)).isEmpty());

    openCase();

    until(this::waitsForAPlan);
  }

  @Test
  void whoMovesBackIsComputedAnewAndThenPlanned() throws InterruptedException {
    granted();
    accepted(List.of(item("CLEANING", List.of(1), 1)));
    visitedBeforeThisMonth();
    becomes("MOVED");
    until(() -> plans.findActiveOf(new ElderId(elder), LocalDate.now(clock).plusDays(1)).isEmpty() && eligibility.findEntitlementOf(new ElderId(elder), LocalDate.now(clock)).isEmpty());

    becomes("LIVING");

    until(() -> step().equals("ELIGIBLE") && api.as("county_officer").get("/api/entitlement-proposals?status=PROPOSED&elder=" + elder).body().path("total").asInt() == 1);
    var proposal = api.as("county_officer").get("/api/entitlement-proposals?status=PROPOSED&elder=" + elder).body().path("items").path(0).path("id").asString();
    decide(proposal, "CONFIRM");
    until(this::waitsForAPlan);
    reach(CaseStep.FELT);
    assertThat(step()).isEqualTo("PLANNED");
  }

  @Test
  void nothingIsComputedForWhoIsDeadOrMovedAway() throws InterruptedException {
    becomes("DECEASED");

    var refused = api.as("county_officer").post("/api/elders/" + elder + "/entitlement-computations", Map.of());
    until(() -> jdbc.sql("select status from eligibility.proposal where elder_id = :e").param("e", elder).query(String.class).list().equals(List.of("SUPERSEDED")));
    transaction.executeWithoutResult(t -> events.publishEvent(
        new AssessmentExpired(new AssessmentId(UUID.randomUUID()), new ElderId(elder), AbilityLevel.MODERATE, LocalDate.now(clock).minusDays(1), clock.instant())));

    assertThat(refused.problem()).isEqualTo("/problems/elder/not-served");
    assertThat(refused.body().path("state").asString()).isEqualTo("DECEASED");
    until(() -> jdbc.sql("select not exists (select from event.event_publication where completion_date is null and event_type like '%AssessmentExpired')").query(Boolean.class).single());
    assertThat(jdbc.sql("select count(*) from eligibility.proposal where elder_id = :e").param("e", elder).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void aVisitLongerThanACarersDayIsRefusedWithTheMostItMayHold() {
    granted();

    var tooLong = api.as("county_officer").post("/api/care-plans/quotes", Map.of("elderId", elder, "fromOn", LocalDate.now(clock), "items", List.of(item("COMFORT", List.of(1), 7), item("COMFORT", List.of(2), 8))));

    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.body().path("errors").toString()).contains("items[1].units", "too-long", "7").doesNotContain("items[0]");
  }

  @Test
  void anUnknownServiceIsNamedWithItsLine() {
    granted();

    var answer = api.as("county_officer").post("/api/care-plans/quotes", Map.of("elderId", elder, "fromOn", LocalDate.now(clock), "items", List.of(item("MEAL", List.of(1), 1), item("DANCING", List.of(1), 1))));

    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("items[1].service");
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    for (int i = 0; i < 100 && !holds.getAsBoolean(); i++) Thread.sleep(100);
    assertThat(holds.getAsBoolean()).isTrue();
  }
}
