package org.zhiyang.oversight.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhiyang.service.homecare.VisitStatus.ABNORMAL;
import static org.zhiyang.service.homecare.VisitStatus.CANCELLED;
import static org.zhiyang.service.homecare.VisitStatus.CHECKED_IN;
import static org.zhiyang.service.homecare.VisitStatus.CONFIRMED;
import static org.zhiyang.service.homecare.VisitStatus.MISSED;
import static org.zhiyang.service.homecare.VisitStatus.REJECTED;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.oversight.complaint.FoundedComplaint;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Source;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.response.hotline.CallBackOutcome;
import org.zhiyang.response.hotline.CallBackResult;
import org.zhiyang.service.homecare.OrderId;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;

class MonthScorePolicyTests {
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final UUID PROVIDER = UUID.randomUUID();
  private static final MonthScorePolicy.Figures FIGURES = new MonthScorePolicy.Figures(
      dated("provider-score-weights", new Weights(Map.of(Part.PUNCTUALITY, 20, Part.COMPLETION, 25, Part.VERIFIED_CALL_BACKS, 25, Part.COMPLAINTS, 15, Part.SATISFACTION, 15)), "points"),
      dated("provider-score-passing", 60, "points"), dated("provider-score-complaint-visits", 10, "visits"));

  @Test
  void weighsThePartsAndSharesTheWeightOfAPartWithoutRecordsAmongTheOthers() {
    var parts = List.of(part(Part.PUNCTUALITY, 76, 80), part(Part.COMPLETION, 80, 85), part(Part.VERIFIED_CALL_BACKS, 0, 0), part(Part.COMPLAINTS, 80, 80), part(Part.SATISFACTION, 34, 40));

    var score = MonthScorePolicy.apply(PROVIDER, MONTH, parts, List.of(), FIGURES).outcome();

    // (20×95 + 25×94.1176… + 15×100 + 15×85) / 75
    assertThat(score.points()).isEqualByComparingTo("93.71");
    assertThat(score.passed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"60, 100, true", "599, 1000, false", "0, 5, false", "5, 5, true"})
  void passesFromThePassingMarkOn(int numerator, int denominator, boolean passed) {
    var score = MonthScorePolicy.apply(PROVIDER, MONTH, Stream.of(Part.values()).map(p -> part(p, numerator, denominator)).toList(), List.of(), FIGURES).outcome();

    assertThat(score.passed()).isEqualTo(passed);
  }

