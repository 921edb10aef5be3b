package org.zhiyang.service.homecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.zhiyang.need.careplan.CarePlan;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.registry.elder.ElderCommands;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.registry.elder.ElderStatusChanged;

/** What becomes of visits when the elder is away, in hospital or has died: before they begin, while a phone is offline, and after the rules confirmed them. */
@DirtiesContext
class ElderAwayTests extends HomecareSteps {
  @Autowired ElderCommands register;

  private void becomes(CarePlan plan, ElderStatus status, LocalDate since) {
    register.changeStatus(plan.elder(), status, since, "家属告知", Actor.PLATFORM);
  }

  private VisitFacts facts(UUID visit) {
    return queries.findVisit(new VisitId(visit), new Scope.Everything()).orElseThrow();
  }

  /** Many visits signed at the same moment would be a finding. */
  private void anHourLater() {
    jdbc.sql("update homecare.visit_event set at = at - interval '1 hour'").update();
  }

  /** Today's visit of the plan, done as it should be. */
  private UUID done(CarePlan plan) {
    var visit = ready(accepted(plan));
    backdate(visit);
    jdbc.sql("update homecare.visit_carer set active = false where visit_id <> :v").param("v", visit).update(); // stays of other visits do not overlap
    var mine = mine(visit);
    send("carer", visit, event("CHECK_IN", 1, at(mine), Map.of("method", "POSITION", "position", home(mine))), event("ITEM", 2, at(mine).plusSeconds(60), Map.of("items", java.util.List.of(Map.of("key", "COMFORT", "state", "DONE")))),
        event("SIGNATURE", 3, at(mine).plusSeconds(3400), Map.of("signature", Map.of("kind", "PROXY", "signer", "女儿，老人手抖"))), event("CHECK_OUT", 4, at(mine).plusSeconds(3500), Map.of("fields", Map.of("visitNote", "陪聊一小时"))));
    assertThat(facts(visit).flags()).as(findings(visit)).isEmpty();
    return visit;
  }

  private void confirmedByTheRules(UUID visit) {
    run("homecareVerifyVisits", today.plusDays(1));
    decideIfSampled(visit);
    assertThat(facts(visit).status()).isEqualTo(VisitStatus.CONFIRMED);
  }

  private String story(UUID visit) {
    return jdbc.sql("select string_agg(coalesce(from_status, '') || '>' || to_status || ' ' || coalesce(reason, ''), ';' order by id) from homecare.visit_step where visit_id = :v").param("v", visit).query(String.class).single();
  }

  @Test
  void aVisitTheRulesConfirmedGoesToAPersonWhenADeathIsToldLate() {
    anHourLater();
    var plan = plan("COMFORT", 1, provider);
    var visit = done(plan);
    confirmedByTheRules(visit);

    becomes(plan, ElderStatus.DECEASED, today);

    awaitStatus(visit, VisitStatus.ABNORMAL);
    assertThat(facts(visit).flags()).contains(VisitFlag.ELDER_ABSENT);
    assertThat(facts(visit).shares()).isNull();
    assertThat(findings(visit)).contains("elder-absent");
    assertThat(story(visit)).contains("CONFIRMED>ABNORMAL 事后登记：老人自 " + today + " 起已去世");
    assertThat(world.reopened).contains(visit);
    assertThat(world.reached.stream().filter(r -> r.source().equals(visit)).map(HomecareWorld.Reach::step)).contains(CaseStep.VISITED).doesNotContain(CaseStep.VERIFIED);
    var rejected = api.as("county_officer").post("/api/visits/" + visit + "/decision", Map.of("confirmed", false, "reason", "老人当天已去世"));
    assertThat(rejected.status()).as(rejected.body().toString()).isEqualTo(200);
    assertThat(world.reserved).doesNotContainKey(visit);
  }

