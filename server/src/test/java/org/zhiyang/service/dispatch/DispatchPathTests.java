package org.zhiyang.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** A dispatcher's day through the whole application: draft, publication, change by hand, undo. Every test has a day of its own, far enough ahead to be nobody else's. */
@ZhiyangTest
class DispatchPathTests {
  private static int daysTaken = 28 * 7; // whole weeks: the day stays the Tuesday two carers work

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired List<DailyJob> jobs;
  @Autowired List<RepeatedJob> repeated;

  private UUID provider;
  private LocalDate day;
  private Api.Caller dispatcher;

  @BeforeEach
  void aDayOfItsOwn() {
    dispatcher = api.as("provider_dispatcher");
    provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    daysTaken += 7;
    day = LocalDate.now(clock).with(java.time.DayOfWeek.TUESDAY).plusDays(daysTaken);
    var two = jdbc.sql("select id from workforce.carer where provider_id = :p and active order by id limit 2").param("p", provider).query(UUID.class).list();
    for (var carer : two) {
      jdbc.sql("delete from workforce.shift where carer_id = :c and weekday = 2").param("c", carer).update();
      jdbc.sql("insert into workforce.shift (carer_id, weekday, starts_at, ends_at) values (:c, 2, '07:30', '19:00')").param("c", carer).update();
    }
  }

  @Test
  void aDraftBecomesTheDaysTruthOnlyWhenPublishedAndIsTakenBackAsAWhole() {
    var visits = List.of(visit("09:00", "11:00"), visit("13:00", "15:00"));

    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", day));
    var before = dispatcher.get("/api/dispatch/day?day=" + day).body();
    var published = dispatcher.post("/api/dispatch/plans/" + plan.body().path("id").asString() + "/publication", Map.of());
    var after = dispatcher.get("/api/dispatch/day?day=" + day).body();
    var twice = dispatcher.post("/api/dispatch/plans/" + plan.body().path("id").asString() + "/publication", Map.of());
    var undone = dispatcher.post("/api/dispatch/changes/" + published.body().path("change").asString() + "/reversal", Map.of());

    assertThat(plan.status()).as(plan.body().toString()).isEqualTo(201);
    assertThat(plan.body().path("planned").asInt()).isEqualTo(2);
    assertThat(before.path("open").size()).isEqualTo(2);
    assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
    assertThat(published.body().path("assigned").asInt()).isEqualTo(2);
    assertThat(after.path("open").size()).isZero();
    assertThat(visits).allSatisfy(v -> assertThat(row(after, v).path("carers").size()).isEqualTo(1));
    assertThat(twice.problem()).isEqualTo("/problems/dispatch/not-draft");
    assertThat(undone.status()).as(undone.body().toString()).isEqualTo(200);
    assertThat(dispatcher.get("/api/dispatch/day?day=" + day).body().path("open").size()).isEqualTo(2);
    assertThat(dispatcher.post("/api/dispatch/changes/" + published.body().path("change").asString() + "/reversal", Map.of()).problem()).isEqualTo("/problems/dispatch/changed-since");
  }

  @Test
  void everyLineSaysWhyThisCarerAndWhyNotTheOthers() {
    visit("09:00", "11:00");

    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body();
    var line = dispatcher.get("/api/dispatch/plans/" + plan.path("id").asString()).body().path("lines").get(0);

    assertThat(line.path("reasons").path("why").size()).isPositive();
    assertThat(line.path("reasons").path("alternatives").size() + line.path("reasons").path("excluded").size()).isPositive();
    assertThat(line.path("visit").path("elder").path("name").asString()).isNotBlank();
  }

