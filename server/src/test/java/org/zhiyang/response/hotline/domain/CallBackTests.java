package org.zhiyang.response.hotline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;

class CallBackTests {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final UUID ME = UUID.randomUUID();
  private static final UUID COLLEAGUE = UUID.randomUUID();
  private static final Script SCRIPT = ScriptReader.read(new ProfileFiles("huzhou", null));

  private final CallBack callBack = CallBack.open(new CallBackFacts(UUID.randomUUID(), new VisitId(UUID.randomUUID()), UUID.randomUUID(), UUID.randomUUID(), "330502003012",
      LocalDate.of(2026, 11, 20), false, Set.of(VisitFlag.TOO_SHORT), NOW, LocalDate.of(2026, 11, 29)));

  @Test
  void twoOperatorsNeverWorkTheSameTaskUntilTheFirstOnesTimeIsOver() {
    callBack.take(ME, "甲", NOW);

    assertThatThrownBy(() -> callBack.take(COLLEAGUE, "乙", NOW.plus(CallBack.CLAIM).minusSeconds(1))).isInstanceOf(CallBackRefusal.TakenByColleague.class);
    callBack.take(COLLEAGUE, "乙", NOW.plus(CallBack.CLAIM).plusSeconds(1));
    assertThatThrownBy(() -> call(ME, AttemptOutcome.NOT_REACHED, NOW.plus(CallBack.CLAIM).plusSeconds(2))).isInstanceOf(CallBackRefusal.TakenByColleague.class);
  }

  @Test
  void everyActProlongsTheClaim() {
    callBack.take(ME, "甲", NOW);
    call(ME, AttemptOutcome.NOT_REACHED, NOW.plus(Duration.ofMinutes(15)));

    assertThatThrownBy(() -> callBack.take(COLLEAGUE, "乙", NOW.plus(Duration.ofMinutes(25)))).isInstanceOf(CallBackRefusal.TakenByColleague.class);
  }

  @Test
  void nobodyCallsWithoutTakingTheTask() {
    assertThatThrownBy(() -> call(ME, AttemptOutcome.NOT_REACHED, NOW)).isInstanceOf(CallBackRefusal.NotTaken.class);
  }

  @Test
  void aResultNeedsSomebodyOnThePhone() {
    callBack.take(ME, "甲", NOW);
    call(ME, AttemptOutcome.NOT_REACHED, NOW);

    assertThatThrownBy(() -> finish(CallBackResult.CONFIRMED_SERVICE, CallBackResult.CONFIRMED_SERVICE, null)).isInstanceOf(CallBackRefusal.NobodyReached.class);
  }

  @Test
  void aConfirmedServiceIsDecidedAtOnce() {
    callBack.take(ME, "甲", NOW);
    call(ME, AttemptOutcome.REACHED, NOW);
    finish(CallBackResult.CONFIRMED_SERVICE, CallBackResult.CONFIRMED_SERVICE, null);

    assertThat(callBack.status()).isEqualTo(CallBackStatus.DONE);
    assertThat(callBack.decision()).isNotNull().matches(CallBack.Decision::confirmed);
  }

  @Test
  void anotherResultThanTheAnswersSayNeedsAReason() {
    callBack.take(ME, "甲", NOW);
    call(ME, AttemptOutcome.REACHED, NOW);

    assertThatThrownBy(() -> finish(CallBackResult.CONFIRMED_SERVICE, CallBackResult.NOT_DONE, null)).isInstanceOf(CallBackRefusal.AgainstTheAnswers.class);
    finish(CallBackResult.CONFIRMED_SERVICE, CallBackResult.NOT_DONE, "女儿当场在家，说明来过");
    assertThat(callBack.status()).isEqualTo(CallBackStatus.DONE);
  }

