package org.zhiyang.service.homecare.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.service.homecare.domain.HomecareFixtures.CARER;
import static org.zhiyang.service.homecare.domain.HomecareFixtures.at;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.VisitEvent.Item;
import org.zhiyang.service.homecare.domain.VisitEvent.Kind;

class VisitProofTests {
  private static VisitEvent event(Kind kind, String time, UUID carer, Map<String, Object> fields, Item... items) {
    Instant at = at(time);
    return new VisitEvent(UUID.randomUUID(), kind, 1, carer, at, at, at, null, null, null, null, null, List.of(items), fields, null, null, false);
  }

  @Test
  void theProofIsTheSameInWhateverOrderEventsArrive() {
    var events = new ArrayList<>(List.of(event(Kind.CHECK_IN, "09:00", CARER, Map.of()), event(Kind.NOTE, "09:10", CARER, Map.of("note", "a")), event(Kind.NOTE, "09:20", CARER, Map.of("note", "b")),
        event(Kind.ITEM, "09:30", CARER, Map.of(), new Item("洗漱", Item.State.NOT_DONE, null)), event(Kind.ITEM, "09:40", new UUID(1, 2), Map.of(), new Item("洗漱", Item.State.DONE, null)),
        event(Kind.CHECK_OUT, "10:00", CARER, Map.of())));

    for (var seed = 0; seed < 50; seed++) {
      Collections.shuffle(events, new Random(seed));
      var proof = new VisitProof(events);

      assertThat(proof.checkIn().orElseThrow().at()).isEqualTo(at("09:00"));
      assertThat(proof.fields()).containsEntry("note", "b");
      assertThat(proof.items().get("洗漱").state()).isEqualTo(Item.State.DONE);
      assertThat(proof.events()).hasSize(6);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      33.9, false
      34, true
      43, true
      43.1, false
      abc, false""")
  void aMeasuredValueCountsWithinItsBounds(String value, boolean given) {
    var temperature = new ProofField("t", "体温", "number", 34.0, 43.0, List.of(), null);
    var proof = new VisitProof(List.of(event(Kind.VITALS, "09:00", CARER, Map.of("t", value))));

    assertThat(proof.missing(List.of(temperature)).isEmpty()).isEqualTo(given);
  }

  @Test
  void nobodyIsTheirOwnSecondCarerAndTickedChoicesCountAsGiven() {
    var second = new ProofField("second", "第二名护理员", "carer", null, null, List.of(), null);
    var done = new ProofField("done", "所做项目", "choices", null, null, List.of("洗漱", "喂食"), null);
    var alone = new VisitProof(List.of(event(Kind.VITALS, "09:00", CARER, Map.of("second", CARER.toString())), event(Kind.ITEM, "09:10", CARER, Map.of(), new Item("喂食", Item.State.DONE, null))));

    assertThat(alone.missing(List.of(second, done))).containsExactly(second);
  }

  @Test
  void whicheverOfTheTwoGoesOnTheSecondCarerIsTheOneTheOtherNamed() {
    var second = new ProofField("second", "第二名护理员", "carer", null, null, List.of(), null);
    var colleague = new UUID(1, 2);
    var proof = new VisitProof(List.of(event(Kind.VITALS, "09:00", CARER, Map.of("second", colleague.toString())), event(Kind.ITEM, "09:10", colleague, Map.of(), new Item("助浴", Item.State.DONE, null))));

    assertThat(proof.missing(List.of(second))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-11-23T09:00:00+08:00, 2026-11-23T09:00:00+08:00, true
      2026-11-23T09:00:00+08:00, 2026-11-23T08:59:00+08:00, false
      2026-11-23T09:00:00+08:00, 九点, false""")
  void aMomentIsNotBeforeTheOneItFollows(String departed, String arrived, boolean given) {
    var departure = new ProofField("departedAt", "出发时间", "moment", null, null, List.of(), null);
    var arrival = new ProofField("arrivedAt", "到达时间", "moment", null, null, List.of(), "departedAt");
    var proof = new VisitProof(List.of(event(Kind.VITALS, "09:00", CARER, Map.of("departedAt", departed, "arrivedAt", arrived))));

    assertThat(proof.missing(List.of(departure, arrival)).isEmpty()).isEqualTo(given);
  }

  @Test
  void whatTheElderAgreesToBeforeIsNotGivenByTheSignatureAfter() {
    var agreed = new ProofField("before", "服务前确认", "agreement", null, null, List.of(), null);
    var confirmed = new ProofField("after", "服务后确认", "confirmation", null, null, List.of(), null);
    var signed = new VisitProof(List.of(event(Kind.SIGNATURE, "10:00", CARER, Map.of())));

    assertThat(signed.missing(List.of(agreed, confirmed))).containsExactly(agreed);
    assertThat(new VisitProof(List.of(event(Kind.VITALS, "09:00", CARER, Map.of("before", true)))).missing(List.of(agreed))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      10:24, 30, 120, true
      10:23, 30, 60, true
      10:23, 60, 60, true
      09:59, 30, 30, true
      09:59, 60, 0, true
      09:29, 30, 0, true
      09:50, 30, 120, false""")
  void onlyServicesByTheHourLoseMinutesForAShortStayAndKeepItsFullParts(String out, int part, int minutes, boolean byTheHour) {
    var proof = new VisitProof(List.of(event(Kind.CHECK_IN, "09:00", CARER, Map.of()), event(Kind.CHECK_OUT, out, CARER, Map.of())));

    assertThat(proof.minutesDone(120, part, byTheHour, 0.7)).isEqualTo(minutes);
  }

  @Test
  void nothingIsDoneWhenEveryTickedItemWasDeclined() {
    var proof = new VisitProof(List.of(event(Kind.ITEM, "09:00", CARER, Map.of(), new Item("助洁", Item.State.DECLINED, "老人不需要"))));

    assertThat(proof.minutesDone(180, 60, true, 0.7)).isZero();
  }

  @ParameterizedTest
  @EnumSource(VisitStatus.class)
  void everyStatusStandsInTheTableOfTransitions(VisitStatus status) {
    assertThat(Arrays.stream(VisitStatus.values()).filter(to -> VisitTransitions.allows(status, to))).doesNotContain(VisitStatus.PLANNED == status ? status : null);
  }

  @Test
  void whatIsDecidedStaysButForWhatTheRulesConfirmedTooSoon() {
    assertThat(Arrays.stream(VisitStatus.values()).filter(to -> VisitTransitions.allows(VisitStatus.REJECTED, to))).isEmpty();
    assertThat(Arrays.stream(VisitStatus.values()).filter(to -> VisitTransitions.allows(VisitStatus.CONFIRMED, to))).containsExactly(VisitStatus.ABNORMAL);
  }

  @Test
  void theSampleDependsOnSeedAndVisitAloneAndKeepsItsShare() {
    var random = new Random(1);
    var visits = java.util.stream.IntStream.range(0, 20_000).mapToObj(i -> new UUID(random.nextLong(), random.nextLong())).toList();

    var drawn = visits.stream().filter(v -> SamplePolicy.isDrawn(42, v, new BigDecimal("0.05"))).toList();

    assertThat(drawn).hasSizeBetween(900, 1100).isEqualTo(visits.stream().filter(v -> SamplePolicy.isDrawn(42, v, new BigDecimal("0.05"))).toList());
    assertThat(visits).allMatch(v -> SamplePolicy.isDrawn(7, v, BigDecimal.ONE)).noneMatch(v -> SamplePolicy.isDrawn(7, v, BigDecimal.ZERO));
  }
}
