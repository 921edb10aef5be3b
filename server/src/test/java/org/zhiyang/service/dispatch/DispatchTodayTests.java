package org.zhiyang.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.sql.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.clock.RepeatedJob;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitAdded;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;
import tools.jackson.databind.JsonNode;

/** Changes during the day that make their proposals by themselves: a visit added, a visit cancelled, a carer who is late. The day is today; only near midnight too little of it is left. */
@ZhiyangTest
@Import(WholeDayOfDispatch.class)
class DispatchTodayTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired List<RepeatedJob> repeated;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private VisitsOfTests visits;
  private Api.Caller dispatcher;
  private UUID provider;
  private LocalDate today;
  private LocalDateTime now;
  private List<UUID> two;
  private List<Shift> rota = List.of();

  @BeforeEach
  void aDayThatRuns() {
    visits = new VisitsOfTests(jdbc, api);
    dispatcher = api.as("provider_dispatcher");
    provider = UUID.fromString(dispatcher.get("/api/session").body().path("organizationId").asString());
    now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    today = now.toLocalDate();
    clear();
    rota = jdbc.sql("select s.carer_id, s.starts_at, s.ends_at from workforce.shift s join workforce.carer c on c.id = s.carer_id where c.provider_id = :p and s.weekday = :w").param("p", provider)
        .param("w", today.getDayOfWeek().getValue()).query((r, n) -> new Shift(r.getObject(1, UUID.class), r.getTime(2), r.getTime(3))).list();
    two = visits.onlyTwoOnDuty(provider, today);
    jdbc.sql("update workforce.shift set starts_at = '00:00', ends_at = '23:59' where carer_id = any(:c) and weekday = :w").param("c", two.toArray(UUID[]::new)).param("w", today.getDayOfWeek().getValue()).update();
  }

  private record Shift(UUID carer, Time from, Time to) {}

  @AfterEach
  void backToTheRota() {
    clear();
    var weekday = today.getDayOfWeek().getValue();
    jdbc.sql("delete from workforce.shift s using workforce.carer c where c.id = s.carer_id and c.provider_id = :p and s.weekday = :w").param("p", provider).param("w", weekday).update();
    for (var shift : rota) {
      jdbc.sql("insert into workforce.shift (carer_id, weekday, starts_at, ends_at) values (:c, :w, :from, :to)").param("c", shift.carer()).param("w", weekday).param("from", shift.from()).param("to", shift.to()).update();
    }
  }

  /** Whatever others left open today is out of the way. */
  private void clear() {
    jdbc.sql("delete from workforce.absence where from_at::date = :d").param("d", today).update();
    var open = "select id from homecare.visit where provider_id = :p and day = :d and status in ('PLANNED', 'ASSIGNED', 'CHECKED_IN')";
    jdbc.sql("update homecare.visit_carer set active = false where visit_id in (" + open + ")").param("p", provider).param("d", today).update();
    jdbc.sql("update homecare.visit set status = 'CANCELLED' where id in (" + open + ")").param("p", provider).param("d", today).update();
    jdbc.sql("update dispatch.repair set state = 'REJECTED', decided_at = now(), decided_by = made_by where provider_id = :p and day = :d and state = 'PROPOSED'").param("p", provider).param("d", today).update();
  }

  /** Today is frozen: whoever plans all of it anew leaves what elders were told, and only a hand moves it. */
  @Test
  void aFrozenDayPlannedAnewLeavesWhatWasTold() {
    hoursLeft(3);
    var told = given(visits.cleaning(provider, today, clock(20), clock(30)), two.getFirst(), 110);
    var open = visits.cleaning(provider, today, clock(20), clock(60));

    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", today, "fresh", true));

    assertThat(plan.status()).as(plan.body().toString()).isEqualTo(201);
    assertThat(plan.body().path("changed").asInt()).isEqualTo(1);
    assertThat(plannedFrom(plan.body().path("id").asString(), told)).isEqualTo(clock(110));
    assertThat(plannedFrom(plan.body().path("id").asString(), open)).isNotEmpty();
    assertThat(dispatcher.get("/api/dispatch/day?day=" + today).body().path("frozen").asBoolean()).isTrue();
    assertThat(dispatcher.get("/api/dispatch/day?day=" + today.plusDays(2)).body().path("frozen").asBoolean()).isFalse();
  }

  /** A draft may be older than the freeze. */
  @Test
  void aDraftThatMovesWhatWasToldIsOutdatedOnceTheDayIsFrozen() {
    hoursLeft(3);
    var told = given(visits.cleaning(provider, today, clock(20), clock(30)), two.getFirst(), 110);
    var plan = dispatcher.post("/api/dispatch/plans", Map.of("day", today, "fresh", true)).body().path("id").asString();
    jdbc.sql("update dispatch.plan_visit set starts_at = :from, ends_at = :from + interval '1 hour' where plan_id = :p and visit_id = :v").param("from", LocalTime.parse(clock(40))).param("p", UUID.fromString(plan)).param("v", told).update();

    var published = dispatcher.post("/api/dispatch/plans/" + plan + "/publication", Map.of());

    assertThat(published.problem()).isEqualTo("/problems/dispatch/plan-outdated");
    assertThat(published.body().path("visits").asInt()).isEqualTo(1);
  }

  @Test
  void nobodyIsPutBackToATimeThatIsOver() {
    hoursLeft(3);
    var visit = given(visits.cleaning(provider, today, "00:00", clock(120)), two.getFirst(), -30);
    var moved = dispatcher.post("/api/dispatch/assignments", Map.of("visit", visit, "carers", List.of(two.getLast()), "from", today + "T" + clock(90) + ":00+08:00"));
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);

    var undone = dispatcher.post("/api/dispatch/changes/" + moved.body().path("change").asString() + "/reversal", Map.of());

    assertThat(undone.problem()).as(undone.body().toString()).isEqualTo("/problems/dispatch/time-over");
    assertThat(undone.body().path("visits").asInt()).isEqualTo(1);
    assertThat(carersOf(visit)).containsExactly(two.getLast());
  }

  private String plannedFrom(String plan, UUID visit) {
    return dispatcher.get("/api/dispatch/plans/" + plan).body().path("lines").valueStream().filter(line -> line.path("visit").path("id").asString().equals(visit.toString()))
        .map(line -> line.path("from").asString().substring(0, 5)).findFirst().orElse("");
  }

  @Test
  void anAddedVisitIsGivenToSomebodyByAProposal() {
    hoursLeft(3);
    var visit = visits.cleaning(provider, today, clock(30), clock(60));

    added(visit);

    var made = awaited("URGENT", visit);
    assertThat(made.path("placed").asInt()).as(made.toString()).isEqualTo(1);
    assertThat(made.path("moved").asInt()).isZero();
    assertThat(made.path("unsolved")).isEmpty();
    assertThat(made.path("elder").path("name").asString()).isNotEmpty();
    assertThat(dispatcher.post("/api/dispatch/repairs/" + made.path("id").asString() + "/acceptance", Map.of()).status()).isEqualTo(200);
    assertThat(carersOf(visit)).hasSize(1);
  }

  @Test
  void theSameNewsTwiceIsOneProposalAndADecisionStands() {
    hoursLeft(3);
    var visit = visits.cleaning(provider, today, clock(30), clock(60));
    added(visit);
    var made = awaited("URGENT", visit).path("id").asString();

    added(visit);
    look();
    assertThat(dispatcher.get("/api/dispatch/repairs/" + made).body().path("repair").path("state").asString()).isEqualTo("PROPOSED");
    dispatcher.post("/api/dispatch/repairs/" + made + "/rejection", Map.of());
    added(visit);
    look();

    assertThat(open()).isEmpty();
    assertThat(jdbc.sql("select count(*) from dispatch.repair where visit_id = :v").param("v", visit).query(Integer.class).single()).isEqualTo(1);
  }

  /** The whole way: urgent help is asked for, the provider is named, its visit is made, and nobody can go. */
  @Test
  void urgentHelpNobodyCanGiveSaysWhyAndWhatWouldHelp() {
    for (var carer : two) {
      jdbc.sql("insert into workforce.absence (id, carer_id, from_at, to_at, reason, recorded_at, recorded_by) values (gen_random_uuid(), :c, :d::date, :d::date + 1, 'LEAVE', now(), :c)").param("c", carer)
          .param("d", today.toString()).update();
    }
    jdbc.sql("update facility.provider set visits_per_day = 1000, listing = 'NORMAL', services = (select array_agg(distinct s) from unnest(services || array['URGENT']) s) where id = :id").param("id", provider).update();

    var visit = urgentHelp();

    var made = awaited("URGENT", visit);
    assertThat(made.path("unsolved")).as(made.toString()).singleElement().satisfies(one -> {
      assertThat(one.path("visit").asString()).isEqualTo(visit.toString());
      assertThat(one.path("reason").asString()).isEqualTo("NOBODY_ON_DUTY");
      assertThat(one.path("remedies").valueStream().map(r -> r.path("means").asString())).contains("OTHER_PROVIDER");
    });
    assertThat(dispatcher.post("/api/dispatch/repairs/" + made.path("id").asString() + "/acceptance", Map.of()).problem()).isEqualTo("/problems/dispatch/nothing-to-repair");
    assertThat(dispatcher.get("/api/workbench").body().path("tasks").toString()).contains("1 单没有人能去");
  }

  @Test
  void whatNobodyCouldTakeIsProposedOnceSomebodyCan() {
    hoursLeft(3);
    jdbc.sql("update workforce.shift set starts_at = '00:00', ends_at = '00:01' where carer_id = any(:c) and weekday = :w").param("c", two.toArray(UUID[]::new)).param("w", today.getDayOfWeek().getValue()).update();
    var visit = visits.cleaning(provider, today, clock(30), clock(150));
    added(visit);
    var before = awaited("URGENT", visit);
    jdbc.sql("update workforce.shift set ends_at = '23:59' where carer_id = any(:c) and weekday = :w").param("c", two.toArray(UUID[]::new)).param("w", today.getDayOfWeek().getValue()).update();

    look();

    assertThat(before.path("unsolved")).hasSize(1);
    var now = awaited("URGENT", visit);
    assertThat(now.path("unsolved")).isEmpty();
    assertThat(lines(now)).singleElement().satisfies(line -> assertThat(line.path("part").asString()).isEqualTo("PLACED"));
  }

  @Test
  void aCancelledVisitMakesRoomForOneThatHadNobodyAndMovesNobodyElse() {
    hoursLeft(3);
    jdbc.sql("delete from workforce.shift where carer_id = :c and weekday = :w").param("c", two.getLast()).param("w", today.getDayOfWeek().getValue()).update();
    var standing = given(visits.cleaning(provider, today, clock(120), clock(121)), two.getFirst(), 120);
    var waiting = visits.cleaning(provider, today, clock(120), clock(121));

    cancel(standing);

    var made = awaited("CANCELLATION", standing);
    assertThat(lines(made)).singleElement().satisfies(line -> {
      assertThat(line.path("part").asString()).isEqualTo("PLACED");
      assertThat(line.path("visit").path("id").asString()).isEqualTo(waiting.toString());
    });
  }

  /** Even where something else of the day would be mended on the way: that is another cause, and was looked at when it arose. */
  @Test
  void aCancelledVisitThatLeavesOnlyAGapIsNotWorthAWord() {
    hoursLeft(3);
    var standing = given(visits.cleaning(provider, today, clock(30), clock(31)), two.getFirst(), 30);
    given(visits.cleaning(provider, today, clock(90), clock(120)), two.getLast(), 90);
    jdbc.sql("delete from workforce.shift where carer_id = :c and weekday = :w").param("c", two.getLast()).param("w", today.getDayOfWeek().getValue()).update();

    cancel(standing);
    await().atMost(Duration.ofSeconds(20)).until(() -> underWay("VisitCancelled") == 0);

    assertThat(open()).isEmpty();
  }

  @Test
  void whoCheckedInLateMakesAProposalForTheNextVisit() {
    hoursLeft(3);
    var first = begun(given(visits.cleaning(provider, today, "00:00", "23:50"), two.getFirst(), -50), -10);
    var next = given(visits.cleaning(provider, today, clock(0), clock(240)), two.getFirst(), 15);

    look();

    var made = awaited("LATE", first);
    assertThat(made.path("carer").path("id").asString()).isEqualTo(two.getFirst().toString());
    assertThat(lines(made)).singleElement().satisfies(line -> assertThat(line.path("visit").path("id").asString()).isEqualTo(next.toString()));
  }

  @Test
  void whoCheckedInLateButHasTimeLeftMakesNone() {
    hoursLeft(3);
    begun(given(visits.cleaning(provider, today, "00:00", "23:50"), two.getFirst(), -50), -10);
    given(visits.cleaning(provider, today, clock(0), clock(240)), two.getFirst(), 60);

    look();

    assertThat(open()).isEmpty();
  }

  /** As in the evening, when nobody may begin any more: what cannot be mended is told all the same. The visit is too long for what is left of any day. */
  @Test
  void whoHasNotComeIsToldOnceThoughNothingCanBeProposed() {
    hoursLeft(0);
    var visit = given(visits.cleaning(provider, today, "00:00", "23:50"), two.getFirst(), -17);
    jdbc.sql("update homecare.visit set units = 24, planned_to = planned_from + interval '24 hours' where id = :v").param("v", visit).update();

    look();
    look();

    var made = awaited("LATE", visit);
    assertThat(made.path("carer").path("id").asString()).isEqualTo(two.getFirst().toString());
    assertThat(made.path("changes").asInt()).isZero();
    assertThat(made.path("unsolved")).singleElement().satisfies(one -> assertThat(one.path("reason").asString()).isEqualTo("WINDOW_PASSED"));
    assertThat(dispatcher.get("/api/workbench").body().path("tasks").toString()).contains("repair:" + made.path("id").asString(), "护理员未按时签到，1 单没有人能去");
    assertThat(jdbc.sql("select count(*) from dispatch.repair where visit_id = :v").param("v", visit).query(Integer.class).single()).isEqualTo(1);
    begun(visit, 0);
    look();
    assertThat(open()).as("the carer has come").isEmpty();
  }

  @Test
  void aSecondCauseOfTheDayJoinsTheOpenProposal() {
    hoursLeft(3);
    var first = begun(given(visits.cleaning(provider, today, "00:00", "23:50"), two.getFirst(), -50), -10);
    given(visits.cleaning(provider, today, clock(0), clock(240)), two.getFirst(), 15);
    look();
    awaited("LATE", first);
    var urgent = visits.cleaning(provider, today, clock(90), clock(150));

    added(urgent);
    look();

    var made = awaited("URGENT", urgent);
    assertThat(open()).hasSize(1);
    assertThat(made.path("also")).singleElement().satisfies(also -> {
      assertThat(also.path("cause").asString()).isEqualTo("LATE");
      assertThat(also.path("visit").asString()).isEqualTo(first.toString());
    });
    assertThat(lines(made)).hasSize(2);
  }

  @Test
  void aProposalWhoseVisitSomebodyBeganFalls() {
    hoursLeft(3);
    var visit = visits.cleaning(provider, today, clock(30), clock(60));
    added(visit);
    var made = awaited("URGENT", visit).path("id").asString();
    jdbc.sql("insert into homecare.visit_carer (visit_id, carer_id, place) values (:v, :c, 0)").param("v", visit).param("c", two.getFirst()).update();
    begun(visit, 0);

    look();

    assertThat(dispatcher.get("/api/dispatch/repairs/" + made).body().path("repair").path("state").asString()).isEqualTo("SUPERSEDED");
    assertThat(open()).isEmpty();
  }

  /** An hour of today is over, and so many are left. */
  private void hoursLeft(int hours) {
    assumeThat(now.toLocalTime()).isBetween(LocalTime.of(1, 0), LocalTime.of(23 - hours, 59));
  }

  /** At most ten to midnight: a window lies within its day. */
  private String clock(int minutesFromNow) {
    var then = now.plusMinutes(minutesFromNow);
    return (then.toLocalDate().equals(today) ? then.toLocalTime() : LocalTime.of(23, 50)).toString();
  }

  private UUID given(UUID visit, UUID carer, int minutesFromNow) {
    var from = now.plusMinutes(minutesFromNow).atZone(BusinessClock.ZONE).toOffsetDateTime();
    jdbc.sql("update homecare.visit set status = 'ASSIGNED', planned_from = :from, planned_to = :from + interval '1 hour' where id = :v").param("v", visit).param("from", from).update();
    jdbc.sql("insert into homecare.visit_carer (visit_id, carer_id, place) values (:v, :c, 0)").param("v", visit).param("c", carer).update();
    return visit;
  }

  private UUID begun(UUID visit, int minutesFromNow) {
    jdbc.sql("update homecare.visit set status = 'CHECKED_IN', checked_in_at = :at where id = :v").param("v", visit).param("at", now.plusMinutes(minutesFromNow).atZone(BusinessClock.ZONE).toOffsetDateTime()).update();
    return visit;
  }

  private void added(UUID visit) {
    var elder = jdbc.sql("select elder_id from homecare.visit where id = :v").param("v", visit).query(UUID.class).single();
    transaction.executeWithoutResult(t -> events.publishEvent(new VisitAdded(new VisitId(visit), new ElderId(elder), new ProviderId(provider), today, clock.instant())));
    await().atMost(Duration.ofSeconds(20)).until(() -> underWay("VisitAdded") == 0);
  }

  private int underWay(String event) {
    return jdbc.sql("select count(*) from event.event_publication where event_type like :type").param("type", "%" + event).query(Integer.class).single();
  }

  private UUID urgentHelp() {
    var officer = api.as("county_officer");
    var county = officer.get("/api/session").body().path("regionCode").asString().substring(0, 6) + "%";
    var elder = jdbc.sql("""
            select e.id from elder.elder e where e.region_code like :county and e.lng is not null and e.status = 'LIVING'
              and not exists (select from intake.care_case c where c.elder_id = e.id) order by e.id limit 1""").param("county", county).query(UUID.class).single();
    var ordered = officer.post("/api/urgent-orders", Map.of("elderId", elder, "service", "URGENT", "reason", "在家摔倒起不来", "elderPays", true));
    assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(201);
    var order = UUID.fromString(ordered.body().path("id").asString());
    var assigned = officer.post("/api/orders/" + order + "/assignment", Map.of("providerId", provider, "reason", "就近指派", "despite", true));
    assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(200);
    return jdbc.sql("select id from homecare.visit where order_id = :o").param("o", order).query(UUID.class).single();
  }

  private void cancel(UUID visit) {
    var answer = api.as("county_officer").post("/api/visits/" + visit + "/cancellation", Map.of("reason", "老人临时有事"));
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 204);
  }

  private void look() {
    repeated.stream().filter(job -> job.name().equals("dispatch.late-carers")).findFirst().orElseThrow().run();
  }

  private List<JsonNode> open() {
    return dispatcher.get("/api/dispatch/repairs?day=" + today).body().valueStream().filter(one -> one.path("state").asString().equals("PROPOSED")).toList();
  }

  private JsonNode awaited(String cause, UUID visit) {
    return await().atMost(Duration.ofSeconds(20)).until(() -> open().stream().filter(one -> one.path("cause").asString().equals(cause) && one.path("visit").asString().equals(visit.toString())).findFirst(),
        Optional::isPresent).orElseThrow();
  }

  private List<JsonNode> lines(JsonNode repair) {
    return dispatcher.get("/api/dispatch/repairs/" + repair.path("id").asString()).body().path("lines").valueStream().toList();
  }

  private List<UUID> carersOf(UUID visit) {
    return jdbc.sql("select carer_id from homecare.visit_carer where visit_id = :v and active").param("v", visit).query(UUID.class).list();
  }
}