  @Test
  void whoCannotBeReachedAfterEnoughCallsGoesToTheOfficer() {
    callBack.take(ME, "甲", NOW);
    IntStream.range(0, 2).forEach(i -> call(ME, AttemptOutcome.NOT_REACHED, NOW));
    assertThatThrownBy(() -> finish(CallBackResult.CANNOT_REACH, CallBackResult.CONFIRMED_SERVICE, null)).isInstanceOf(CallBackRefusal.TooFewAttempts.class);

    call(ME, AttemptOutcome.NOT_REACHED, NOW);
    finish(CallBackResult.CANNOT_REACH, CallBackResult.CONFIRMED_SERVICE, null);

    assertThat(callBack.status()).isEqualTo(CallBackStatus.WITH_OFFICER);
    assertThat(callBack.decision()).isNull();
    callBack.decide(new CallBack.Decision(false, "凭证不足，不予认可", COLLEAGUE, "丙", "county_officer", NOW));
    assertThat(callBack.status()).isEqualTo(CallBackStatus.DONE);
  }

  @Test
  void aWrongNumberNeedsNoFurtherCalls() {
    callBack.take(ME, "甲", NOW);
    call(ME, AttemptOutcome.WRONG_NUMBER, NOW);
    finish(CallBackResult.CANNOT_REACH, CallBackResult.CONFIRMED_SERVICE, null);

    assertThat(callBack.status()).isEqualTo(CallBackStatus.WITH_OFFICER);
  }

  @Test
  void aVisitDecidedElsewhereClosesItsCallBackOnce() {
    callBack.closeAsDecidedOtherwise(true, NOW);
    callBack.closeAsDecidedOtherwise(false, NOW);

    assertThat(callBack.status()).isEqualTo(CallBackStatus.DONE);
    assertThat(callBack.decision()).isNotNull().matches(CallBack.Decision::confirmed);
  }

  @Test
  void theScriptAsksWhatTheFindingsNeed() {
    var asked = SCRIPT.questionsFor(Set.of(VisitFlag.TOO_SHORT)).stream().map(Script.Question::key).toList();

    assertThat(asked).contains("came", "minutes", "content").doesNotContain("photo", "at_home");
    assertThat(SCRIPT.flags()).containsOnlyKeys(VisitFlag.values());
  }

  @Test
  void theAnswersProposeTheWorstResult() {
    assertThat(SCRIPT.proposal(Set.of(), Map.of("came", "YES", "content", "ALL"))).isEqualTo(CallBackResult.CONFIRMED_SERVICE);
    assertThat(SCRIPT.proposal(Set.of(), Map.of("came", "YES", "content", "PART"))).isEqualTo(CallBackResult.PARTLY);
    assertThat(SCRIPT.proposal(Set.of(), Map.of("came", "NO"))).isEqualTo(CallBackResult.NOT_DONE);
  }

  @Test
  void missingUnknownAndMalformedAnswersAreNamed() {
    assertThat(SCRIPT.check(Set.of(VisitFlag.TOO_SHORT), Map.of("came", "NO"))).isEmpty();
    assertThat(SCRIPT.check(Set.of(VisitFlag.TOO_SHORT), Map.of("came", "MAYBE", "minutes", "eine", "hobby", "x"))).extracting(Script.Fault::question, Script.Fault::code)
        .contains(org.assertj.core.groups.Tuple.tuple("came", "unknown-option"), org.assertj.core.groups.Tuple.tuple("minutes", "pattern"),
            org.assertj.core.groups.Tuple.tuple("content", "required"), org.assertj.core.groups.Tuple.tuple("hobby", "unknown-question"));
  }

  @Test
  void theDrawOfTheShareIsFixedAndCloseToTheShare() {
    var visits = IntStream.range(0, 20_000).mapToObj(i -> UUID.nameUUIDFromBytes(("v" + i).getBytes())).toList();
    var taken = visits.stream().filter(v -> CallShare.takes(v, new BigDecimal("0.3"))).count();

    assertThat(taken).isBetween(5_700L, 6_300L);
    assertThat(visits).allMatch(v -> CallShare.takes(v, BigDecimal.ONE)).noneMatch(v -> CallShare.takes(v, BigDecimal.ZERO));
  }

  private void call(UUID by, AttemptOutcome outcome, Instant at) {
    callBack.noteAttempt(new Attempt(at, by, "甲", outcome, outcome == AttemptOutcome.REACHED ? AnsweredBy.ELDER : null, null, null), at);
  }

  private void finish(CallBackResult result, CallBackResult proposed, @Nullable String note) {
    callBack.finish(new CallBack.Finding(result, Map.of(), note, ME, "甲", NOW), proposed, 3, "hotline_operator", NOW);
  }
}
