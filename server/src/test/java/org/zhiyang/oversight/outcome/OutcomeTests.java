package org.zhiyang.oversight.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.intake.CareCaseCommands;
import org.zhiyang.need.intake.CareMonthPaid;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** What a paid month was good for (M260): from the payment over the questionnaire to the improvement task. */
@ZhiyangTest
class OutcomeTests {
  private static final Map<String, String> CONTENT = Map.of("useful", "MUCH", "easier", "BETTER", "fitting", "FITS", "respected", "ALWAYS");
  private static final Map<String, String> BITTER = Map.of("useful", "NONE", "easier", "WORSE", "fitting", "WRONG", "respected", "MOSTLY");

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired CareCaseCommands cases;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private UUID elder;
  private UUID careCase;
  private UUID provider;

  @BeforeEach
  void anElderWithACase() {
    elder = UUID.fromString(api.as("elder").get("/api/session").body().path("elderIds").path(0).asString());
    provider = UUID.fromString(api.as("provider_dispatcher").get("/api/session").body().path("organizationId").asString());
    api.as("elder").post("/api/needs", Map.of("elderId", elder, "services", List.of("COMFORT"), "urgency", "ORDINARY", "contact", "CALL_ELDER", "askedBy", "ELDER", "supplement", true));
    careCase = jdbc.sql("select id from intake.care_case where elder_id = :elder and closed_at is null").param("elder", elder).query(UUID.class).single();
  }

  @Test
  void aPaidMonthAsksOnceWhatItWasGoodFor() {
    var month = YearMonth.of(2026, 1);
    told(CaseStep.VISITED, month);

    told(CaseStep.PAID, month);
    var id = questionnaireOf(month);
    paidAgain(month);

    await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> jdbc.sql("select count(*) from outcome.questionnaire where case_id = :case and month = :month").param("case", careCase)
        .param("month", month.atDay(1)).query(Long.class).single() == 1);
    assertThat(api.as("elder").get("/api/outcome-questionnaires/" + id).body().path("mayAnswer").asBoolean()).isTrue();
  }

  @Test
  void aMonthWhoseMoneyIsDoneWithThoughNobodyCameAsksNothing() {
    var nobodyCame = YearMonth.of(2025, 11);
    var somebodyCame = YearMonth.of(2025, 12);
    told(CaseStep.VISITED, somebodyCame);

    told(CaseStep.PAID, nobodyCame);
    told(CaseStep.PAID, somebodyCame);
    questionnaireOf(somebodyCame);

    await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> jdbc.sql("select count(*) from outcome.questionnaire where case_id = :case and month = :month").param("case", careCase)
        .param("month", nobodyCame.atDay(1)).query(Long.class).single() == 0);
  }

  @Test
  void theEldersAnswerIsScoredAndIsTheFeedbackOfTheMonth() {
    var month = YearMonth.of(2026, 2);
    paidAgain(month);
    var id = questionnaireOf(month);

    var incomplete = api.as("elder").post("/api/outcome-questionnaires/" + id + "/answer", Map.of("answers", Map.of("useful", "MUCH")));
    var wrong = api.as("elder").post("/api/outcome-questionnaires/" + id + "/answer", Map.of("answers", Map.of("useful", "VERY", "easier", "BETTER", "fitting", "FITS", "respected", "ALWAYS")));
    var answered = api.as("elder").post("/api/outcome-questionnaires/" + id + "/answer", Map.of("answers", CONTENT, "words", "护理员很好"));
    var again = api.as("village_worker").post("/api/outcome-questionnaires/" + id + "/answer", Map.of("answers", BITTER));

    assertThat(incomplete.body().path("errors").toString()).contains("answers.easier", "required");
    assertThat(wrong.body().path("errors").toString()).contains("answers.useful", "unknown-value");
    assertThat(answered.body().path("questionnaire").path("score").decimalValue()).isEqualByComparingTo("100");
    assertThat(answered.body().path("questionnaire").path("onBehalf").asBoolean()).isFalse();
    assertThat(again.problem()).isEqualTo("/problems/outcome/answered");
    assertThat(jdbc.sql("select count(*) from intake.case_step where case_id = :case and step = 'FELT' and month = :month and source = :source").param("case", careCase).param("month", month.atDay(1))
        .param("source", id).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void aLowAnswerOpensAnImprovementTaskForTheProvider() {
    var month = YearMonth.of(2026, 3);
    paidAgain(month);
    var id = questionnaireOf(month);

    var answered = api.as("village_worker").post("/api/outcome-questionnaires/" + id + "/answer", Map.of("answers", BITTER, "words", "说好的事没做"));

    assertThat(answered.body().path("questionnaire").path("low").asBoolean()).isTrue();
    assertThat(answered.body().path("questionnaire").path("score").decimalValue()).isEqualByComparingTo("18.75");
    assertThat(answered.body().path("questionnaire").path("onBehalf").asBoolean()).isTrue();
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(jdbc.sql("select cause from rating.improvement where source_id = :id and provider_id = :provider").param("id", id)
        .param("provider", provider).query(String.class).list()).containsExactly("LOW_OUTCOME"));
    assertThat(api.as("county_officer").get("/api/improvements?cause=LOW_OUTCOME&elder=" + elder).body().path("items").get(0).path("causeName").asString()).isEqualTo("效果问卷低分");
    assertThat(api.as("county_officer").text("/api/outcome-questionnaires/export?state=LOW")).contains("18.75", "低分", "说好的事没做");
  }

  @Test
  void questionnairesAreSeenByWhoMaySeeTheElderAndNobodyElse() {
    var month = YearMonth.of(2026, 4);
    paidAgain(month);
    var id = questionnaireOf(month);

    assertThat(api.as("village_worker").get("/api/outcome-questionnaires?elder=" + elder + "&state=WAITING").body().path("items").toString()).contains(id.toString());
    assertThat(api.as("provider_dispatcher").get("/api/outcome-questionnaires/" + id).status()).isEqualTo(403);
    assertThat(api.as("village_worker").get("/api/outcome-questionnaires/export").status()).isEqualTo(403);
    jdbc.sql("update outcome.questionnaire set region_code = '330599999999', elder_id = :other where id = :id").param("id", id).param("other", UUID.randomUUID()).update();
    assertThat(api.as("village_worker").get("/api/outcome-questionnaires/" + id).status()).isEqualTo(404);
    assertThat(api.as("elder").post("/api/outcome-questionnaires/" + id + "/answer", Map.of("answers", CONTENT)).status()).isEqualTo(404);
    jdbc.sql("delete from outcome.questionnaire where id = :id").param("id", id).update();
  }

  private void told(CaseStep step, YearMonth month) {
    var reached = new CareCaseCommands.Reached(Actor.PLATFORM, clock.instant(), null, null, UUID.randomUUID(), provider);
    transaction.executeWithoutResult(t -> cases.reach(new CaseId(careCase), step, month, reached));
  }

  private void paidAgain(YearMonth month) {
    var region = jdbc.sql("select region_code from intake.care_case where id = :id").param("id", careCase).query(String.class).single();
    transaction.executeWithoutResult(t -> events.publishEvent(new CareMonthPaid(new CaseId(careCase), new ElderId(elder), region, month, provider, clock.instant())));
  }

  private UUID questionnaireOf(YearMonth month) {
    return await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("select id from outcome.questionnaire where case_id = :case and month = :month").param("case", careCase)
        .param("month", month.atDay(1)).query(UUID.class).optional(), found -> found.isPresent()).orElseThrow();
  }
}