  @Test
  void whatAPersonConfirmedStaysAndASampledVisitGetsTheFindingAndTheNoteThatItWasTakenBack() {
    anHourLater();
    var decided = plan("COMFORT", 1, provider);
    var byPerson = done(decided);
    confirmedByTheRules(byPerson);
    var sampled = plan("COMFORT", 1, provider);
    var waiting = done(sampled);
    jdbc.sql("update homecare.visit set status = 'NORMAL', sampled = true where id = :v").param("v", waiting).update();
    jdbc.sql("update homecare.visit set decided_by = :by where id = :v").param("by", UUID.randomUUID()).param("v", byPerson).update();

    becomes(decided, ElderStatus.IN_HOSPITAL, today);
    becomes(sampled, ElderStatus.AWAY, today);

    awaitStatus(waiting, VisitStatus.ABNORMAL);
    assertThat(facts(waiting).flags()).containsExactly(VisitFlag.ELDER_ABSENT);
    assertThat(facts(waiting).sampled()).isTrue();
    assertThat(facts(byPerson).status()).isEqualTo(VisitStatus.CONFIRMED);
    becomes(sampled, ElderStatus.LIVING, today);
    var takenBack = "ABNORMAL>ABNORMAL 自 " + today + " 起的“外出”登记有误，已撤销：老人当天在家，这次上门不在其内";
    await().atMost(Duration.ofSeconds(20)).until(() -> story(waiting).endsWith(takenBack));
    assertThat(facts(waiting).status()).as("who decides is told, and decides").isEqualTo(VisitStatus.ABNORMAL);
    becomes(sampled, ElderStatus.AWAY, today);
    await().atMost(Duration.ofSeconds(20)).until(() -> story(waiting).endsWith("ABNORMAL>ABNORMAL 事后登记：老人自 " + today + " 起外出，这次上门需要人工核实"));
    becomes(sampled, ElderStatus.LIVING, today);
    await().atMost(Duration.ofSeconds(20)).until(() -> story(waiting).endsWith(takenBack));
  }

  @Test
  void aVisitCarriedOutOfflineAfterItWasCancelledIsKeptFlaggedAndWaitsForAPerson() {
    var plan = plan("COMFORT", 1, provider);
    var visit = ready(accepted(plan));
    var address = home(mine(visit));
    cancel(visit);
    assertThat(facts(visit).status()).isEqualTo(VisitStatus.CANCELLED);
    assertThat(world.reserved).doesNotContainKey(visit);
    jdbc.sql("update homecare.visit set planned_from = :from, planned_to = :to where id = :v").param("from", java.sql.Timestamp.from(at(null))).param("to", java.sql.Timestamp.from(at(null).plusSeconds(3600))).param("v", visit).update();
    jdbc.sql("update homecare.visit_carer set active = false where visit_id <> :v").param("v", visit).update();

    var in = send("carer", visit, event("CHECK_IN", 1, at(null), Map.of("method", "POSITION", "position", address)));
    var rest = send("carer", visit, event("SIGNATURE", 2, at(null).plusSeconds(3400), Map.of("signature", Map.of("kind", "PROXY", "signer", "女儿，老人手抖"))),
        event("CHECK_OUT", 3, at(null).plusSeconds(3500), Map.of("fields", Map.of("visitNote", "陪聊一小时"))));

    assertThat(states(in)).containsOnly("STORED");
    assertThat(in.body().path("events").get(0).path("notice").asString()).contains("已被取消", "核实");
    assertThat(states(rest)).containsOnly("STORED");
    assertThat(facts(visit).status()).isEqualTo(VisitStatus.ABNORMAL);
    assertThat(facts(visit).flags()).as(findings(visit)).containsExactly(VisitFlag.WAS_CANCELLED);
    assertThat(facts(visit).carers()).extracting(c -> c.value()).containsExactly(carer);
    assertThat(findings(visit)).contains("老人要去走亲戚");
    assertThat(world.reserved).containsKey(visit);
  }

  private void cancel(UUID visit) {
    var answer = api.as("county_officer").post("/api/visits/" + visit + "/cancellation", Map.of("reason", "老人要去走亲戚"));
    assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
  }

  @Test
  void aVisitOfTodayWhoseAgreedTimeHasComeIsLeftForThePhoneToReport() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    var visit = ready(order);
    backdate(visit);

    becomes(plan, ElderStatus.IN_HOSPITAL, today);

