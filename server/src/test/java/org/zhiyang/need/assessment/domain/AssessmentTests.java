package org.zhiyang.need.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentReason;

class AssessmentTests {

  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(1, 2);
  private static final UUID ELDER = new UUID(2, 1);
  private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final String DIGEST = "d".repeat(64);

  private static Act act(UUID actor, @Nullable String reason) {
    return new Act(actor, NOW, "家中", reason);
  }

  private static Assessment requested() {
    return Assessment.request(new AssessmentSnapshot.Request(new AssessmentId(new UUID(3, 1)), ELDER, "330502003012",
        AssessmentReason.FIRST, null, FIRST, NOW), act(FIRST, null));
  }

  private static Assessment scheduled() {
    var assessment = requested();
    assessment.schedule(new Appointment(FIRST, SECOND, NOW.plusSeconds(3600), "家中"), act(FIRST, null));
    return assessment;
  }

  private static Assessment started() {
    var assessment = scheduled();
    assessment.start(TODAY, act(SECOND, null));
    return assessment;
  }

  private static Signature signature(Signature.Signer signer, UUID account) {
    return new Signature(signer, account, "某人", NOW, DIGEST, null);
  }

  private static Assessment signed() {
    var assessment = started();
    assessment.sign(signature(Signature.Signer.FIRST_ASSESSOR, FIRST), DIGEST, act(FIRST, null));
    assessment.sign(signature(Signature.Signer.SECOND_ASSESSOR, SECOND), DIGEST, act(SECOND, null));
    assessment.sign(signature(Signature.Signer.INFORMANT, FIRST), DIGEST, act(FIRST, null));
    return assessment;
  }

  private static Assessment published() {
    var assessment = signed();
    var grading = AbilityGradingPolicy.grade(AssessmentFixtures.INSTRUMENT, AssessmentFixtures.sheetOfTotal(50), new Conditions(false, false, 0), Stacking.EACH_ONCE);
    assessment.publish(grading, new UUID(4, 1), TODAY, 7, act(FIRST, null));
    return assessment;
  }

  private static Assessment effective() {
    var assessment = published();
    assessment.takeEffect(TODAY.plusDays(7), 12, act(FIRST, null));
    return assessment;
  }

  @Test
  void passesThroughItsWholeLifeAndRemembersEachStep() {
    var assessment = effective();
    assessment.expire(act(FIRST, null));

    assertThat(assessment.news()).extracting(Transition::to).containsExactly(AssessmentStatus.REQUESTED, AssessmentStatus.SCHEDULED,
        AssessmentStatus.STARTED, AssessmentStatus.SIGNED, AssessmentStatus.IN_PUBLICITY, AssessmentStatus.EFFECTIVE, AssessmentStatus.EXPIRED);
    assertThat(assessment.news()).allSatisfy(step -> {
      assertThat(step.act().actor()).isNotNull();
      assertThat(step.act().at()).isEqualTo(NOW);
      assertThat(step.act().place()).isEqualTo("家中");
    });
  }

  @ParameterizedTest
  @EnumSource(AssessmentStatus.class)
  void hasEveryStatusInTheTransitionTable(AssessmentStatus status) {
    assertThat(status.successors()).isNotNull();
    assertThat(status == AssessmentStatus.REQUESTED
        || Arrays.stream(AssessmentStatus.values()).anyMatch(s -> s.successors().contains(status))).isTrue();
  }