  @Test
  void aHandIsToldWhichRuleItWouldBreakAndMayChooseAnotherTime() {
    var first = visit("09:00", "11:00");
    var second = visit("09:00", "11:00");
    var carer = possible(first, "09:00");

    var given = assign(first, carer, "09:00");
    var clash = assign(second, carer, "09:30");
    var shown = dispatcher.get("/api/dispatch/visits/" + second + "/options?from=09:30").body().path("options");
    var night = assign(second, carer, "03:00");
    var other = assign(second, possible(second, "15:00"), "15:00");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(clash.status()).isEqualTo(409);
    assertThat(clash.problem()).isEqualTo("/problems/dispatch/rule-broken");
    assertThat(clash.body().path("objections").get(0).path("rule").asString()).isEqualTo("ONE_PLACE");
    assertThat(clash.body().path("objections").get(0).path("otherVisit").asString()).isEqualTo(first.toString());
    assertThat(shown).anySatisfy(o -> assertThat(o.path("carer").path("id").asString().equals(carer) && o.path("rule").asString("").equals("ONE_PLACE")).isTrue());
    assertThat(night.body().path("objections").toString()).contains("DISPATCH_HOURS");
    assertThat(other.status()).as(other.body().toString()).isEqualTo(200);
  }

  @Test
  void beforeADragTheHandIsToldForEveryCarerWhereTheVisitMayStandAndWhatIsInTheWay() {
    var first = visit("09:00", "11:00");
    var second = visit("09:00", "11:00");
    var carer = possible(first, "09:00");
    assertThat(assign(first, carer, "09:00").status()).isEqualTo(200);

    var moves = dispatcher.get("/api/dispatch/visits/" + second + "/moves").body();
    var row = moves.path("carers").valueStream().filter(c -> c.path("carer").path("id").asString().equals(carer)).findFirst().orElseThrow();
    var clash = row.path("spans").valueStream().filter(s -> s.path("from").asString().compareTo("09:30") <= 0 && s.path("to").asString().compareTo("09:30") >= 0).findFirst().orElseThrow();
    var free = row.path("spans").valueStream().filter(s -> s.path("rule").isNull() || s.path("rule").isMissingNode()).toList();

    assertThat(moves.path("maximumMinutes").asInt()).isPositive();
    assertThat(clash.path("rule").asString()).isEqualTo("ONE_PLACE");
    assertThat(clash.path("otherVisit").asString()).isEqualTo(first.toString());
    assertThat(free).isNotEmpty();
    assertThat(assign(second, carer, free.getFirst().path("from").asString().substring(0, 5)).status()).isEqualTo(200);
    assertThat(api.as("carer").get("/api/dispatch/visits/" + second + "/moves").status()).isEqualTo(403);
  }

