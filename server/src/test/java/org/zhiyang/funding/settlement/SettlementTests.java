package org.zhiyang.funding.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.zhiyang.funding.settlement.EvidenceOfTests.STEPS;
import static org.zhiyang.funding.settlement.EvidenceOfTests.VISITS;
import static org.zhiyang.funding.settlement.EvidenceOfTests.key;
import static org.zhiyang.funding.settlement.EvidenceOfTests.score;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.funding.settlement.cli.SimulateBank;
import org.zhiyang.funding.settlement.domain.VisitFixtures;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.registry.facility.FacilityCommands;
import org.zhiyang.registry.facility.FacilityQueries.BankAccount;
import org.zhiyang.registry.facility.NewProvider;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.service.homecare.VisitDecided;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.VisitVerified;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

/** From proven visits to money in the provider's account, over the API, each test with a provider of its own. */
@ZhiyangTest
@Import(EvidenceOfTests.class)
class SettlementTests {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired FacilityCommands facilities;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;

  private ProviderId provider;
  private YearMonth month;

  @BeforeEach
  void takeAProviderThatNoOtherTestHas() {
    provider = new ProviderId(UUID.randomUUID());
    month = YearMonth.of(2026, 3);
    var county = jdbc.sql("select region_code from facility.provider where id = :id").param("id", dispatchersProvider()).query(String.class).single();
    facilities.loadProviders(List.of(new NewProvider(provider.value(), "测试服务商" + NUMBER.incrementAndGet(), "91330500TEST%06d".formatted(NUMBER.get()).replace('T', 'M').replace('S', 'A') , county, 120, 30,
        Set.of("BATHING"), 10, null, "测试服务商", "0000001234567890123", true)).iterator());
  }

  @Test
  void withoutAFinalScoreNothingCanBeFrozenAndTheListSaysWhatItWaitsFor() {
    visits(month, confirmed(6000, 1000, 3000));
    var id = draft(month);

    var row = finance().get("/api/statements?month=" + month + "&waiting=true").body().path("items").get(0);
    var refused = freeze(id);

    assertThat(row.path("waiting").asString()).isEqualTo("NO_SCORE");
    assertThat(refused.problem()).isEqualTo("/problems/settlement/no-final-score");
    assertThat(refused.body().path("month").asString()).isEqualTo(month.toString());
  }

  @Test
  void aFailedScoreWithholdsATenthAndSaysWhyInARuling() {
    visits(month, confirmed(6000, 1000, 3000), confirmed(12345, 0, 0));
    score(provider, month, "58.00", false);
    var id = draft(month);
    frozen(id);

    var s = finance().get("/api/statements/" + id).body();

    assertThat(s.path("dueFen").asLong()).isEqualTo(19345);
    assertThat(s.path("withheldFen").asLong()).isEqualTo(700 + 1235);
    assertThat(s.path("payableFen").asLong()).isEqualTo(19345 - 1935);
    assertThat(finance().get("/api/statements/" + id + "/reasons").body().path("withholding").path("explanation").get(0).asString()).contains("未达标");
  }