  @Test
  void saysEveryPartInWordsWithItsFiguresAlsoTheOneWithoutRecords() {
    var parts = List.of(part(Part.PUNCTUALITY, 3, 4), part(Part.COMPLETION, 4, 5), part(Part.VERIFIED_CALL_BACKS, 0, 0), part(Part.COMPLAINTS, 4, 4), part(Part.SATISFACTION, 0, 0));

    var ruling = MonthScorePolicy.apply(PROVIDER, MONTH, parts, List.of(), FIGURES);

    assertThat(ruling.explanation()).contains("准时：4 次到达中 3 次在约定时间内，75.00%，权重 20。", "回访属实：本月没有可评的记录，权重 25 摊给其他各项。");
    assertThat(ruling.parameters()).hasSize(3);
    assertThat(ruling.facts()).containsKeys("PUNCTUALITY", "COMPLETION", "VERIFIED_CALL_BACKS", "COMPLAINTS", "SATISFACTION");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2026-12-02, 2026-12-02, 2026-12
      2026-11-30, 2026-12-02, 2026-11
      2026-11-30, 2026-12-03, 2026-12
      2026-12-02, 2027-01-02, 2026-12
      2026-12-02, 2027-01-03, 2027-01
      2026-10-05, 2026-12-02, 2026-11""")
  void aCallBackCountsForItsVisitsMonthUntilThatIsScoredAndThenForTheMonthOfTheDecision(LocalDate serviceDay, LocalDate decidedOn, YearMonth month) {
    var callBack = new CallBackOutcome(UUID.randomUUID(), new VisitId(UUID.randomUUID()), serviceDay, CallBackResult.NOT_DONE, false, decidedOn);

    assertThat(MonthEvidence.monthOf(callBack)).isEqualTo(month);
  }

  @Test
  void aMonthWithNothingToJudgeByHasNoScore() {
    var nothing = Stream.of(Part.values()).map(p -> part(p, 0, 0)).toList();

    assertThatThrownBy(() -> MonthScorePolicy.apply(PROVIDER, MONTH, nothing, List.of(), FIGURES)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsWhatWasDoneAndLeavesCancelledVisitsOut() {
    var parts = evidence(List.of(visit(CONFIRMED), visit(CONFIRMED, VisitFlag.LATE_OR_EARLY), visit(ABNORMAL, VisitFlag.TOO_SHORT), visit(REJECTED), visit(MISSED), visit(CANCELLED), visit(CHECKED_IN)),
        List.of(), List.of(), List.of()).count(10);

    assertThat(of(parts, Part.COMPLETION)).extracting(CountedPart::numerator, CountedPart::denominator).containsExactly(3, 6);
    // Begun and not rejected: two confirmed, one abnormal, one still inside.
    assertThat(of(parts, Part.PUNCTUALITY)).extracting(CountedPart::numerator, CountedPart::denominator).containsExactly(3, 4);
  }

  @Test
  void aCallBackCountsByWhatWasDecided() {
    var parts = evidence(List.of(visit(CONFIRMED)), List.of(callBack(true), callBack(true), callBack(false)), List.of(), List.of()).count(10);

    assertThat(of(parts, Part.VERIFIED_CALL_BACKS)).extracting(CountedPart::numerator, CountedPart::denominator).containsExactly(2, 3);
  }

  @ParameterizedTest
  @CsvSource({"25, 0, 25, 25", "25, 1, 15, 25", "25, 3, 0, 25", "0, 1, 0, 1", "0, 0, 0, 0"})
  void eachFoundedComplaintTakesTenVisitsAway(int done, int complaints, int numerator, int denominator) {
    var parts = evidence(IntStream.range(0, done).mapToObj(i -> visit(CONFIRMED)).toList(), List.of(), IntStream.range(0, complaints).mapToObj(i -> complaint()).toList(), List.of()).count(10);

    assertThat(of(parts, Part.COMPLAINTS)).extracting(CountedPart::numerator, CountedPart::denominator).containsExactly(numerator, denominator);
  }

  @Test
  void satisfactionCountsStarsAboveTheFirst() {
    var parts = evidence(List.of(visit(CONFIRMED)), List.of(), List.of(), List.of(5, 1, 3)).count(10);

    assertThat(of(parts, Part.SATISFACTION)).extracting(CountedPart::numerator, CountedPart::denominator).containsExactly(6, 12);
  }

  @Test
  void aCorrectedVisitCountsNeitherWayAndACorrectedComplaintCostsNothing() {
    var late = visit(CONFIRMED, VisitFlag.LATE_OR_EARLY);
    var complaint = complaint();
    var visits = new ArrayList<>(IntStream.range(0, 19).mapToObj(i -> visit(CONFIRMED)).toList());
    visits.add(late);
    var parts = evidence(visits, List.of(), List.of(complaint), List.of()).count(10);

    var corrected = MonthScorePolicy.correct(parts, List.of(new Correction(Part.PUNCTUALITY, late.id().value(), "老人要求改期"), new Correction(Part.COMPLAINTS, complaint.complaint(), "投诉的是别家")), 10);

    assertThat(of(corrected, Part.PUNCTUALITY)).extracting(CountedPart::numerator, CountedPart::denominator).containsExactly(19, 19);
    assertThat(of(corrected, Part.COMPLAINTS)).extracting(CountedPart::numerator, CountedPart::denominator).containsExactly(20, 20);
    assertThat(of(corrected, Part.COMPLETION)).isEqualTo(of(parts, Part.COMPLETION));
  }

  @Test
  void weightsThatForgetAPartOrDoNotAddUpAreRefused() {
    assertThatThrownBy(() -> new Weights(Map.of(Part.PUNCTUALITY, 100))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Weights(Map.of(Part.PUNCTUALITY, 20, Part.COMPLETION, 25, Part.VERIFIED_CALL_BACKS, 25, Part.COMPLAINTS, 15, Part.SATISFACTION, 14)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CountedPart part(Part part, int numerator, int denominator) {
    return new CountedPart(part, numerator, denominator, List.of(), List.of());
  }

  private static CountedPart of(List<CountedPart> parts, Part part) {
    return parts.stream().filter(p -> p.part() == part).findFirst().orElseThrow();
  }

  private static MonthEvidence evidence(List<VisitFacts> visits, List<CallBackOutcome> callBacks, List<FoundedComplaint> complaints, List<Integer> stars) {
    return new MonthEvidence(visits, callBacks, complaints, stars);
  }

  private static VisitFacts visit(VisitStatus status, VisitFlag... flags) {
    var in = Instant.parse("2026-11-10T01:00:00Z");
    @Nullable Instant began = Set.of(MISSED, CANCELLED).contains(status) ? null : in;
    return new VisitFacts(new VisitId(UUID.randomUUID()), new OrderId(UUID.randomUUID()), new CaseId(UUID.randomUUID()), new ElderId(UUID.randomUUID()), new ProviderId(PROVIDER), "330502003012",
        "COMFORT", LocalDate.of(2026, 11, 10), in, began, began == null || status == CHECKED_IN ? null : in.plusSeconds(3600), List.of(), 1, java.math.BigDecimal.ONE, status, Set.of(flags), false, null, null, null);
  }

  private static CallBackOutcome callBack(boolean confirmed) {
    return new CallBackOutcome(UUID.randomUUID(), new VisitId(UUID.randomUUID()), LocalDate.of(2026, 11, 10), confirmed ? CallBackResult.CONFIRMED_SERVICE : CallBackResult.NOT_DONE, confirmed,
        LocalDate.of(2026, 11, 12));
  }

  private static FoundedComplaint complaint() {
    return new FoundedComplaint(UUID.randomUUID(), null, LocalDate.of(2026, 11, 20));
  }

  private static <T> DatedValue<T> dated(String name, T value, String unit) {
    return new DatedValue<>(name, value, unit, "000000000000", null, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), Source.assumption("test"), false, null, null);
  }

  @Test
  void pointsAreRoundedHalfUpToTwoDecimals() {
    var score = MonthScorePolicy.apply(PROVIDER, MONTH, List.of(part(Part.COMPLETION, 2, 3)), List.of(), FIGURES).outcome();

    assertThat(score.points()).isEqualTo(new BigDecimal("66.67"));
  }
}