  @Test
  void aHandDoesNotOverwriteWhatAColleagueChangedMeanwhile() {
    var visit = visit("09:00", "11:00");
    var carer = possible(visit, "09:00");
    var colleague = assign(visit, carer, "09:00");

    var late = dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(carer), "from", day + "T10:00:00+08:00", "seen", Map.of("carers", List.of())));
    var awake = dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(carer), "from", day + "T10:00:00+08:00", "seen", Map.of("carers", List.of(carer), "from", "09:00")));

    assertThat(colleague.status()).isEqualTo(200);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("/problems/dispatch/moved-meanwhile");
    assertThat(late.body().path("carers").get(0).path("id").asString()).isEqualTo(carer);
    assertThat(awake.status()).as(awake.body().toString()).isEqualTo(200);
  }

  @Test
  void aHandDoesNotTakeAwayWhomAColleagueSentMeanwhile() {
    var visit = visit("09:00", "11:00");
    var carer = possible(visit, "09:00");
    assertThat(assign(visit, carer, "09:00").status()).isEqualTo(200);
    var seen = "/api/dispatch/assignments/" + visit + "?reason=wrong&seenCarers=" + carer + "&seenFrom=";
    var colleague = assign(visit, carer, "10:00");

    var late = dispatcher.delete(seen + "09:00");
    var stands = row(dispatcher.get("/api/dispatch/day?day=" + day).body(), visit).path("from").asString();
    var awake = dispatcher.delete(seen + "10:00");

    assertThat(colleague.status()).isEqualTo(200);
    assertThat(late.problem()).as(late.body().toString()).isEqualTo("/problems/dispatch/moved-meanwhile");
    assertThat(late.body().path("carers").get(0).path("id").asString()).isEqualTo(carer);
    assertThat(stands).startsWith("10:00");
    assertThat(awake.status()).as(awake.body().toString()).isEqualTo(200);
    assertThat(dispatcher.delete(seen + "10:00").body().path("change").asString("")).as("nobody is there any more").isEmpty();
  }

  @Test
  void aCarerOfSomebodyElseIsNobodyHere() {
    var visit = visit("09:00", "11:00");
    var foreign = jdbc.sql("select id, name from workforce.carer where provider_id <> :p order by id limit 1").param("p", provider).query((r, n) -> Map.entry(r.getString(1), r.getString(2))).single();

    var answer = assign(visit, foreign.getKey(), "09:00");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("/problems/web/invalid");
    assertThat(answer.body().toString()).doesNotContain(foreign.getValue());
  }

  @Test
  void aDayNobodyCanHaveMeantIsRefusedInWords() {
    for (var far : List.of("-999999999-01-01", "5874898-01-01", "+999999999-12-31", "0001-01-01", "9999-12-31")) {
      var asked = far.replace("+", "%2B");
      assertThat(List.of(dispatcher.get("/api/dispatch/day?day=" + asked), dispatcher.get("/api/dispatch/plans?day=" + asked), dispatcher.get("/api/dispatch/repairs?day=" + asked),
          api.as("carer").get("/api/my/shifts?from=" + asked), dispatcher.post("/api/dispatch/plans", Map.of("day", far)), dispatcher.post("/api/dispatch/repairs", Map.of("day", far, "cause", "OTHER")),
          api.as("county_officer").post("/api/dispatch/weeks", Map.of("from", far)),
          dispatcher.post("/api/dispatch/what-ifs", Map.of("from", far, "extras", List.of(Map.of("count", 1, "skills", List.of(), "lng", 120, "lat", 30, "from", "08:00", "to", "17:00")))))).as(far)
          .allSatisfy(answer -> assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400));
    }
    assertThat(dispatcher.get("/api/dispatch/day?day=2099-01-01").body().path("errors").get(0).path("code").asString()).isEqualTo("range");
  }

  @Test
  void aPlanMadeBeforeAChangeByHandIsOutdated() {
    var visit = visit("09:00", "11:00");
    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body();
    var before = dispatcher.get("/api/dispatch/plans/" + plan.path("id").asString()).body();
    assertThat(assign(visit, possible(visit, "16:00"), "16:00").status()).isEqualTo(200);

    var after = dispatcher.get("/api/dispatch/plans/" + plan.path("id").asString()).body();
    var published = dispatcher.post("/api/dispatch/plans/" + plan.path("id").asString() + "/publication", Map.of());

    assertThat(List.of(before.path("outdated").asInt(), after.path("outdated").asInt())).as("told before it is tried").containsExactly(0, 1);
    assertThat(published.problem()).isEqualTo("/problems/dispatch/plan-outdated");
    assertThat(row(dispatcher.get("/api/dispatch/day?day=" + day).body(), visit).path("from").asString()).startsWith("16:00");
  }

  /** The draft would leave the first visit where it stood: that counts too. */
  @Test
  void aPlanDoesNotSendAgainWhomAColleagueTookAwayMeanwhile() {
    var told = visit("09:00", "11:00");
    assertThat(assign(told, possible(told, "09:00"), "09:00").status()).isEqualTo(200);
    visit("13:00", "15:00");
    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body().path("id").asString();
    assertThat(dispatcher.delete("/api/dispatch/assignments/" + told + "?reason=家属来电").status()).isEqualTo(200);

    var published = dispatcher.post("/api/dispatch/plans/" + plan + "/publication", Map.of());
    var anew = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body().path("id").asString();

    assertThat(published.problem()).as(published.body().toString()).isEqualTo("/problems/dispatch/plan-outdated");
    assertThat(published.body().path("visits").asInt()).isEqualTo(1);
    assertThat(row(dispatcher.get("/api/dispatch/day?day=" + day).body(), told).path("carers")).isEmpty();
    assertThat(dispatcher.post("/api/dispatch/plans/" + anew + "/publication", Map.of()).body().path("assigned").asInt()).isEqualTo(2);
  }

  /** Drafts of before the update did not keep what stood. */
  @Test
  void aPlanThatKeptNothingIsPublishedAsBefore() {
    var told = visit("09:00", "11:00");
    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body().path("id").asString();
    jdbc.sql("update dispatch.plan_visit set before_carers = null where plan_id = :p").param("p", UUID.fromString(plan)).update();

    var published = dispatcher.post("/api/dispatch/plans/" + plan + "/publication", Map.of());

    assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
    assertThat(row(dispatcher.get("/api/dispatch/day?day=" + day).body(), told).path("carers")).hasSize(1);
  }

  @Test
  void aDayWithoutVisitsLeadsToTheNearestDaysThatHaveSome() {
    var visits = new VisitsOfTests(jdbc, api);
    visits.cleaning(provider, day.minusDays(2), "09:00", "11:00");
    visits.cleaning(provider, day.plusDays(1), "09:00", "11:00");

    var around = dispatcher.get("/api/dispatch/day?day=" + day).body().path("around");

    assertThat(around.path("before").asString()).isEqualTo(day.minusDays(2).toString());
    assertThat(around.path("after").asString()).isEqualTo(day.plusDays(1).toString());
    assertThat(around.path("ordered").asBoolean()).isTrue();
    assertThat(dispatcher.get("/api/dispatch/day?day=" + day.plusDays(1)).body().path("around").asString("")).as("a day with visits needs no way on").isEmpty();
  }

  @Test
  void aProviderWithoutOrdersIsToldSo() {
    var officer = api.as("city_officer");
    var idle = jdbc.sql("""
            select id from facility.provider p where not exists (select from homecare.service_order o where o.provider_id = p.id)
              and not exists (select from homecare.visit v where v.provider_id = p.id) order by id limit 1""").query(UUID.class).single();

    var around = officer.get("/api/dispatch/day?day=" + day + "&provider=" + idle).body().path("around");

    assertThat(around.path("ordered").asBoolean(true)).isFalse();
    assertThat(around.path("before").asString("")).isEmpty();
    assertThat(around.path("after").asString("")).isEmpty();
  }

  @Test
  void aDayThatIsNotFrozenYetMayBePlannedAnewAsAWhole() {
    var told = visit("09:00", "09:30");
    assertThat(assign(told, possible(told, "16:00"), "16:00").status()).isEqualTo(200);
    jdbc.sql("update homecare.visit set fixed_by_hand = false where id = :v").param("v", told).update();

    var kept = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body();
    var fresh = dispatcher.post("/api/dispatch/plans", Map.of("day", day, "fresh", true)).body();

    assertThat(dispatcher.get("/api/dispatch/day?day=" + day).body().path("frozen").asBoolean()).isFalse();
    assertThat(kept.path("changed").asInt()).isZero();
    assertThat(fresh.path("changed").asInt()).isEqualTo(1);
  }

  /** No plan moves what a hand fixed, so draft and publication name it. What the elder refused before anybody began is another matter than what has begun. */
  @Test
  void whatAHandFixedToACarerTheElderHasRefusedSinceIsNamedBeforeAndAfterPublication() {
    var fixed = visit("09:00", "11:00");
    visit("13:00", "15:00");
    var carer = possible(fixed, "09:00");
    assertThat(assign(fixed, carer, "09:00").status()).isEqualTo(200);
    var elder = jdbc.sql("select elder_id from homecare.visit where id = :v").param("v", fixed).query(UUID.class).single();
    var before = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body().path("id").asString();
    assertThat(dispatcher.get("/api/dispatch/plans/" + before).body().path("refused")).isEmpty();
    var wish = api.as("county_officer").put("/api/elders/" + elder + "/carer-wishes/" + carer, Map.of("kind", "REFUSED", "saidBy", "ELDER", "reason", "说话太急，听不清"));
    assertThat(wish.status()).as(wish.body().toString()).isEqualTo(200);

    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body().path("id").asString();
    var draft = dispatcher.get("/api/dispatch/plans/" + plan).body();
    var published = dispatcher.post("/api/dispatch/plans/" + plan + "/publication", Map.of());

    assertThat(draft.path("refused")).singleElement().satisfies(one -> {
      assertThat(one.path("visit").path("id").asString()).isEqualTo(fixed.toString());
      assertThat(one.path("visit").path("elder").path("name").asString()).isNotBlank();
      assertThat(one.path("refused").get(0).path("id").asString()).isEqualTo(carer);
    });
    assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
    assertThat(published.body().path("assigned").asInt()).isEqualTo(1);
    assertThat(published.body().path("refused")).singleElement().satisfies(one -> assertThat(one.path("visit").path("id").asString()).isEqualTo(fixed.toString()));
    api.as("county_officer").delete("/api/elders/" + elder + "/carer-wishes/" + carer);
  }

  @Test
  void theNightMakesADraftForDaysWithVisitsNobodyIsSentTo() {
    visit("09:00", "11:00");

    var nightly = jobs.stream().filter(job -> job.name().equals("dispatch.nightly-plans")).findFirst().orElseThrow();
    nightly.runFor(day.minusDays(1));
    nightly.runFor(day.minusDays(1));
    repeated.stream().filter(job -> job.name().equals("dispatch.week-runs")).findFirst().orElseThrow().run();

    var plans = dispatcher.get("/api/dispatch/plans?day=" + day).body();
    assertThat(plans.get(0).path("status").asString()).isEqualTo("DRAFT");
    assertThat(plans.get(0).path("origin").asString()).isEqualTo("NIGHTLY");
    assertThat(dispatcher.get("/api/workbench").body().path("tasks").toString()).contains(plans.get(0).path("id").asString());
  }

  @Test
  void nobodySeesOrMovesTheDayOfAnotherProvider() {
    visit("09:00", "11:00");
    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body().path("id").asString();
    var other = jdbc.sql("select id from facility.provider where id <> :own order by id limit 1").param("own", provider).query(UUID.class).single();
    jdbc.sql("update dispatch.plan set provider_id = :other where id = :id").param("other", other).param("id", UUID.fromString(plan)).update();

    assertThat(dispatcher.get("/api/dispatch/plans/" + plan).status()).isEqualTo(404);
    assertThat(dispatcher.post("/api/dispatch/plans/" + plan + "/publication", Map.of()).status()).isEqualTo(404);
    assertThat(dispatcher.get("/api/dispatch/day?day=" + day + "&provider=" + other).status()).isEqualTo(404);
    assertThat(dispatcher.post("/api/dispatch/plans", Map.of("day", day, "provider", other)).status()).isEqualTo(404);
    assertThat(dispatcher.get("/api/dispatch/plans?day=" + day + "&provider=" + other).body().size()).isZero();
    assertThat(api.as("carer").get("/api/dispatch/day?day=" + day).status()).isEqualTo(403);
  }

  @Test
  void aDayThatIsOverAndADayWithoutVisitsAreRefusedInWords() {
    assertThat(dispatcher.post("/api/dispatch/plans", Map.of("day", LocalDate.now(clock).minusDays(1))).problem()).isEqualTo("/problems/dispatch/past-day");
    assertThat(dispatcher.post("/api/dispatch/plans", Map.of("day", day)).problem()).isEqualTo("/problems/dispatch/nothing-to-plan");
    assertThat(dispatcher.post("/api/dispatch/plans", Map.of()).problem()).isEqualTo("/problems/web/invalid");
  }

  private Api.Answer assign(UUID visit, String carer, String from) {
    return dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(carer), "from", day + "T" + from + ":00+08:00"));
  }

  private String possible(UUID visit, String from) {
    for (var option : dispatcher.get("/api/dispatch/visits/" + visit + "/options?from=" + from).body().path("options")) {
      if (option.path("rule").isNull() || option.path("rule").isMissingNode()) return option.path("carer").path("id").asString();
    }
    throw new AssertionError("nobody could go at " + from + ": " + dispatcher.get("/api/dispatch/visits/" + visit + "/options?from=" + from).body());
  }

  private static JsonNode row(JsonNode view, UUID visit) {
    for (var row : view.path("visits")) if (row.path("id").asString().equals(visit.toString())) return row;
    throw new AssertionError("not on that day");
  }

  private UUID visit(String from, String to) {
    return new VisitsOfTests(jdbc, api).cleaning(provider, day, from, to);
  }
}