  @Test
  void aFrozenStatementNeverChangesAndWhatIsLearnedLaterComesAsADifferenceInTheNext() {
    var kept = confirmed(6000, 0, 0);
    var rejectedLater = confirmed(4000, 500, 0);
    var late = VisitFixtures.visit(UUID.randomUUID(), UUID.randomUUID(), provider, region(), month.atDay(9), VisitStatus.ABNORMAL, 1, 0, 0, 0);
    visits(month, kept, rejectedLater, late);
    score(provider, month, "90.00", true);
    var first = draft(month);
    frozen(first);
    var before = finance().get("/api/statements/" + first).body();

    visits(month, kept, VisitFixtures.with(rejectedLater, VisitStatus.REJECTED, 0, 0, 0), VisitFixtures.with(late, VisitStatus.CONFIRMED, 3000, 0, 0));
    var next = month.plusMonths(1);
    visits(next, confirmedIn(next, 1000, 0, 0));
    score(provider, next, "90.00", true);
    var second = draft(next);
    var after = finance().get("/api/statements/" + second).body();
    var differences = finance().get("/api/statements/" + second + "/lines?only=corrections").body().path("items");

    assertThat(finance().get("/api/statements/" + first).body().path("digest")).isEqualTo(before.path("digest"));
    assertThat(after.path("payableFen").asLong()).isEqualTo(1000 - 4500 + 3000);
    assertThat(differences).hasSize(2);
    assertThat(differences.valueStream().filter(d -> d.path("kind").asString().equals("CORRECTION")).findFirst().orElseThrow().path("originalStatementId").asString()).isEqualTo(first.toString());
    assertThatThrownBy(() -> jdbc.sql("update settlement.line set public_fen = public_fen + 1, price_fen = price_fen + 1 where statement_id = :id").param("id", first).update())
        .hasMessageContaining("is frozen");
    assertThatThrownBy(() -> jdbc.sql("update settlement.statement set total_fen = total_fen + 1, due_fen = due_fen + 1 where id = :id").param("id", first).update()).hasMessageContaining("is frozen");
    assertThatThrownBy(() -> jdbc.sql("delete from settlement.line where statement_id = :id").param("id", first).update()).hasMessageContaining("is frozen");

    frozen(second);
    assertThat(finance().post("/api/statements/" + second + "/review", Map.of()).body().path("state").asString()).isEqualTo("CARRIED");
    var third = month.plusMonths(2);
    visits(third, confirmedIn(third, 2000, 0, 0));
    score(provider, third, "90.00", true);
    assertThat(finance().get("/api/statements/" + draft(third)).body().path("payableFen").asLong()).isEqualTo(1500);
  }

  @Test
  void aVisitOfAFrozenStatementThatWentToAPersonAgainIsToldToTheCountyUntilItIsDecided() throws Exception {
    var visit = confirmed(6000, 0, 0);
    visits(month, visit, confirmed(4000, 0, 0));
    score(provider, month, "90.00", true);
    var id = draft(month);
    frozen(id);

    found(visit);
    awaitDoubted(id, 1);

    assertThat(finance().get("/api/workbench").body().toString()).contains("statement-doubt:" + id, "已结算的上门退回人工判定");
    assertThat(finance().get("/api/statements/" + id).body().path("payableFen").asLong()).isEqualTo(10000);
    var refused = finance().post("/api/statements/" + id + "/review", Map.of());
    assertThat(refused.problem()).isEqualTo("/problems/settlement/lines-in-doubt");
    assertThat(refused.body().path("visits").asInt()).isEqualTo(1);
    decided(visit, false);
    awaitDoubted(id, 0);
    assertThat(finance().get("/api/workbench").body().toString()).doesNotContain("statement-doubt:" + id);
  }

