package org.zhiyang.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.eligibility.EligibilityCommands;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.need.eligibility.PlannedUse;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.DeafCases;
import org.zhiyang.oversight.complaint.view.ComplaintList;
import org.zhiyang.oversight.rating.RatingQueries;
import org.zhiyang.oversight.rating.view.ImprovementList;
import org.zhiyang.oversight.rating.view.ScoreList;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.response.hotline.CallBackQueries;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitVerified;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.Api.Answer;
import org.zhiyang.testing.ZhiyangTest;

/** From an abnormal visit over call-back, complaint and stars to the provider's month and its improvement, as the people see it who do it. */
@ZhiyangTest
@Import(OversightTests.Below.class)
@DirtiesContext
class OversightTests {
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final Scope STRANGER = new Scope.Organization(UUID.randomUUID());

  @Autowired Api api;
  @Autowired Below below;
  @Autowired RatingQueries ratings;
  @Autowired ScoreList scores;
  @Autowired ImprovementList improvements;
  @Autowired ComplaintList complaints;
  @Autowired CallBackQueries callBacks;
  @Autowired FacilityQueries facilities;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @Autowired List<DailyJob> jobs;

  private UUID provider;
  private UUID elder;
  private String region;

  /** What lies below and is not looked at here: balances, and what cases were told. */
  @TestConfiguration
  static class Below {
    final List<UUID> evaluated = new CopyOnWriteArrayList<>();

    @Bean
    @Primary
    EligibilityCommands noBalance() {
      return new EligibilityCommands() {
        @Override
        public PayerShares reserve(UUID visit, ElderId elder, PlannedUse asked, List<PlannedUse> promised) {
          return new PayerShares(0, 0, 0, 0, 0);
        }

        @Override
        public void hold(ElderId elder, YearMonth month) {}

        @Override
        public PayerShares use(UUID visit, int done, int planned) {
          return new PayerShares(0, 0, 0, 0, 0);
        }

        @Override
        public void release(UUID visit) {}

        @Override
        public void reopen(UUID visit) {}
      };
    }

    @Bean
    @Primary
    CareCaseCommands listeningCases() {
      return new DeafCases() {
        @Override
        public void reach(CaseId careCase, CaseStep step, @Nullable YearMonth month, Reached told) {
          if (step == CaseStep.EVALUATED) evaluated.add(careCase.value());
        }
      };
    }
  }

  @BeforeEach
  void whoIsWho() {
    provider = UUID.fromString(api.as("provider_dispatcher").get("/api/session").body().path("organizationId").asString());
    elder = UUID.fromString(api.as("elder").get("/api/session").body().path("elderIds").path(0).asString());
    region = jdbc.sql("select region_code from elder.elder where id = :id").param("id", elder).query(String.class).single();
  }

  @Test
  void anAbnormalVisitIsCalledBackOnceByOnePersonAndDecided() {
    var visit = visit(MONTH.atDay(5), "ABNORMAL", UUID.randomUUID(), VisitFlag.TOO_SHORT);
    var event = new VisitVerified(new VisitId(visit), new ElderId(elder), new ProviderId(provider), region, MONTH.atDay(5), false, Set.of(VisitFlag.TOO_SHORT), false, clock.instant());
    tell(event);
    tell(event);
    var id = callBackOf(visit);

    assertThat(operator().post("/api/call-backs/" + id + "/attempts", Map.of("outcome", "NOT_REACHED")).problem()).isEqualTo("/problems/hotline/not-taken");
    var taken = operator().post("/api/call-backs/" + id + "/claim", Map.of());
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body().path("mine").asBoolean()).isTrue();
    assertThat(taken.body().path("flags").path(0).path("meaning").asString()).contains("短于");
    assertThat(operator().post("/api/call-backs/" + id + "/attempts", Map.of("outcome", "REACHED")).problem()).isEqualTo("/problems/web/invalid");
    operator().post("/api/call-backs/" + id + "/attempts", Map.of("outcome", "REACHED", "answeredBy", "ELDER"));
    assertThat(operator().post("/api/call-backs/" + id + "/result", Map.of("result", "CONFIRMED_SERVICE", "answers", Map.of("came", "YES"))).body().path("errors").path(0).path("field").asString())
        .startsWith("answers.");

    var done = operator().post("/api/call-backs/" + id + "/result",
        Map.of("result", "CONFIRMED_SERVICE", "answers", Map.of("came", "YES", "content", "ALL", "charged", "NO"), "stars", 2, "words", "来得太晚"));

    assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
    assertThat(done.body().path("callBack").path("status").asString()).isEqualTo("DONE");
    assertThat(statusOf(visit)).isEqualTo("CONFIRMED");
    assertThat(api.as("provider_dispatcher").get("/api/call-backs").status()).isEqualTo(403);
    improvementIsAnsweredCheckedAndClosed(visit);
  }

  /** Two stars on the phone opened a task; the provider answers, the county sends back, checks, the elder is told. */
  private void improvementIsAnsweredCheckedAndClosed(UUID visit) {
    await().until(() -> jdbc.sql("select count(*) from rating.improvement where visit_id = :v").param("v", visit).query(Long.class).single() == 1);
    var id = jdbc.sql("select id from rating.improvement where visit_id = :v").param("v", visit).query(UUID.class).single();
    var dispatcher = api.as("provider_dispatcher");
    var county = api.as("county_officer");
    var today = LocalDate.now(clock).toString();
    assertThat(dispatcher.get("/api/improvements/" + id).body().path("improvement").path("elderName").asString()).contains("*");
    assertThat(improvements.find(id, STRANGER)).isEmpty();
    assertThat(county.post("/api/improvements/" + id + "/check", Map.of("accepted", true, "words", "已经核查过")).problem()).isEqualTo("/problems/rating/wrong-task-status");
    assertThat(dispatcher.post("/api/improvements/" + id + "/answer", Map.of("measures", "已培训护理员并更换班次安排", "doneOn", "2030-01-01")).problem()).isEqualTo("/problems/web/invalid");
    dispatcher.post("/api/improvements/" + id + "/answer", Map.of("measures", "已培训护理员并更换班次安排", "doneOn", today));
    assertThat(county.post("/api/improvements/" + id + "/check", Map.of("accepted", false, "words", "没有说明怎么避免再迟到")).body().path("improvement").path("status").asString()).isEqualTo("OPEN");
    dispatcher.post("/api/improvements/" + id + "/answer", Map.of("measures", "固定同一护理员，提前一天电话确认", "doneOn", today));
    assertThat(county.post("/api/improvements/" + id + "/check", Map.of("accepted", true, "words", "电话核实属实")).body().path("improvement").path("status").asString()).isEqualTo("CHECKED");
    var closed = county.post("/api/improvements/" + id + "/closing", Map.of("words", "已电话告知老人，老人表示认可"));
    assertThat(closed.body().path("improvement").path("status").asString()).isEqualTo("CLOSED");
    assertThat(closed.body().path("steps")).hasSize(6);
  }

  @Test
  void aSampledVisitThatTurnsOutToBeAbnormalKeepsItsCallBackAndGetsTheFlags() {
    var visit = visit(MONTH.atDay(7), "NORMAL", UUID.randomUUID());
    tell(new VisitVerified(new VisitId(visit), new ElderId(elder), new ProviderId(provider), region, MONTH.atDay(7), true, Set.of(), true, clock.instant()));
    var id = callBackOf(visit);

    tell(new VisitVerified(new VisitId(visit), new ElderId(elder), new ProviderId(provider), region, MONTH.atDay(7), false, Set.of(VisitFlag.ELDER_ABSENT, VisitFlag.TOO_SHORT), true, clock.instant()));
    await().until(() -> jdbc.sql("select array_to_string(flags, ',') from hotline.call_back where visit_id = :v").param("v", visit).query(String.class).single().equals("TOO_SHORT,ELDER_ABSENT"));
    tell(new VisitVerified(new VisitId(visit), new ElderId(elder), new ProviderId(provider), region, MONTH.atDay(7), false, Set.of(VisitFlag.TOO_SHORT), true, clock.instant()));

    assertThat(callBackOf(visit)).isEqualTo(id);
    assertThat(jdbc.sql("select normal from hotline.call_back where visit_id = :v").param("v", visit).query(Boolean.class).single()).isFalse();
    assertThat(operator().get("/api/call-backs/" + id).body().toString()).contains("ELDER_ABSENT");
  }

  @Test
  void whoCannotBeReachedIsDecidedByTheCountyNotByTheDesk() {
    var visit = visit(MONTH.atDay(6), "ABNORMAL", UUID.randomUUID(), VisitFlag.NO_POSITION);
    tell(new VisitVerified(new VisitId(visit), new ElderId(elder), new ProviderId(provider), region, MONTH.atDay(6), false, Set.of(VisitFlag.NO_POSITION), false, clock.instant()));
    var id = callBackOf(visit);
    operator().post("/api/call-backs/" + id + "/claim", Map.of());
    operator().post("/api/call-backs/" + id + "/attempts", Map.of("outcome", "NOT_REACHED"));
    assertThat(operator().post("/api/call-backs/" + id + "/result", Map.of("result", "CANNOT_REACH")).problem()).isEqualTo("/problems/hotline/too-few-attempts");
    operator().post("/api/call-backs/" + id + "/attempts", Map.of("outcome", "NOT_REACHED"));
    operator().post("/api/call-backs/" + id + "/attempts", Map.of("outcome", "NOT_REACHED"));

    operator().post("/api/call-backs/" + id + "/result", Map.of("result", "CANNOT_REACH"));

    assertThat(statusOf(visit)).isEqualTo("ABNORMAL");
    assertThat(operator().post("/api/call-backs/" + id + "/decision", Map.of("confirmed", true, "reason", "我看可以")).status()).isEqualTo(403);
    api.as("county_officer").post("/api/call-backs/" + id + "/decision", Map.of("confirmed", false, "reason", "无定位、无签字，联系不上老人"));
    assertThat(statusOf(visit)).isEqualTo("REJECTED");
    assertThat(callBacks.decidedFor(new ProviderId(provider), LocalDate.now(clock), LocalDate.now(clock).plusDays(1))).anyMatch(c -> c.visit().value().equals(visit) && !c.confirmed());
  }

  @Test
  void theSameComplaintWithoutAVisitIsReceivedTwiceOnADayOnlyKnowingly() {
    var family = api.as("family");
    var body = Map.of("elder", elder, "kind", "CHARGE", "words", "上门的人推销保健品");

    var first = family.post("/api/complaints", body);
    var second = family.post("/api/complaints", body);
    var other = family.post("/api/complaints", Map.of("elder", elder, "kind", "ATTITUDE", "words", "上门的人说话很凶"));
    var named = family.post("/api/complaints", Map.of("elder", elder, "provider", provider, "kind", "CHARGE", "words", "上门的人推销保健品"));
    var meant = family.post("/api/complaints", Map.of("elder", elder, "kind", "CHARGE", "words", "晚上又打电话来推销", "again", true));
    family.post("/api/complaints/" + first.body().path("id").asString() + "/withdrawal", Map.of("reason", "算了"));

    assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
    assertThat(second.problem()).as(second.status() + " " + second.body()).isEqualTo("/problems/complaint/already-open");
    assertThat(second.body().path("complaintId").asString()).isEqualTo(first.body().path("id").asString());
    assertThat(second.body().path("number").asString()).matches("TS\\d{8}");
    assertThat(other.status()).as("another kind").isEqualTo(201);
    assertThat(named.status()).as("a provider nobody complained of yet").isEqualTo(201);
    assertThat(meant.status()).as(meant.body().toString()).isEqualTo(201);
  }

  @Test
  void theSameComplaintAboutAVisitSentByTwoAtOnceIsReceivedOnce() {
    var visit = visit(MONTH.atDay(8), "CONFIRMED", UUID.randomUUID());
    var body = Map.of("elder", elder, "visit", visit, "kind", "LATE", "words", "晚了一个多小时");
    List<String> said;

    try (var four = Executors.newFixedThreadPool(4)) {
      var answers = IntStream.range(0, 4).mapToObj(n -> CompletableFuture.supplyAsync(() -> api.as("family").post("/api/complaints", body), four)).toList();
      said = answers.stream().map(CompletableFuture::join).map(one -> {
        if (one.status() == 201) api.as("family").post("/api/complaints/" + one.body().path("id").asString() + "/withdrawal", Map.of("reason", "算了"));
        return one.status() == 201 ? "201" : one.status() + " " + one.problem();
      }).toList();
    }

    var open = "409 /problems/complaint/already-open";
    assertThat(said).containsExactlyInAnyOrder("201", open, open, open);
  }

  @Test
  void aComplaintIsAnsweredByTheProviderAndDecidedByTheCounty() {
    var visit = visit(MONTH.atDay(7), "CONFIRMED", UUID.randomUUID());
    var family = api.as("family");
    var received = family.post("/api/complaints", Map.of("elder", elder, "visit", visit, "kind", "LATE", "words", "晚了一个多小时，没有打招呼"));
    assertThat(received.status()).as(received.body().toString()).isEqualTo(201);
    var id = received.body().path("id").asString();
    assertThat(family.post("/api/complaints", Map.of("elder", elder, "visit", visit, "kind", "LATE", "words", "还是晚了一个多小时")).problem()).isEqualTo("/problems/complaint/already-open");
    assertThat(api.as("county_officer").post("/api/complaints/" + id + "/decision", Map.of("founded", true, "reason", "情况属实")).problem()).isEqualTo("/problems/complaint/answer-still-due");
    assertThat(complaints.find(UUID.fromString(id), STRANGER)).isEmpty();
    var seen = api.as("provider_dispatcher").get("/api/complaints/" + id).body();
    assertThat(seen.path("complaint").path("elderName").asString()).contains("*");
    api.as("provider_dispatcher").post("/api/complaints/" + id + "/answer", Map.of("words", "路上堵车，确实迟到，已向老人道歉"));

    var decided = api.as("county_officer").post("/api/complaints/" + id + "/decision", Map.of("founded", true, "reason", "迟到属实"));

    assertThat(decided.body().path("complaint").path("status").asString()).isEqualTo("CLOSED");
    assertThat(family.get("/api/complaints/" + id).body().path("steps")).hasSize(4);
    assertThat(family.post("/api/complaints/" + id + "/withdrawal", Map.of("reason", "算了")).problem()).isEqualTo("/problems/complaint/wrong-status");
  }

  @Test
  void theProvidersMonthIsPublishedObjectedToCorrectedAndFinal() {
    var month = YearMonth.of(2026, 12);
    var careCase = UUID.randomUUID();
    for (var day = 1; day <= 6; day++) visit(month.atDay(day), "CONFIRMED", careCase);
    var late = visit(month.atDay(7), "CONFIRMED", careCase, VisitFlag.LATE_OR_EARLY);
    var missed = visit(month.atDay(8), "MISSED", careCase);

    run("rating.score-months", LocalDate.of(2027, 1, 2));
    assertThat(scoreOf(month)).isNull();
    run("rating.score-months", LocalDate.of(2027, 1, 3));
    run("rating.score-months", LocalDate.of(2027, 1, 4));
    var id = scoreOf(month);
    assertThat(id).isNotNull();
    // Punctuality 6/7 (20), completion 7/8 (25), complaints 7/7 (15): (1714.29 + 2187.5 + 1500) / 60
    assertThat(pointsOf(id)).isEqualTo("90.03");
    assertThat(ratings.findFinalScore(new ProviderId(provider), month)).isEmpty();
    assertThat(scores.find(id, STRANGER)).isEmpty();
    var evidence = api.as("provider_dispatcher").get("/api/provider-scores/" + id + "/evidence?part=COMPLETION&met=false").body();
    assertThat(evidence.path("items").path(0).path("id").asString()).isEqualTo(missed.toString());

    var objection = Map.of("words", "那天是老人电话要求改到下午，有记录", "subjects", List.of(Map.of("part", "PUNCTUALITY", "subject", late.toString())));
    jdbc.sql("update rating.score set objection_until = :d where id = :id").param("d", LocalDate.now(clock).minusDays(1)).param("id", id).update();
    assertThat(api.as("provider_dispatcher").post("/api/provider-scores/" + id + "/objection", objection).problem()).isEqualTo("/problems/rating/objection-over");
    jdbc.sql("update rating.score set objection_until = public_until where id = :id").param("id", id).update();
    assertThat(api.as("provider_dispatcher").post("/api/provider-scores/" + id + "/objection",
        Map.of("words", "这一条不属于我们的责任", "subjects", List.of(Map.of("part", "PUNCTUALITY", "subject", missed.toString())))).problem()).isEqualTo("/problems/rating/not-in-evidence");
    assertThat(api.as("provider_dispatcher").post("/api/provider-scores/" + id + "/objection", objection).body().path("score").path("status").asString()).isEqualTo("OBJECTED");
    run("rating.finish-scores", LocalDate.of(2027, 1, 20));
    assertThat(ratings.findFinalScore(new ProviderId(provider), month)).isEmpty();

    var decided = api.as("county_officer").post("/api/provider-scores/" + id + "/decision",
        Map.of("words", "改期有电话录音，予以剔除", "corrections", List.of(Map.of("part", "PUNCTUALITY", "subject", late.toString(), "words", "老人要求改期"))));
    assertThat(decided.body().path("revisions")).hasSize(2);
    assertThat(decided.body().path("revisions").path(0).path("points").asString()).isEqualTo("90.03");
    // Punctuality 6/6 now: (2000 + 2187.5 + 1500) / 60
    assertThat(pointsOf(id)).isEqualTo("94.79");

    run("rating.finish-scores", LocalDate.of(2027, 1, 8));
    assertThat(ratings.findFinalScore(new ProviderId(provider), month)).isEmpty();
    run("rating.finish-scores", LocalDate.of(2027, 1, 9));
    run("rating.finish-scores", LocalDate.of(2027, 1, 10));

    var score = ratings.findFinalScore(new ProviderId(provider), month).orElseThrow();
    assertThat(score.performancePass()).isTrue();
    assertThat(score.score()).isEqualByComparingTo("94.79");
    assertThat(below.evaluated).containsOnlyOnce(careCase);
    assertThat(facilities.findProvider(new ProviderId(provider)).orElseThrow().score()).isNotNull();
  }

  @Test
  void aMonthBelowTheMarkOpensOneImprovementTask() {
    var month = YearMonth.of(2027, 1);
    visit(month.atDay(1), "CONFIRMED", UUID.randomUUID(), VisitFlag.LATE_OR_EARLY);
    for (var day = 2; day <= 6; day++) visit(month.atDay(day), "MISSED", UUID.randomUUID());

    run("rating.score-months", LocalDate.of(2027, 2, 3));
    run("rating.finish-scores", LocalDate.of(2027, 2, 8));
    assertThat(ratings.findFinalScore(new ProviderId(provider), month)).isEmpty();
    run("rating.finish-scores", LocalDate.of(2027, 2, 9));

    assertThat(ratings.findFinalScore(new ProviderId(provider), month).orElseThrow().performancePass()).isFalse();
    await().until(() -> jdbc.sql("select count(*) from rating.improvement where cause = 'LOW_SCORE' and provider_id = :p").param("p", provider).query(Long.class).single() == 1);
  }

  @Test
  void aCallBackCountsForTheMonthOfItsVisitAlsoWhenDecidedOnItsFirstDays() {
    var month = YearMonth.of(2027, 3);
    var notDone = visit(month.atDay(2), "REJECTED", UUID.randomUUID());
    visit(month.atDay(5), "CONFIRMED", UUID.randomUUID());
    decidedCallBack(notDone, month.atDay(2), month.atDay(2));

    run("rating.score-months", LocalDate.of(2027, 3, 3));
    run("rating.score-months", LocalDate.of(2027, 4, 3));

    assertThat(scoreOf(YearMonth.of(2027, 2))).isNull();
    assertThat(lostCallBacks(month)).containsExactly(notDone.toString());
  }

  @Test
  void aCallBackDecidedAfterItsMonthWasScoredCountsForTheMonthOfTheDecisionAlone() {
    var month = YearMonth.of(2027, 5);
    var late = visit(month.atDay(20), "REJECTED", UUID.randomUUID());
    visit(month.atDay(21), "CONFIRMED", UUID.randomUUID());
    run("rating.score-months", LocalDate.of(2027, 6, 3));
    decidedCallBack(late, month.atDay(20), LocalDate.of(2027, 6, 3));

    run("rating.score-months", LocalDate.of(2027, 6, 4));
    run("rating.score-months", LocalDate.of(2027, 7, 3));

    assertThat(lostCallBacks(month)).isEmpty();
    assertThat(lostCallBacks(month.plusMonths(1))).containsExactly(late.toString());
    assertThat(new BigDecimal(pointsOf(scoreOf(month.plusMonths(1))))).isEqualByComparingTo("0");
  }

  @Test
  void aMonthWithNothingButAFoundedComplaintIsScored() {
    var month = YearMonth.of(2027, 8);
    jdbc.sql("""
            insert into complaint.complaint (id, elder_id, region_code, provider_id, kind, channel, words, status, received_at, received_by, received_name, received_role, on_behalf,
              answer_due_on, answer, answered_at, founded, decision_reason, decided_at)
            values (:id, :elder, :region, :provider, 'CHARGE', 'HOTLINE', '多收了钱', 'CLOSED', :at, :id, '坐席', 'hotline_operator', true, :at::date, '已退', :at, true, '属实', :at)""")
        .param("id", UUID.randomUUID()).param("elder", elder).param("region", region).param("provider", provider)
        .param("at", Timestamp.from(month.atDay(10).atTime(9, 0).atZone(clock.getZone()).toInstant())).update();

    run("rating.score-months", LocalDate.of(2027, 9, 3));

    assertThat(new BigDecimal(pointsOf(scoreOf(month)))).isEqualByComparingTo("0");
  }

  private void decidedCallBack(UUID visit, LocalDate serviceDay, LocalDate decidedOn) {
    jdbc.sql("""
            insert into hotline.call_back (id, visit_id, elder_id, provider_id, region_code, service_day, normal, status, opened_at, due_on, result, confirmed, decided_at)
            values (:id, :visit, :elder, :provider, :region, :day, false, 'DONE', :at, :day, 'NOT_DONE', false, :at)""")
        .param("id", UUID.randomUUID()).param("visit", visit).param("elder", elder).param("provider", provider).param("region", region).param("day", Date.valueOf(serviceDay))
        .param("at", Timestamp.from(decidedOn.atTime(16, 0).atZone(clock.getZone()).toInstant())).update();
  }

  /** Visits that the month's score counts as found not done. */
  private List<String> lostCallBacks(YearMonth month) {
    var evidence = api.as("county_officer").get("/api/provider-scores/" + scoreOf(month) + "/evidence?part=VERIFIED_CALL_BACKS&met=false").body();
    return evidence.path("items").valueStream().map(i -> i.path("id").asString()).toList();
  }

  private Api.Caller operator() {
    return api.as("hotline_operator");
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(t -> events.publishEvent(event));
  }

  private UUID callBackOf(UUID visit) {
    await().until(() -> jdbc.sql("select count(*) from hotline.call_back where visit_id = :v").param("v", visit).query(Long.class).single() == 1);
    return jdbc.sql("select id from hotline.call_back where visit_id = :v").param("v", visit).query(UUID.class).single();
  }

  private String statusOf(UUID visit) {
    return jdbc.sql("select status from homecare.visit where id = :v").param("v", visit).query(String.class).single();
  }

  private @Nullable UUID scoreOf(YearMonth month) {
    return jdbc.sql("select id from rating.score where provider_id = :p and month = :m").param("p", provider).param("m", Date.valueOf(month.atDay(1))).query(UUID.class).optional().orElse(null);
  }

  private String pointsOf(UUID score) {
    Answer answer = api.as("county_officer").get("/api/provider-scores/" + score);
    return answer.body().path("score").path("points").asString();
  }

  private void run(String job, LocalDate day) {
    var found = jobs.stream().filter(j -> j.name().equals(job)).findFirst().orElseThrow();
    transaction.executeWithoutResult(t -> found.runFor(day));
  }

  /** A visit of the demo elder as home care stores it, with the proof that a confirmed one needs. */
  private UUID visit(LocalDate day, String status, UUID careCase, VisitFlag... flags) {
    var order = UUID.randomUUID();
    var id = UUID.randomUUID();
    var came = !status.equals("MISSED");
    var at = Timestamp.from(day.atTime(9, 0).atZone(clock.getZone()).toInstant());
    jdbc.sql("""
            insert into homecare.service_order (id, case_id, elder_id, region_code, service, weekdays, units, window_from, window_to, from_on, provider_id, status, status_since, ordered_by,
              ordered_role, ordered_at)
            values (:id, :case, :elder, :region, 'COMFORT', array[1], 1, '09:00', '11:00', :day, :provider, 'ACCEPTED', :at, :id, 'town_officer', :at)""")
        .param("id", order).param("case", careCase).param("elder", elder).param("region", region).param("day", Date.valueOf(day)).param("provider", provider).param("at", at).update();
    var values = new HashMap<String, @Nullable Object>();
    values.put("in", came ? at : null);
    values.put("digest", came ? "0".repeat(64) : null);
    values.put("decided", status.equals("CONFIRMED") ? at : null);
    jdbc.sql("""
            insert into homecare.visit (id, order_id, case_id, elder_id, region_code, provider_id, service, service_name, unit, day, units, unit_minutes, timed, crew, window_from, window_to,
              status, status_since, planned_from, planned_to, checked_in_at, checked_out_at, minutes_done, flags, evidence_digest, decided_at)
            values (:id, :order, :case, :elder, :region, :provider, 'COMFORT', '陪伴', '次', :day, 1, 60, true, 1, '09:00', '11:00', :status, :at, :at, :at::timestamptz + interval '1 hour',
              :in::timestamptz, :in::timestamptz + interval '1 hour', 60, :flags, :digest, :decided::timestamptz)""")
        .params(values).param("id", id).param("order", order).param("case", careCase).param("elder", elder).param("region", region).param("provider", provider)
        .param("day", Date.valueOf(day)).param("status", status).param("at", at).param("flags", java.util.stream.Stream.of(flags).map(Enum::name).toArray(String[]::new)).update();
    return id;
  }
}
