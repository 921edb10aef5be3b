package org.zhiyang.need.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.answersOfTotal;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.tablesWith;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.assessment.domain.Appointment;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.ContentDigest;
import org.zhiyang.registry.workforce.NewStaff;
import org.zhiyang.registry.workforce.WorkforceCommands;
import org.zhiyang.need.assessment.usecase.AssessmentActions;
import org.zhiyang.need.assessment.usecase.CompleteAssessment;
import org.zhiyang.need.assessment.usecase.RequestAssessment;
import org.zhiyang.need.assessment.usecase.SaveDraft;
import org.zhiyang.need.assessment.usecase.ScheduleAssessment;
import org.zhiyang.need.assessment.usecase.SignAssessment;
import org.zhiyang.need.assessment.usecase.StartAssessment;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.DailyJob;
import org.zhiyang.platform.policy.RulingId;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.registry.elder.ElderId;

/** One assessment through its whole life on the real database. */
@SpringBootTest(properties = "zhiyang.demo.load=false")
class AssessmentLifeTests {

  private static final String VILLAGE = "330502003012";

  @Autowired AssessmentActions actions;
  @Autowired AssessmentCommands commands;
  @Autowired WorkforceCommands workforce;
  @Autowired AssessmentQueries queries;
  @Autowired RulingStore rulings;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @Autowired Map<String, DailyJob> jobs;

  private final UUID elder = UUID.randomUUID();
  private final UUID nurse = UUID.randomUUID();
  private final UUID worker = UUID.randomUUID();

  private AssessmentId scheduled() {
    var from = LocalDate.of(2026, 1, 1);
    workforce.loadAssessors(List.of(
        new NewStaff.NewAssessor(nurse, VILLAGE, "评估员甲" + nurse, true, "护士", from, null, null, true),
        new NewStaff.NewAssessor(worker, VILLAGE, "评估员乙" + worker, false, "社工师", from, null, null, true)).iterator());
    workforce.linkAssessor(nurse, nurse);
    workforce.linkAssessor(worker, worker);
    var id = actions.request().handle(new RequestAssessment.Command(elder, VILLAGE, AssessmentReason.FIRST, null, worker, null));
    actions.schedule().handle(new ScheduleAssessment.Command(
        id, new Appointment(nurse, worker, clock.instant().plus(Duration.ofHours(1)), "家中"), worker, null));
    return id;
  }

  private AssessmentId published() {
    var id = scheduled();
    actions.start().handle(new StartAssessment.Command(id, nurse, "家中", null));
    var draft = actions.saveDraft().handle(
        new SaveDraft.Command(id, 0, answersOfTotal(50), tablesWith("health", "coma", "无"), nurse));
    var digest = ContentDigest.of(draft);
    actions.sign().handle(new SignAssessment.Command(id, false, "甲", digest, null, nurse, "家中"));
    actions.sign().handle(new SignAssessment.Command(id, false, "乙", digest, null, worker, "家中"));
    actions.sign().handle(new SignAssessment.Command(id, true, "子女", digest, null, nurse, "家中"));
    actions.complete().handle(new CompleteAssessment.Command(id, nurse));
    return id;
  }

  private void runJobs(LocalDate day) {
    for (var name : new String[] {"assessment.finish-publicity", "assessment.expire"}) {
      var job = jobs.values().stream().filter(j -> j.name().equals(name)).findFirst().orElseThrow();
      transaction.executeWithoutResult(t -> job.runFor(day));
    }
  }

  @Test
  void givesALevelThatTakesEffectAfterPublicityAndExpires() {
    var id = published();
    var today = LocalDate.now(clock);
    var person = new ElderId(elder);
    assertThat(queries.findLevelOf(person, today)).isEmpty();

    runJobs(today.plusDays(6));
    assertThat(queries.findLevelOf(person, today.plusDays(7))).isEmpty();
    runJobs(today.plusDays(7));
    runJobs(today.plusDays(7));

    var level = queries.findLevelOf(person, today.plusDays(7)).orElseThrow();
    assertThat(level.assessment()).isEqualTo(id);
    assertThat(level.level()).isEqualTo(AbilityLevel.MODERATE);
    assertThat(queries.findLevelOf(person, level.validUntil())).isPresent();
    assertThat(queries.findLevelOf(person, level.validUntil().plusDays(1))).isEmpty();
    runJobs(level.validUntil().plusDays(1));
    assertThat(jdbc.sql("select to_status from assessment.transition where assessment_id = :id order by id").param("id", id.value())
        .query(String.class).list()).containsExactly("REQUESTED", "SCHEDULED", "STARTED", "SIGNED", "IN_PUBLICITY", "EFFECTIVE", "EXPIRED");
  }

  @Test
  void storesTheRulingForGoodAndOnlyWithinScope() {
    var id = published();
    var ruling = new RulingId(jdbc.sql("select ruling_id from assessment.assessment where id = :id").param("id", id.value()).query(UUID.class).single());

    var stored = rulings.find(ruling, Scope.Region.below("330502000000")).orElseThrow();
    assertThat(stored.facts().sequencedKeySet()).containsExactly("instrument", "answers", "coma", "dementia_or_mental_disorder", "risk_events_30d");
    assertThat(stored.outcome().path("total").asInt()).isEqualTo(50);
    assertThat(rulings.find(ruling, Scope.Region.below("330503000000"))).isEmpty();
    assertThat(rulings.find(ruling, new Scope.People(Set.of(elder)))).isPresent();
    assertThatThrownBy(() -> jdbc.sql("update policy.ruling set outcome = '{}' where id = :id").param("id", ruling.value()).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("delete from policy.ruling where id = :id").param("id", ruling.value()).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
  }

  @Test
  void keepsTheNewerDraftAndRefusesTheStaleOne() {
    var id = scheduled();
    actions.start().handle(new StartAssessment.Command(id, nurse, null, null));
    actions.saveDraft().handle(new SaveDraft.Command(id, 0, Map.of("eating", 3), Map.of(), nurse));

    assertThatThrownBy(() -> actions.saveDraft().handle(new SaveDraft.Command(id, 0, Map.of("eating", 1), Map.of(), worker)))
        .isInstanceOfSatisfying(AssessmentRefusal.StaleDraft.class, r -> assertThat(r.currentVersion()).isEqualTo(1));
  }

  @Test
  void allowsOneOpenAssessmentForEachElder() {
    var id = scheduled();

    assertThatThrownBy(() -> actions.request().handle(new RequestAssessment.Command(elder, VILLAGE, AssessmentReason.IMMEDIATE, null, worker, null)))
        .isInstanceOfSatisfying(AssessmentRefusal.AlreadyOpen.class, r -> assertThat(r.existing()).isEqualTo(id));
    assertThat(commands.request(new ElderId(elder), VILLAGE, AssessmentReason.IMMEDIATE, worker, null)).isEqualTo(id);
  }
}