  /** News of one visit may overtake each other, most of all after a server was killed. */
  @Test
  void aDoubtThatIsHeardOfAfterItsDecisionHoldsNothingUp() {
    var visit = confirmed(6000, 0, 0);
    visits(month, visit);
    score(provider, month, "92.00", true);
    var id = draft(month);
    frozen(id);
    var before = clock.instant();

    decided(visit, true);
    transaction.executeWithoutResult(t -> events.publishEvent(new VisitVerified(visit.id(), visit.elder(), provider, region(), visit.day(), false, Set.of(VisitFlag.ELDER_ABSENT), false, before)));
    await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("select count(*) from settlement.doubt where visit_id = :visit").param("visit", visit.id().value()).query(Integer.class).single() == 1);
    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> finance().get("/api/statements/" + id).body().path("doubted").asInt() == 0);
  }

  /** How many visits of the statement are in doubt, soon. */
  private void awaitDoubted(UUID statement, int visits) {
    await().atMost(Duration.ofSeconds(20)).until(() -> finance().get("/api/statements/" + statement).body().path("doubted").asInt() == visits);
  }

  private void found(VisitFacts visit) {
    transaction.executeWithoutResult(t -> events.publishEvent(new VisitVerified(visit.id(), visit.elder(), provider, region(), visit.day(), false, Set.of(VisitFlag.ELDER_ABSENT), false, clock.instant())));
  }

  private void decided(VisitFacts visit, boolean confirmed) {
    transaction.executeWithoutResult(t -> events.publishEvent(new VisitDecided(visit.id(), visit.elder(), provider, visit.day(), confirmed, true, clock.instant())));
  }

  @Test
  void whatIsRejectedBeforeTheReviewIsNotPaidAndWhatIsRejectedLaterIsTakenBackInTheNext() {
    var rejected = confirmed(6000, 0, 0);
    var stands = confirmed(4000, 0, 0);
    var later = confirmed(500, 0, 0);
    visits(month, rejected, stands, later);
    score(provider, month, "90.00", true);
    var id = draft(month);
    frozen(id);
    found(rejected);
    found(stands);
    awaitDoubted(id, 2);

    decided(rejected, false);
    decided(rejected, false);
    decided(stands, true);
    awaitDoubted(id, 0);
    var statement = finance().get("/api/statements/" + id).body();
    var reviewed = finance().post("/api/statements/" + id + "/review", Map.of());
    found(later);
    awaitDoubted(id, 1);
    decided(later, false);
    awaitDoubted(id, 0);

    assertThat(statement.path("payableFen").asLong()).isEqualTo(4500);
    assertThat(statement.path("objections").get(0).path("decision").asString()).isEqualTo("DROP");
    assertThat(statement.path("objections").get(0).path("rejected").asBoolean()).as("nobody objected").isTrue();
    assertThat(reviewed.body().path("state").asString()).isEqualTo("REVIEWED");
    assertThat(finance().get("/api/statements/" + id).body().path("payableFen").asLong()).isEqualTo(4500);
    visits(month, VisitFixtures.with(rejected, VisitStatus.REJECTED, 0, 0, 0), stands, VisitFixtures.with(later, VisitStatus.REJECTED, 0, 0, 0));
    var next = month.plusMonths(1);
    visits(next, confirmedIn(next, 1000, 0, 0));
    assertThat(finance().get("/api/statements/" + draft(next)).body().path("payableFen").asLong()).isEqualTo(1000 - 500);
  }

  @Test
  void whoWorksNoMoreGetsAStatementOfWhatIsStillToBeTakenBackAndNeedsNoScoreForIt() {
    var visit = confirmed(6000, 0, 0);
    visits(month, visit, confirmed(100, 0, 0));
    score(provider, month, "90.00", true);
    reviewed(month);
    var next = month.plusMonths(1);
    finance().post("/api/statements", Map.of("month", next.toString()));
    assertThat(finance().get("/api/statements?month=" + next + "&provider=" + provider).body().path("total").asInt()).as("nothing to say").isZero();

    visits(month, VisitFixtures.with(visit, VisitStatus.REJECTED, 0, 0, 0));
    var id = draft(next);
    var row = finance().get("/api/statements?month=" + next + "&provider=" + provider).body().path("items").get(0);
    frozen(id);

    assertThat(row.path("payableFen").asLong()).isEqualTo(-6000);
    assertThat(row.path("waiting").isMissingNode() || row.path("waiting").isNull()).as("no score is to come").isTrue();
    assertThat(finance().post("/api/statements/" + id + "/review", Map.of()).body().path("state").asString()).isEqualTo("CARRIED");
    assertThat(finance().get("/api/statements/" + draft(month.plusMonths(2))).body().path("payableFen").asLong()).as("the debt waits for work").isEqualTo(-6000);
    finance().post("/api/statements", Map.of("month", month.plusMonths(3).toString()));
    assertThat(finance().get("/api/statements?month=" + month.plusMonths(3) + "&provider=" + provider).body().path("total").asInt()).as("an open draft holds it").isZero();
  }

  @Test
  void aDifferenceStandsInTheEarliestOpenDraftOnly() {
    var visit = confirmed(6000, 0, 0);
    visits(month, visit);
    score(provider, month, "90.00", true);
    reviewed(month);
    var second = month.plusMonths(1);
    var third = month.plusMonths(2);
    for (var open : List.of(second, third)) {
      visits(open, confirmedIn(open, 1000, 0, 0));
      score(provider, open, "90.00", true);
    }
    var earlier = draft(second);

    visits(month, VisitFixtures.with(visit, VisitStatus.REJECTED, 0, 0, 0));
    var later = draft(third);

    assertThat(finance().get("/api/statements/" + earlier).body().path("payableFen").asLong()).as("computed anew with the later one").isEqualTo(1000 - 6000);
    assertThat(finance().get("/api/statements/" + later).body().path("payableFen").asLong()).isEqualTo(1000);
    frozen(earlier);
    finance().post("/api/statements/" + earlier + "/review", Map.of());
    assertThat(finance().get("/api/statements/" + draft(third)).body().path("payableFen").asLong()).as("the debt").isEqualTo(1000 - 5000);
  }

  @Test
  void whatWasLookedAtIsWhatIsFrozen() {
    var visit = confirmed(6000, 0, 0);
    visits(month, visit);
    score(provider, month, "90.00", true);
    var id = draft(month);
    var seen = finance().get("/api/statements/" + id).body().path("digest").asString();
    visits(month, VisitFixtures.with(visit, VisitStatus.CONFIRMED, 7000, 0, 0));

    var refused = finance().post("/api/statements/" + id + "/freezing", Map.of("digest", seen));
    finance().post("/api/statements/" + id + "/recomputation", Map.of());
    frozen(id);

    assertThat(refused.problem()).isEqualTo("/problems/settlement/draft-changed");
    assertThat(finance().get("/api/statements/" + id).body().path("payableFen").asLong()).isEqualTo(7000);
    assertThat(finance().post("/api/statements/" + id + "/recomputation", Map.of()).body().path("state").asString()).isEqualTo("FROZEN");
  }

  @Test
  void aLineTheProviderObjectsToIsLeftOutAndComesBackWhenDecided() {
    provider = new ProviderId(dispatchersProvider());
    visits(month, confirmed(6000, 0, 0), confirmed(4000, 0, 0));
    score(provider, month, "90.00", true);
    var id = draft(month);
    frozen(id);
    var line = api.as("provider_dispatcher").get("/api/statements/" + id + "/lines").body().path("items").get(0);
    var reason = Map.of("lineId", line.path("id").asString(), "reason", "数量少算了一次");

    var objection = api.as("provider_dispatcher").post("/api/statements/" + id + "/objections", reason).body().path("id").asString();
    var twice = api.as("provider_dispatcher").post("/api/statements/" + id + "/objections", reason);
    var leftOut = finance().get("/api/statements/" + id).body();
    finance().post("/api/statements/" + id + "/review", Map.of("note", "其余无误"));
    finance().post("/api/statements/" + id + "/objections/" + objection + "/decision", Map.of("decision", "SETTLE", "reason", "核对后照原记录结算"));
    var next = month.plusMonths(1);
    visits(next, confirmedIn(next, 100, 0, 0));
    var difference = finance().get("/api/statements/" + draft(next) + "/lines?only=corrections").body().path("items");

    assertThat(twice.problem()).isEqualTo("/problems/settlement/already-objected");
    assertThat(leftOut.path("payableFen").asLong()).isEqualTo(10000 - line.path("payableFen").asLong());
    assertThat(leftOut.path("objections").get(0).path("rejected").asBoolean()).isFalse();
    assertThat(difference).hasSize(1);
    assertThat(difference.get(0).path("payableFen").asLong()).isEqualTo(line.path("payableFen").asLong());
    assertThat(difference.get(0).path("originalLineId").asString()).isEqualTo(line.path("id").asString());
  }

  @Test
  void aVisitThatIsFinallyNotSettledEndsThePaymentOfItsMonthToo() {
    provider = new ProviderId(dispatchersProvider());
    month = YearMonth.of(2026, 6);
    var droppedBefore = confirmed(6000, 0, 0);
    var droppedAfter = confirmed(4000, 0, 0);
    var rejected = confirmed(500, 0, 0);
    visits(month, droppedBefore, droppedAfter, rejected);
    score(provider, month, "90.00", true);
    var id = draft(month);
    frozen(id);
    found(rejected);
    awaitDoubted(id, 1);
    decided(rejected, false);
    awaitDoubted(id, 0);
    decide(id, objectTo(id, droppedBefore), "DROP");
    var open = objectTo(id, droppedAfter);

    assertThat(finance().post("/api/statements/" + id + "/review", Map.of()).body().path("state").asString()).isEqualTo("CLEARED");
    assertThat(paidSteps(droppedBefore)).hasSize(1);
    assertThat(paidSteps(rejected)).hasSize(1);
    assertThat(paidSteps(droppedAfter)).as("its objection is not decided").isEmpty();
    decide(id, open, "DROP");
    assertThat(paidSteps(droppedAfter)).hasSize(1);
  }

  @Test
  void aMonthWithALineStillUnderObjectionWaitsThoughAnotherOfItsLinesWasDropped() {
    provider = new ProviderId(dispatchersProvider());
    month = YearMonth.of(2026, 8);
    var dropped = confirmed(6000, 0, 0);
    var open = VisitFixtures.visit(UUID.randomUUID(), dropped.elder().value(), provider, region(), month.atDay(6), VisitStatus.CONFIRMED, 1, 4000, 0, 0);
    visits(month, dropped, open);
    score(provider, month, "90.00", true);
    var id = draft(month);
    frozen(id);
    decide(id, objectTo(id, dropped), "DROP");
    var objection = objectTo(id, open);

    assertThat(finance().post("/api/statements/" + id + "/review", Map.of()).body().path("state").asString()).isEqualTo("CLEARED");
    assertThat(paidSteps(dropped)).isEmpty();
    decide(id, objection, "SETTLE");
    assertThat(paidSteps(dropped)).as("comes in the next statement").isEmpty();
  }

  private String objectTo(UUID statement, VisitFacts visit) {
    var lines = api.as("provider_dispatcher").get("/api/statements/" + statement + "/lines").body().path("items");
    var line = lines.valueStream().filter(l -> l.path("visitId").asString().equals(visit.id().toString())).findFirst().orElseThrow();
    return api.as("provider_dispatcher").post("/api/statements/" + statement + "/objections", Map.of("lineId", line.path("id").asString(), "reason", "数量少算了一次")).body().path("id").asString();
  }

  private void decide(UUID statement, String objection, String decision) {
    assertThat(finance().post("/api/statements/" + statement + "/objections/" + objection + "/decision", Map.of("decision", decision, "reason", "核对过原始记录")).status()).isLessThan(300);
  }

  @Test
  void anotherProviderSeesNothingOfIt() {
    visits(month, confirmed(6000, 0, 0));
    score(provider, month, "90.00", true);
    var id = draft(month);

    assertThat(api.as("provider_dispatcher").get("/api/statements/" + id).status()).isEqualTo(404);
    assertThat(api.as("provider_dispatcher").get("/api/statements/" + id + "/lines").body().path("total").asInt()).isZero();
    assertThat(api.as("provider_dispatcher").get("/api/statements?provider=" + provider).body().path("total").asInt()).isZero();
    assertThat(api.as("carer").get("/api/statements").status()).isEqualTo(403);
    assertThat(api.as("administrator").get("/api/statements/" + id).status()).isEqualTo(403);
  }

  @Test
  void withdrawnThenPaidOnceAndWhatTheBankRefusedIsPaidOnceMoreToANewAccount() throws Exception {
    facilities.changeBankAccount(provider, new BankAccount("测试服务商", "0000001234567890129"));
    var visit = confirmed(6000, 0, 500);
    visits(month, visit);
    score(provider, month, "90.00", true);
    var id = reviewed(month);
    var first = prepare();

    assertThat(city().post("/api/payment-batches/" + first + "/approval", Map.of()).problem()).isEqualTo("/problems/settlement/publicity-not-over");
    forward("P8D");
    assertThat(city().post("/api/payment-batches/" + first + "/approval", Map.of()).body().path("state").asString()).isEqualTo("APPROVED");
    assertThat(city().post("/api/payment-batches/" + first + "/file", Map.of()).problem()).isEqualTo("/problems/settlement/file-not-yet");
    assertThat(city().post("/api/payment-batches/" + first + "/withdrawal", Map.of("reason", "金额还要核对")).body().path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(state(id)).isEqualTo("REVIEWED");

    var second = prepare();
    forward("P8D");
    city().post("/api/payment-batches/" + second + "/approval", Map.of());
    forward("PT11M");
    assertThat(city().post("/api/payment-batches/" + second + "/withdrawal", Map.of("reason", "金额还要核对")).problem()).isEqualTo("/problems/settlement/too-late-to-withdraw");
    assertThat(city().post("/api/payment-batches/" + second + "/file", Map.of()).body().path("state").asString()).isEqualTo("SENT");
    assertThat(city().post("/api/payment-batches/" + second + "/file", Map.of()).status()).isEqualTo(200);
    var file = city().text("/api/payment-batches/" + second + "/file");
    assertThat(city().text("/api/payment-batches/" + second + "/file")).isEqualTo(file).contains("0000001234567890129");

    var answer = bank(file);
    assertThat(answer).contains("refused");
    assertThat(city().post("/api/payment-batches/" + second + "/returns", Map.of("content", "batch,line,state,reason\r\n" + second + ",99,paid,\r\n")).problem())
        .isEqualTo("/problems/settlement/unreadable-return");
    assertThat(city().post("/api/payment-batches/" + second + "/returns", Map.of("content", answer)).body().path("booked").asBoolean()).isTrue();
    assertThat(city().post("/api/payment-batches/" + second + "/returns", Map.of("content", answer)).body().path("booked").asBoolean()).isFalse();
    var contradiction = city().post("/api/payment-batches/" + second + "/returns", Map.of("content", answer.replace("refused,账号与户名不符", "paid,")));
    assertThat(contradiction.problem()).isEqualTo("/problems/settlement/contradicting-return");
    assertThat(city().get("/api/payment-batches/" + second).body().path("returns").valueStream().filter(r -> !r.path("accepted").asBoolean()).count()).isEqualTo(2);
    assertThat(state(id)).isEqualTo("REVIEWED");
    assertThat(paidSteps(visit)).isEmpty();

    assertThat(finance().post("/api/payment-batches", Map.of()).problem()).isEqualTo("/problems/settlement/nothing-to-pay");
    var refused = finance().get("/api/payment-batches/waiting").body().path("refused").get(0);
    assertThat(finance().post("/api/payments/" + refused.path("paymentId").asString() + "/account-correction",
        Map.of("accountName", "测试服务商", "accountNumber", "0000001234567890120", "reason", "开户行换发了新账号")).status()).isEqualTo(204);
    var third = prepare();
    forward("P8D");
    assertThat(city().post("/api/payment-batches/" + third + "/approval", Map.of()).problem()).isNull();
    forward("PT11M");
    assertThat(city().post("/api/payment-batches/" + third + "/file", Map.of()).problem()).isNull();
    city().post("/api/payment-batches/" + third + "/returns", Map.of("content", bank(city().text("/api/payment-batches/" + third + "/file"))));

    assertThat(state(id)).isEqualTo("PAID");
    assertThat(paidSteps(visit)).hasSize(1);
    var payments = finance().get("/api/statements/" + id).body().path("payments");
    assertThat(payments.valueStream().map(p -> p.path("state").asString())).containsExactly("WITHDRAWN", "REFUSED", "PAID");
    assertThat(payments.get(2).path("replaces").asString()).isEqualTo(payments.get(1).path("id").asString());
    assertThatThrownBy(() -> jdbc.sql("""
        insert into settlement.payment (id, batch_id, line, statement_id, provider_id, region_code, amount_fen, purpose, account_name, account_number_sealed, account_tail, state)
        select uuidv7(), batch_id, 99, statement_id, provider_id, region_code, amount_fen, purpose, account_name, account_number_sealed, account_tail, 'PREPARED' from settlement.payment
        where statement_id = :id and state = 'PAID'""").param("id", id).update()).hasMessageContaining("payment_statement_once");
  }

  @Test
  void whoPreparedABatchMayNotApproveItNeitherByTheApplicationNorByTheDatabase() {
    visits(month, confirmed(6000, 0, 0));
    score(provider, month, "90.00", true);
    reviewed(month);
    var batch = city().post("/api/payment-batches", Map.of()).body().path("id").asString();
    forward("P8D");

    var refused = city().post("/api/payment-batches/" + batch + "/approval", Map.of());

    assertThat(refused.problem()).isEqualTo("/problems/settlement/same-person");
    assertThatThrownBy(() -> jdbc.sql("update settlement.batch set approved_by = prepared_by, approved_at = now(), available_at = now(), state = 'APPROVED' where id = :id")
        .param("id", UUID.fromString(batch)).update()).hasMessageContaining("check");
    city().post("/api/payment-batches/" + batch + "/withdrawal", Map.of("reason", "由另一人审批"));
  }

  @Test
  void aStatementIsExportedAsAWorkbookAndAsText() {
    visits(month, confirmed(6000, 0, 0), confirmed(100, 0, 0));
    score(provider, month, "90.00", true);
    var id = draft(month);

    assertThat(finance().text("/api/statements/" + id + "/export?format=csv").lines()).hasSize(3).first().asString().contains("证据摘要");
    assertThat(finance().text("/api/statements/" + id + "/export")).startsWith("PK");
  }

  private UUID dispatchersProvider() {
    return UUID.fromString(api.as("provider_dispatcher").get("/api/session").body().path("organizationId").asString());
  }

  private Api.Caller finance() {
    return api.as("county_finance");
  }

  private Api.Caller city() {
    return api.as("city_finance");
  }

  private void forward(String duration) {
    assertThat(api.as("administrator").post("/api/clock/forward", Map.of("duration", duration)).status()).isEqualTo(200);
  }

  private String region() {
    return jdbc.sql("select region_code from facility.provider where id = :id").param("id", provider.value()).query(String.class).single();
  }

  private VisitFacts confirmed(long publicFen, long voucherFen, long elderFen) {
    return confirmedIn(month, publicFen, voucherFen, elderFen);
  }

  private VisitFacts confirmedIn(YearMonth of, long publicFen, long voucherFen, long elderFen) {
    return VisitFixtures.visit(UUID.randomUUID(), UUID.randomUUID(), provider, region(), of.atDay(5), VisitStatus.CONFIRMED, 1, publicFen, voucherFen, elderFen);
  }

  private void visits(YearMonth of, VisitFacts... some) {
    VISITS.put(key(provider, of), new ArrayList<>(List.of(some)));
  }

  private UUID draft(YearMonth of) {
    assertThat(finance().post("/api/statements", Map.of("month", of.toString())).body().path("statements").asInt()).isPositive();
    return UUID.fromString(finance().get("/api/statements?month=" + of + "&provider=" + provider).body().path("items").get(0).path("id").asString());
  }

  private Api.Answer freeze(UUID id) {
    return finance().post("/api/statements/" + id + "/freezing", Map.of("digest", finance().get("/api/statements/" + id).body().path("digest").asString()));
  }

  private void frozen(UUID id) {
    assertThat(freeze(id).body().path("state").asString()).isEqualTo("FROZEN");
    assertThat(STEPS).anyMatch(s -> s.step() == CaseStep.SETTLED && s.source().equals(id));
  }

  private UUID reviewed(YearMonth of) {
    var id = draft(of);
    frozen(id);
    assertThat(finance().post("/api/statements/" + id + "/review", Map.of()).body().path("state").asString()).isEqualTo("REVIEWED");
    return id;
  }

  private String prepare() {
    var answer = finance().post("/api/payment-batches", Map.of());
    assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
    return answer.body().path("id").asString();
  }

  private String state(UUID statement) {
    return finance().get("/api/statements/" + statement).body().path("state").asString();
  }

  private static List<EvidenceOfTests.Step> paidSteps(VisitFacts visit) {
    return STEPS.stream().filter(s -> s.step() == CaseStep.PAID && s.careCase().equals(visit.careCase())).toList();
  }

  private static String bank(String file) throws Exception {
    var server = new SimulateBank().start(0);
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + server.getAddress().getPort() + "/payment-files"))
          .POST(java.net.http.HttpRequest.BodyPublishers.ofString(file)).build();
      return http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
    } finally {
      server.stop(0);
    }
  }
}
