package org.zhiyang.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.Absence;
import org.zhiyang.registry.workforce.CarerAbsent;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.CarerLeft;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** A day that changes: what is proposed, accepted, taken back; and why a visit goes to whom it goes. Every test has a day of its own. */
@ZhiyangTest
class DispatchRepairTests {
  private static int weeksTaken = 400;

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired List<org.zhiyang.platform.clock.RepeatedJob> repeated;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private UUID provider;
  private LocalDate day;
  private Api.Caller dispatcher;
  private List<UUID> two;
  private UUID early;
  private UUID late;

  @BeforeEach
  void aPublishedDay() {
    var visits = new VisitsOfTests(jdbc, api);
    dispatcher = api.as("provider_dispatcher");
    provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    day = LocalDate.now(clock).with(DayOfWeek.THURSDAY).plusWeeks(++weeksTaken);
    two = visits.onlyTwoOnDuty(provider, day);
    jdbc.sql("delete from workforce.absence where carer_id = any(:c)").param("c", two.toArray(UUID[]::new)).update();
    early = visits.cleaning(provider, day, "09:00", "10:00");
    late = visits.cleaning(provider, day, "15:00", "16:00");
    assign(early, two.getFirst(), "09:00");
    assign(late, two.getFirst(), "15:00");
    jdbc.sql("update homecare.visit set fixed_by_hand = false where id = any(:v)").param("v", new UUID[] {early, late}).update();
  }

  @Test
  void whenACarerFallsIllTheOtherIsProposedAndNothingHappensBeforeItIsAccepted() {
    away("00:00", "23:59");

    var proposal = propose("ABSENCE", "carer", two.getFirst());
    var before = standing(early);
    var accepted = dispatcher.post("/api/dispatch/repairs/" + id(proposal) + "/acceptance", Map.of());

    assertThat(proposal.path("lines").size()).as(proposal.toString()).isEqualTo(2);
    assertThat(proposal.path("lines").get(0).path("part").asString()).isEqualTo("MOVED");
    assertThat(proposal.path("lines").get(0).path("after").path("carers").get(0).path("id").asString()).isEqualTo(two.getLast().toString());
    assertThat(proposal.path("repair").path("searchMillis").asInt()).isLessThan(1500);
    assertThat(before).isEqualTo(two.getFirst());
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    assertThat(standing(early)).isEqualTo(two.getLast());
    assertThat(standing(late)).isEqualTo(two.getLast());
    assertThat(dispatcher.post("/api/dispatch/repairs/" + id(proposal) + "/acceptance", Map.of()).problem()).isEqualTo("/problems/dispatch/not-proposed");
  }

  @Test
  void whoLeavesEarlyKeepsTheMorning() {
    away("12:00", "20:00");

    var proposal = propose("ABSENCE", "carer", two.getFirst());

    assertThat(proposal.path("lines").size()).as(proposal.toString()).isEqualTo(1);
    assertThat(proposal.path("lines").get(0).path("visit").path("id").asString()).isEqualTo(late.toString());
  }

  @Test
  void anAbsenceMakesItsProposalByItself() {
    allDayAbsence(two.getFirst());

    var made = awaited("ABSENCE");
    assertThat(made.path("carer").path("id").asString()).isEqualTo(two.getFirst().toString());
    assertThat(dispatcher.get("/api/workbench").body().path("tasks").toString()).contains(made.path("id").asString());
  }