  @Test
  void isSignedOnlyWithAllThreeSignatures() {
    var assessment = started();
    assessment.sign(signature(Signature.Signer.FIRST_ASSESSOR, FIRST), DIGEST, act(FIRST, null));
    assessment.sign(signature(Signature.Signer.INFORMANT, FIRST), DIGEST, act(FIRST, null));
    assertThat(assessment.status()).isEqualTo(AssessmentStatus.STARTED);
    assertThatThrownBy(assessment::requireSigned).isInstanceOf(AssessmentRefusal.WrongStatus.class);
    assertThatThrownBy(() -> assessment.sign(signature(Signature.Signer.FIRST_ASSESSOR, FIRST), DIGEST, act(FIRST, null)))
        .isInstanceOf(AssessmentRefusal.AlreadySigned.class);

    assessment.sign(signature(Signature.Signer.SECOND_ASSESSOR, SECOND), DIGEST, act(SECOND, null));

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.SIGNED);
  }

  @Test
  void refusesASignatureUnderOtherContent() {
    assertThatThrownBy(() -> started().sign(signature(Signature.Signer.FIRST_ASSESSOR, FIRST), "e".repeat(64), act(FIRST, null)))
        .isInstanceOf(AssessmentRefusal.ContentChanged.class);
  }

  @Test
  void dropsTheSignaturesWhenTheContentChanges() {
    var assessment = signed();

    assessment.contentChanged(act(FIRST, "改"));

    assertThat(assessment.status()).isEqualTo(AssessmentStatus.STARTED);
    assertThat(assessment.snapshot().signatures()).isEmpty();
  }

  @Test
  void isReleasedUntilItsResultIsPublicAndWaitsForAnotherPairWithNothingOfTheFirst() {
    for (var assessment : List.of(scheduled(), started(), signed())) {
      assertThatThrownBy(() -> assessment.release(act(FIRST, null))).isInstanceOf(AssessmentRefusal.ReasonMissing.class);

      assessment.release(act(FIRST, "回避"));

      assertThat(assessment.status()).isEqualTo(AssessmentStatus.REQUESTED);
      assertThat(assessment.assessors()).isEmpty();
      assertThat(assessment.snapshot().signatures()).isEmpty();
      assertThat(assessment.snapshot().baseOn()).isNull();
      assertThat(assessment.news().getLast().act().reason()).isEqualTo("回避");
    }
    assertThatThrownBy(() -> published().release(act(FIRST, "回避"))).isInstanceOf(AssessmentRefusal.WrongStatus.class);
  }

  @Test
  void isStartedAndSignedByItsOwnAssessorsOnly() {
    var stranger = new UUID(9, 9);

    assertThatThrownBy(() -> scheduled().start(TODAY, act(stranger, null))).isInstanceOf(AssessmentRefusal.NotAssigned.class);
    assertThatThrownBy(() -> started().signerOf(stranger)).isInstanceOf(AssessmentRefusal.NotAssigned.class);
    assertThatThrownBy(() -> started().requireWritableBy(stranger)).isInstanceOf(AssessmentRefusal.NotAssigned.class);
  }

  @Test
  void needsAReasonToPlanAnewToObjectAndToWithdraw() {
    var later = new Appointment(FIRST, SECOND, NOW.plusSeconds(7200), "家中");

    assertThatThrownBy(() -> scheduled().schedule(later, act(FIRST, " "))).isInstanceOf(AssessmentRefusal.ReasonMissing.class);
    assertThatThrownBy(() -> published().object(TODAY, act(FIRST, null))).isInstanceOf(AssessmentRefusal.ReasonMissing.class);
    assertThatThrownBy(() -> requested().withdraw(act(FIRST, null))).isInstanceOf(AssessmentRefusal.ReasonMissing.class);
    assertThatThrownBy(() -> requested().schedule(new Appointment(FIRST, SECOND, NOW.minusSeconds(1), "家中"), act(FIRST, null)))
        .isInstanceOf(AssessmentRefusal.PlannedInThePast.class);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-12-01, false
      2026-12-07, false
      2026-12-08, true""")
  void takesEffectAfterSevenFullDaysOfPublicity(LocalDate day, boolean due) {
    assertThat(published().isDueToTakeEffectOn(day)).isEqualTo(due);
  }

  @Test
  void canBeDoubtedUntilTheLastDayOfPublicity() {
    var doubted = published();
    doubted.object(LocalDate.of(2026, 12, 7), act(ELDER, "不同意"));
    assertThat(doubted.status()).isEqualTo(AssessmentStatus.OBJECTED);
    assertThat(doubted.isDueToTakeEffectOn(LocalDate.of(2026, 12, 8))).isFalse();

    assertThatThrownBy(() -> published().object(LocalDate.of(2026, 12, 8), act(ELDER, "不同意")))
        .isInstanceOfSatisfying(AssessmentRefusal.PublicityOver.class, r -> assertThat(r.lastDay()).isEqualTo("2026-12-07"));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-12-01, 12, 2027-11-30
      2028-02-29, 12, 2029-02-27
      2026-08-31, 6, 2027-02-27""")
  void holdsForWholeMonthsTheLastDayIncluded(LocalDate effectiveOn, int months, LocalDate lastDay) {
    var completed = published().takeEffect(effectiveOn, months, act(FIRST, null));

    assertThat(completed.validUntil()).isEqualTo(lastDay);
    assertThat(completed.elder().value()).isEqualTo(ELDER);
  }

  @Test
  void refusesWhatDoesNotFollow() {
    assertThatThrownBy(() -> requested().start(TODAY, act(FIRST, null))).isInstanceOf(AssessmentRefusal.NotAssigned.class);
    assertThatThrownBy(() -> started().start(TODAY, act(FIRST, null))).isInstanceOf(AssessmentRefusal.WrongStatus.class);
    assertThatThrownBy(() -> effective().withdraw(act(FIRST, "改"))).isInstanceOf(AssessmentRefusal.WrongStatus.class);
    assertThatThrownBy(() -> effective().object(TODAY, act(FIRST, "改"))).isInstanceOf(AssessmentRefusal.WrongStatus.class);
    assertThatThrownBy(() -> scheduled().expire(act(FIRST, null))).isInstanceOf(AssessmentRefusal.WrongStatus.class);
  }

  private static Assessor assessor(UUID account, boolean medical, Set<UUID> relatives) {
    return new Assessor(account, "某评估员", "330502000000", medical, "护士", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), relatives);
  }

  @Test
  void takesTwoAssessorsOfWhomOneIsMedicalAndNoneARelative() {
    var nurse = assessor(FIRST, true, Set.of());
    var worker = assessor(SECOND, false, Set.of());
    AppointmentPolicy.check(List.of(nurse, worker), ELDER, Set.of(), TODAY);

    assertThatThrownBy(() -> AppointmentPolicy.check(List.of(nurse, nurse), ELDER, Set.of(), TODAY)).isInstanceOf(AssessmentRefusal.SameAssessorTwice.class);
    assertThatThrownBy(() -> AppointmentPolicy.check(List.of(assessor(FIRST, false, Set.of()), worker), ELDER, Set.of(), TODAY))
        .isInstanceOf(AssessmentRefusal.NoMedicalBackground.class);
    assertThatThrownBy(() -> AppointmentPolicy.check(List.of(nurse, assessor(SECOND, false, Set.of(ELDER))), ELDER, Set.of(), TODAY))
        .isInstanceOfSatisfying(AssessmentRefusal.AssessorIsRelative.class, r -> assertThat(r.account()).isEqualTo(SECOND));
    assertThatThrownBy(() -> AppointmentPolicy.check(List.of(nurse, worker), ELDER, Set.of(FIRST), TODAY))
        .isInstanceOf(AssessmentRefusal.AssessorIsRelative.class);
    assertThatThrownBy(() -> AppointmentPolicy.check(List.of(nurse, worker), ELDER, Set.of(), LocalDate.of(2027, 1, 1)))
        .isInstanceOf(AssessmentRefusal.NotAnAssessor.class);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # the appointment is in so many minutes | reason          | begins
      -30                                     |                 | true
      60                                      |                 | true
      720                                     |                 | true
      721                                     |                 | false
      721                                     | '  '            | false
      721                                     | 家属同意今天评估 | true
      4320                                    |                 | false
      """, delimiter = '|')
  void beginsOnAnotherDayThanAgreedOnlyWithAReason(long minutesAhead, @Nullable String reason, boolean begins) {
    var assessment = requested();
    var plannedAt = NOW.plusSeconds(minutesAhead * 60);
    assessment.schedule(new Appointment(FIRST, SECOND, plannedAt, "家中"), new Act(FIRST, plannedAt.minusSeconds(864_000), null, null));

    if (begins) {
      assessment.start(TODAY, act(SECOND, reason));
      assertThat(assessment.status()).isEqualTo(AssessmentStatus.STARTED);
    } else {
      assertThatThrownBy(() -> assessment.start(TODAY, act(SECOND, reason))).isInstanceOfSatisfying(AssessmentRefusal.BeforeAppointment.class, refusal -> assertThat(refusal.plannedAt()).isEqualTo(plannedAt));
      assertThat(assessment.status()).isEqualTo(AssessmentStatus.SCHEDULED);
    }
  }
}