    await().atMost(Duration.ofSeconds(20)).until(() -> open(order) == 1);
    assertThat(facts(visit).status()).isEqualTo(VisitStatus.ASSIGNED);
  }

  private int open(UUID order) {
    return jdbc.sql("select count(*) from homecare.visit where order_id = :o and status in ('PLANNED', 'ASSIGNED')").param("o", order).query(Integer.class).single();
  }

  /** As when visits are made in one transaction while the stay is recorded in another. */
  @Test
  void aStayRecordedWhileVisitsAreMadeLeavesNoneOfThemBehind() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    var late = jdbc.sql("select id from homecare.visit where order_id = :o and day = :d").param("o", order).param("d", java.sql.Date.valueOf(today.plusDays(5))).query(UUID.class).single();
    jdbc.sql("delete from homecare.visit_step where visit_id = :v").param("v", late).update();
    jdbc.sql("delete from homecare.visit where id = :v").param("v", late).update();

    transaction.executeWithoutResult(t -> {
      jdbc.sql("select id from homecare.service_order where id = :o for update").param("o", order).query(UUID.class).single();
      jdbc.sql("""
          insert into homecare.visit (id, order_id, case_id, elder_id, region_code, provider_id, service, service_name, unit, day, units, unit_minutes, timed, crew, window_from, window_to, before_start, at_check_out, status, status_since)
          select :v, order_id, case_id, elder_id, region_code, provider_id, service, service_name, unit, :d, units, unit_minutes, timed, crew, window_from, window_to, before_start, at_check_out, 'PLANNED', now()
          from homecare.visit where order_id = :o limit 1""").param("v", late).param("o", order).param("d", java.sql.Date.valueOf(today.plusDays(5))).update();
      var other = Thread.ofVirtual().start(() -> becomes(plan, ElderStatus.IN_HOSPITAL, today));
      await().pollDelay(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20)).until(() -> !other.isAlive());
    });

    await().atMost(Duration.ofSeconds(20)).until(() -> open(order) == 0);
  }

  @Test
  void aVisitLeftBehindForSomebodyAwayIsCancelledByTheNextDay() {
    var plan = plan("COMFORT", 1, provider);
    var order = accepted(plan);
    jdbc.sql("insert into elder.status_period (elder_id, status, from_on, to_on) values (:e, 'IN_HOSPITAL', :from, :to)").param("e", plan.elder().value()).param("from", java.sql.Date.valueOf(today.plusDays(2)))
        .param("to", java.sql.Date.valueOf(today.plusDays(4))).update();
    var before = open(order);

    run("homecareRepairAbsences", today);
    run("homecareRepairAbsences", today);

    assertThat(open(order)).isEqualTo(before - 2);
    assertThat(jdbc.sql("select count(*) from homecare.visit where order_id = :o and status = 'CANCELLED' and replaced and day in (:a, :b)").param("o", order).param("a", java.sql.Date.valueOf(today.plusDays(2)))
        .param("b", java.sql.Date.valueOf(today.plusDays(3))).query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  void aVisitNobodyCameToBecauseTheElderWasAwayIsNotMissed() {
    var plan = plan("COMFORT", 1, provider);
    var visit = ready(accepted(plan));
    backdate(visit);
    var agreed = mine(visit);
    becomes(plan, ElderStatus.IN_HOSPITAL, today);

    run("homecareMissedVisits", today.plusDays(1));

    assertThat(facts(visit).status()).isEqualTo(VisitStatus.CANCELLED);
    assertThat(story(visit)).contains("ASSIGNED>CANCELLED 老人当天不在家（住院、外出、迁出或去世），这次没有人上门");
    assertThat(replaced(visit)).isTrue();
    assertThat(world.reserved).doesNotContainKey(visit);
    send("carer", visit, event("CHECK_IN", 1, at(agreed), Map.of("method", "NO_POSITION")));
    assertThat(facts(visit).status()).as("a phone that was offline").isEqualTo(VisitStatus.CHECKED_IN);
    assertThat(world.reserved).containsKey(visit);
  }

  @Test
  void aMissedVisitIsCalledOffWhenTheAbsenceIsToldLateAndMissedAgainWhenItWasWrong() {
    var plan = plan("COMFORT", 1, provider);
    var visit = ready(accepted(plan));
    var other = ready(accepted(plan("COMFORT", 1, provider)));
    backdate(visit);
    backdate(other);
    run("homecareMissedVisits", today.plusDays(1));
    assertThat(facts(visit).status()).isEqualTo(VisitStatus.MISSED);

    becomes(plan, ElderStatus.IN_HOSPITAL, today);

    awaitStatus(visit, VisitStatus.CANCELLED);
    assertThat(story(visit)).contains("MISSED>CANCELLED 事后登记：老人自 " + today + " 起住院，这次没有人上门");
    assertThat(replaced(visit)).isTrue();
    assertThat(facts(other).status()).isEqualTo(VisitStatus.MISSED);

    jdbc.sql("delete from elder.status_period where elder_id = :e").param("e", plan.elder().value()).update();
    transaction.executeWithoutResult(t -> events.publishEvent(new ElderStatusChanged(plan.elder(), ElderStatus.IN_HOSPITAL, ElderStatus.IN_HOSPITAL, today.plusDays(1), today, null, clock.instant())));

    awaitStatus(visit, VisitStatus.MISSED);
    assertThat(replaced(visit)).isFalse();
  }

  @Test
  void anAbsenceTakenBackOnItsDayLeavesNothingBehind() {
    var plan = plan("COMFORT", 1, provider);
    var visit = ready(accepted(plan));
    backdate(visit);
    run("homecareMissedVisits", today.plusDays(1));
    becomes(plan, ElderStatus.IN_HOSPITAL, today);
    awaitStatus(visit, VisitStatus.CANCELLED);

    becomes(plan, ElderStatus.LIVING, today);

    awaitStatus(visit, VisitStatus.MISSED);
    assertThat(story(visit)).contains("CANCELLED>MISSED 自 " + today + " 起的“住院”登记有误，已撤销：老人当天在家");
    assertThat(replaced(visit)).isFalse();
  }

  @Test
  void aShortenedAbsenceKeepsWhatWasCalledOffBeforeItsEnd() {
    var plan = plan("COMFORT", 1, provider);
    var visit = ready(accepted(plan));
    backdate(visit);
    run("homecareMissedVisits", today.plusDays(1));
    becomes(plan, ElderStatus.IN_HOSPITAL, today.minusDays(3));
    awaitStatus(visit, VisitStatus.CANCELLED);
    var before = ready(accepted(plan("COMFORT", 1, provider)));
    jdbc.sql("update homecare.visit set elder_id = :e, day = :d, status = 'CANCELLED', replaced = true where id = :v").param("e", plan.elder().value()).param("d", java.sql.Date.valueOf(today.minusDays(2))).param("v", before).update();
    jdbc.sql("insert into homecare.visit_step (visit_id, to_status, at, by_account, by_role, on_behalf, reason) values (:v, 'CANCELLED', now(), :v, 'platform', false, '事后登记，这次没有人上门')").param("v", before).update();

    becomes(plan, ElderStatus.LIVING, today.minusDays(1));

    awaitStatus(visit, VisitStatus.MISSED);
    assertThat(story(visit)).contains("CANCELLED>MISSED 老人自 " + today.minusDays(1) + " 起已不是“住院”：当天在家");
    assertThat(facts(before).status()).as("a day of the stay").isEqualTo(VisitStatus.CANCELLED);
  }

  @Test
  void whatTheRulesHadConfirmedTheyConfirmAgainWhenTheAbsenceIsTakenBack() {
    anHourLater();
    var plan = plan("COMFORT", 1, provider);
    var visit = done(plan);
    confirmedByTheRules(visit);
    becomes(plan, ElderStatus.IN_HOSPITAL, today);
    awaitStatus(visit, VisitStatus.ABNORMAL);

    becomes(plan, ElderStatus.LIVING, today);

    awaitStatus(visit, VisitStatus.CONFIRMED);
    assertThat(facts(visit).flags()).isEmpty();
    assertThat(facts(visit).shares()).isNotNull();
    assertThat(story(visit)).contains("ABNORMAL>CONFIRMED 自 " + today + " 起的“住院”登记有误，已撤销：老人当天在家");
  }

  private void awaitStatus(UUID visit, VisitStatus status) {
    await().atMost(Duration.ofSeconds(20)).until(() -> facts(visit).status() == status);
  }

  private boolean replaced(UUID visit) {
    return jdbc.sql("select replaced from homecare.visit where id = :v").param("v", visit).query(Boolean.class).single();
  }
}