  @Test
  void whoLeavesBreaksTheVisitsFromThatDayOnAndIsReplacedByAProposal() {
    var administrator = api.as("administrator").get("/api/carers/" + two.getFirst() + "/visits-ahead?from=" + day);
    var ahead = dispatcher.get("/api/carers/" + two.getFirst() + "/visits-ahead?from=" + day);

    leaves(two.getFirst());
    var made = awaited("ABSENCE");
    var board = dispatcher.get("/api/dispatch/day?day=" + day).body();
    var tasks = dispatcher.get("/api/workbench").body().path("tasks").toString();
    var accepted = dispatcher.post("/api/dispatch/repairs/" + made.path("id").asString() + "/acceptance", Map.of());
    jdbc.sql("update workforce.carer set left_on = null, leaving_at = null, leaving_by = null where id = :c").param("c", two.getFirst()).update();

    assertThat(ahead.body().path("firstOn").asString()).as(ahead.body().toString()).isEqualTo(day.toString());
    assertThat(ahead.body().path("visits").asInt()).as("these two, and those of other tests on later days").isGreaterThanOrEqualTo(2);
    assertThat(administrator.body()).isEqualTo(ahead.body());
    assertThat(board.path("broken").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder(early.toString(), late.toString());
    assertThat(board.path("carers").valueStream().filter(c -> c.path("id").asString().equals(two.getFirst().toString())).toList()).singleElement().satisfies(c -> assertThat(c.path("shifts")).isEmpty());
    assertThat(tasks).contains(made.path("id").asString(), day + " 起离职");
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    assertThat(standing(early)).isEqualTo(two.getLast());
  }

  /** As it is written down, but for the limit of a year: these tests have days of their own, far ahead. */
  private UUID allDayAbsence(UUID carer) {
    var id = UUID.randomUUID();
    var from = day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    var to = from.plusHours(24).minusMinutes(1);
    transaction.executeWithoutResult(t -> {
      jdbc.sql("insert into workforce.absence (id, carer_id, from_at, to_at, reason, recorded_at, recorded_by) values (:id, :carer, :from, :to, 'ILLNESS', now(), :by)").param("id", id).param("carer", carer)
          .param("from", from).param("to", to).param("by", Actor.PLATFORM.accountId()).update();
      events.publishEvent(new CarerAbsent(id, new CarerId(carer), new ProviderId(provider), from.toInstant(), to.toInstant(), Absence.Reason.ILLNESS, clock.instant()));
    });
    return id;
  }

  private void leaves(UUID carer) {
    transaction.executeWithoutResult(t -> {
      jdbc.sql("update workforce.carer set left_on = :day, leaving_at = now(), leaving_by = :by where id = :c").param("day", java.sql.Date.valueOf(day)).param("by", Actor.PLATFORM.accountId()).param("c", carer).update();
      events.publishEvent(new CarerLeft(new CarerId(carer), new ProviderId(provider), day, clock.instant()));
    });
  }

  @Test
  void aCarerWhoHasNotCheckedInLongAfterTheStartIsNoticed() {
    var now = java.time.LocalDateTime.now(clock);
    org.assertj.core.api.Assumptions.assumeThat(now.toLocalTime()).as("seventeen minutes ago was today").isAfter(java.time.LocalTime.of(0, 20));
    var today = now.toLocalDate();
    var awaited = new VisitsOfTests(jdbc, api).cleaning(provider, today, "00:10", "23:50");
    jdbc.sql("update homecare.visit set status = 'ASSIGNED', planned_from = :from, planned_to = :from + interval '1 hour' where id = :v").param("v", awaited)
        .param("from", now.minusMinutes(17).truncatedTo(java.time.temporal.ChronoUnit.MINUTES).atZone(BusinessClock.ZONE).toOffsetDateTime()).update();
    jdbc.sql("insert into homecare.visit_carer (visit_id, carer_id, place) values (:v, :c, 0)").param("v", awaited).param("c", two.getFirst()).update();

    look();
    look();

    var made = jdbc.sql("select count(*) from dispatch.repair where visit_id = :v and cause = 'LATE' and state = 'PROPOSED'").param("v", awaited).query(Integer.class).single();
    assertThat(made).as("made anew as the minutes go, but one of them stands").isEqualTo(1);
    jdbc.sql("update homecare.visit set status = 'CANCELLED' where id = :v").param("v", awaited).update();
  }

  @Test
  void whenAnElderDoesNotWantACarerAnyMoreAnotherIsProposedByItselfAndNobodySendsTheFirstAgain() {
    day = LocalDate.now(clock).plusDays(7).with(java.time.temporal.TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY)); // near enough that people were told
    var visit = new VisitsOfTests(jdbc, api).cleaning(provider, day, "09:00", "10:00");
    var elder = jdbc.sql("select elder_id from homecare.visit where id = :v").param("v", visit).query(UUID.class).single();
    assign(visit, two.getFirst(), "09:00");
    var officer = api.as("county_officer");
    var path = "/api/elders/" + elder + "/carer-wishes/" + two.getFirst();

    var refused = officer.put(path, Map.of("kind", "REFUSED", "saidBy", "ELDER", "reason", "说话太急，听不清"));
    var made = awaited("REFUSED");
    var accepted = dispatcher.post("/api/dispatch/repairs/" + made.path("id").asString() + "/acceptance", Map.of());
    var again = dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(two.getFirst()), "from", day + "T09:00:00+08:00"));

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(200);
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    assertThat(standing(visit)).isEqualTo(two.getLast());
    assertThat(again.body().path("objections").get(0).path("rule").asString()).as(again.body().toString()).isEqualTo("REFUSED");
    officer.delete(path);
    assertThat(dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(two.getFirst()), "from", day + "T09:00:00+08:00")).status()).isEqualTo(200);
  }

  @Test
  void anUrgentVisitFindsItsPlaceWithoutMovingTheOthers() {
    var urgent = new VisitsOfTests(jdbc, api).cleaning(provider, day, "09:00", "09:15");

    var proposal = propose("URGENT", "visit", urgent);

    assertThat(proposal.path("lines").size()).as(proposal.toString()).isEqualTo(1);
    assertThat(proposal.path("lines").get(0).path("visit").path("id").asString()).isEqualTo(urgent.toString());
    assertThat(proposal.path("lines").get(0).path("part").asString()).isEqualTo("PLACED");
    assertThat(proposal.path("repair").path("moved").asInt()).isZero();
  }

  @Test
  void aProposalFallsOnceSomebodyChangedTheDayAndWhatIsLeftIsProposedAnew() {
    away("00:00", "23:59");
    var proposal = propose("ABSENCE", "carer", two.getFirst());
    assign(late, two.getLast(), "16:00");

    var accepted = dispatcher.post("/api/dispatch/repairs/" + id(proposal) + "/acceptance", Map.of());
    var anew = awaited("ABSENCE");

    assertThat(accepted.status()).isEqualTo(409);
    assertThat(accepted.problem()).isEqualTo("/problems/dispatch/not-proposed");
    assertThat(standing(early)).isEqualTo(two.getFirst());
    assertThat(anew.path("id").asString()).isNotEqualTo(id(proposal));
    assertThat(dispatcher.get("/api/dispatch/repairs/" + anew.path("id").asString()).body().path("lines")).singleElement()
        .satisfies(line -> assertThat(line.path("visit").path("id").asString()).isEqualTo(early.toString()));
  }

  @Test
  void aProposalWhoseCauseIsGoneIsNotCarriedOut() {
    var absence = allDayAbsence(two.getFirst());
    var proposal = awaited("ABSENCE").path("id").asString();
    dispatcher.post("/api/carers/" + two.getFirst() + "/absences/" + absence + "/withdrawal", Map.of());

    var accepted = dispatcher.post("/api/dispatch/repairs/" + proposal + "/acceptance", Map.of());

    assertThat(accepted.problem()).as(accepted.body().toString()).isEqualTo("/problems/dispatch/plan-outdated");
    assertThat(standing(early)).isEqualTo(two.getFirst());
  }

  @Test
  void aProposalFallsForGoodOnceNothingIsLeftToMend() {
    var absence = allDayAbsence(two.getFirst());
    var proposal = awaited("ABSENCE").path("id").asString();
    dispatcher.post("/api/carers/" + two.getFirst() + "/absences/" + absence + "/withdrawal", Map.of());

    look();

    assertThat(dispatcher.get("/api/dispatch/repairs/" + proposal).body().path("repair").path("state").asString()).isEqualTo("SUPERSEDED");
    assertThat(open()).isEmpty();
  }

  @Test
  void anAcceptedProposalIsTakenBackAsAWholeOnceTheCarerIsBack() {
    away("00:00", "23:59");
    var change = dispatcher.post("/api/dispatch/repairs/" + id(propose("ABSENCE", "carer", two.getFirst())) + "/acceptance", Map.of()).body().path("change").asString();
    jdbc.sql("update workforce.absence set withdrawn_at = now(), withdrawn_by = carer_id where carer_id = :c").param("c", two.getFirst()).update();

    var undone = dispatcher.post("/api/dispatch/changes/" + change + "/reversal", Map.of());

    assertThat(undone.status()).as(undone.body().toString()).isEqualTo(200);
    assertThat(standing(early)).isEqualTo(two.getFirst());
    assertThat(standing(late)).isEqualTo(two.getFirst());
  }

  @Test
  void aDraftOfBeforeTheRepairDoesNotUndoItOnceTheCarerIsBack() {
    var draft = dispatcher.post("/api/dispatch/plans", Map.of("day", day)).body().path("id").asString();
    away("00:00", "23:59");
    dispatcher.post("/api/dispatch/repairs/" + id(propose("ABSENCE", "carer", two.getFirst())) + "/acceptance", Map.of());
    jdbc.sql("update workforce.absence set withdrawn_at = now(), withdrawn_by = carer_id where carer_id = :c").param("c", two.getFirst()).update();

    var published = dispatcher.post("/api/dispatch/plans/" + draft + "/publication", Map.of());

    assertThat(published.problem()).as(published.body().toString()).isEqualTo("/problems/dispatch/plan-outdated");
    assertThat(published.body().path("visits").asInt()).isEqualTo(2);
    assertThat(standing(early)).isEqualTo(two.getLast());
    assertThat(standing(late)).isEqualTo(two.getLast());
  }

  @Test
  void aRejectedProposalChangesNothingAndADayInOrderNeedsNone() {
    away("00:00", "23:59");
    var proposal = propose("ABSENCE", "carer", two.getFirst());

    assertThat(dispatcher.post("/api/dispatch/repairs/" + id(proposal) + "/rejection", Map.of()).status()).isEqualTo(204);
    assertThat(dispatcher.get("/api/dispatch/repairs/" + id(proposal)).body().path("repair").path("state").asString()).isEqualTo("REJECTED");
    assertThat(standing(early)).isEqualTo(two.getFirst());
    jdbc.sql("update workforce.absence set withdrawn_at = now(), withdrawn_by = carer_id where carer_id = :c").param("c", two.getFirst()).update();
    assertThat(dispatcher.post("/api/dispatch/repairs", Map.of("day", day, "cause", "OTHER")).problem()).isEqualTo("/problems/dispatch/nothing-to-repair");
  }

  @Test
  void nobodyElseSeesOrDecidesAProposal() {
    away("00:00", "23:59");
    var proposal = id(propose("ABSENCE", "carer", two.getFirst()));
    var other = api.as("provider_dispatcher_2");

    assertThat(other.get("/api/dispatch/repairs/" + proposal).status()).isEqualTo(404);
    assertThat(other.post("/api/dispatch/repairs/" + proposal + "/acceptance", Map.of()).status()).isEqualTo(404);
    assertThat(other.post("/api/dispatch/repairs", Map.of("day", day, "cause", "OTHER", "provider", provider)).status()).isEqualTo(404);
    assertThat(api.as("county_officer").post("/api/dispatch/repairs/" + proposal + "/acceptance", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aProposalIsAskedForOwnCarersAndVisitsOnly() {
    away("00:00", "23:59");
    var foreign = jdbc.sql("select id from workforce.carer where provider_id <> :p order by id limit 1").param("p", provider).query(UUID.class).single();
    var otherDay = new VisitsOfTests(jdbc, api).cleaning(provider, day.plusDays(1), "09:00", "10:00");

    for (var carer : List.of(foreign, UUID.randomUUID())) assertThat(ask(Map.of("cause", "ABSENCE", "carer", carer)).status()).isEqualTo(404);
    for (var visit : List.of(otherDay, UUID.randomUUID())) assertThat(ask(Map.of("cause", "URGENT", "visit", visit)).status()).isEqualTo(404);
    assertThat(ask(Map.of("cause", "ABSENCE", "carer", two.getFirst(), "visit", UUID.randomUUID())).status()).isEqualTo(404);
    assertThat(open()).isEmpty();
    assertThat(ask(Map.of("cause", "REFUSED", "carer", two.getFirst(), "visit", early)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"ABSENCE, carer", "LATE, carer", "REFUSED, carer", "URGENT, visit", "CANCELLATION, visit"})
  void aCauseSaysWhomItIsAbout(String cause, String missing) {
    var answer = ask(Map.of("cause", cause));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo(missing);
    assertThat(answer.body().path("errors").get(0).path("code").asString()).isEqualTo("required");
  }

  private Api.Answer ask(Map<String, Object> what) {
    var body = new java.util.HashMap<>(what);
    body.put("day", day);
    return dispatcher.post("/api/dispatch/repairs", body);
  }

  @Test
  void everyVisitIsExplainedCarerByCarer() {
    var explained = dispatcher.get("/api/dispatch/visits/" + early + "/explanation");
    var open = new VisitsOfTests(jdbc, api).cleaning(provider, day, "09:00", "10:00");

    assertThat(explained.status()).as(explained.body().toString()).isEqualTo(200);
    assertThat(explained.body().path("choices").get(0).path("carer").path("id").asString()).isEqualTo(two.getFirst().toString());
    assertThat(explained.body().path("choices").get(0).path("chosen").asBoolean()).isTrue();
    assertThat(explained.body().path("choices")).anySatisfy(c -> assertThat(c.path("carer").path("id").asString().equals(two.getLast().toString()) && c.path("rule").isNull() || c.path("rule").isMissingNode()).isTrue());
    assertThat(explained.body().path("choices")).anySatisfy(c -> assertThat(c.path("rule").asString("")).isEqualTo("ON_DUTY"));
    var openExplained = dispatcher.get("/api/dispatch/visits/" + open + "/explanation").body();
    assertThat(openExplained.path("carers").size()).isZero();
    assertThat(openExplained.path("choices").get(0).path("rule").isNull() || openExplained.path("choices").get(0).path("rule").isMissingNode()).isTrue();
    assertThat(api.as("provider_dispatcher_2").get("/api/dispatch/visits/" + early + "/explanation").status()).isEqualTo(404);
  }

  @Test
  void aVisitNobodyCanGoToSaysWhyAndWhatWouldHelp() {
    away("00:00", "23:59");
    jdbc.sql("insert into workforce.absence (id, carer_id, from_at, to_at, reason, recorded_at, recorded_by) select gen_random_uuid(), :c, :day::date, :day::date + 1, 'LEAVE', now(), :c").param("c", two.getLast())
        .param("day", day.toString()).update();
    var open = new VisitsOfTests(jdbc, api).cleaning(provider, day, "09:00", "10:00");

    var explained = dispatcher.get("/api/dispatch/visits/" + open + "/explanation").body();

    assertThat(explained.path("unserved").path("reason").asString()).as(explained.toString()).isEqualTo("NOBODY_ON_DUTY");
    assertThat(explained.path("unserved").path("remedies").size()).isPositive();
  }

  private void away(String from, String to) {
    jdbc.sql("insert into workforce.absence (id, carer_id, from_at, to_at, reason, recorded_at, recorded_by) select gen_random_uuid(), :c, :from::timestamptz, :to::timestamptz, 'ILLNESS', now(), :c")
        .param("c", two.getFirst()).param("from", day + "T" + from + ":00+08:00").param("to", day + "T" + to + ":00+08:00").update();
  }

  private JsonNode propose(String cause, String whom, UUID id) {
    var answer = dispatcher.post("/api/dispatch/repairs", Map.of("day", day, "cause", cause, whom, id));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body();
  }

  private void look() {
    repeated.stream().filter(job -> job.name().equals("dispatch.late-carers")).findFirst().orElseThrow().run();
  }

  /** Proposals of the day that wait for a person. */
  private List<JsonNode> open() {
    return dispatcher.get("/api/dispatch/repairs?day=" + day).body().valueStream().filter(one -> one.path("state").asString().equals("PROPOSED")).toList();
  }

  /** The proposal that comes by itself, the newest cause being this one. */
  private JsonNode awaited(String cause) {
    return await().atMost(Duration.ofSeconds(20)).until(() -> open().stream().filter(one -> one.path("cause").asString().equals(cause)).findFirst(), java.util.Optional::isPresent).orElseThrow();
  }

  private static String id(JsonNode proposal) {
    return proposal.path("repair").path("id").asString();
  }

  private UUID standing(UUID visit) {
    return jdbc.sql("select carer_id from homecare.visit_carer where visit_id = :v and active").param("v", visit).query(UUID.class).single();
  }

  private void assign(UUID visit, UUID carer, String from) {
    var answer = dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(carer), "from", day + "T" + from + ":00+08:00"));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
  }
}
