package org.zhiyang.need.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.INSTRUMENT;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiyang.need.assessment.AbilityLevel;

/** Bands and level changes as GB/T 42195-2022 tables C.3 and C.4 give them (third-party transcriptions, not yet compared). */
class AbilityGradingPolicyTests {

  private static final Conditions NONE = new Conditions(false, false, 0);

  private static Grading grade(int total, Conditions conditions, Stacking stacking) {
    return AbilityGradingPolicy.grade(INSTRUMENT, AssessmentFixtures.sheetOfTotal(total), conditions, stacking);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      90, INTACT
      89, MILD
      66, MILD
      65, MODERATE
      46, MODERATE
      45, SEVERE
      30, SEVERE
      29, COMPLETE
      0, COMPLETE""")
  void gradesByTheBandTheTotalFallsInto(int total, AbilityLevel expected) {
    var grading = grade(total, NONE, Stacking.EACH_ONCE);

    assertThat(grading.total()).isEqualTo(total);
    assertThat(grading.initialLevel()).isEqualTo(expected);
    assertThat(grading.finalLevel()).isEqualTo(expected);
    assertThat(grading.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      90 | false | false | 1 | 0 | ''
      90 | false | false | 2 | 1 | risk_events_30d
      90 | false | false | 9 | 1 | risk_events_30d
      90 | false | true  | 0 | 1 | dementia_or_mental_disorder
      90 | false | true  | 1 | 1 | dementia_or_mental_disorder
      90 | false | true  | 2 | 2 | dementia_or_mental_disorder,risk_events_30d
      90 | true  | false | 0 | 4 | coma
      90 | true  | false | 2 | 4 | coma,risk_events_30d
      90 | true  | true  | 0 | 4 | coma,dementia_or_mental_disorder
      90 | true  | true  | 2 | 4 | coma,dementia_or_mental_disorder,risk_events_30d
      66 | false | true  | 2 | 3 | dementia_or_mental_disorder,risk_events_30d
      46 | false | true  | 2 | 4 | dementia_or_mental_disorder,risk_events_30d
      45 | false | true  | 0 | 4 | dementia_or_mental_disorder
      45 | false | true  | 2 | 4 | dementia_or_mental_disorder,risk_events_30d
      29 | false | true  | 2 | 4 | dementia_or_mental_disorder,risk_events_30d
      29 | false | false | 2 | 4 | risk_events_30d
      0  | true  | true  | 2 | 4 | coma,dementia_or_mental_disorder,risk_events_30d""")
  void raisesByEachCircumstanceThatHoldsUpToFour(int total, boolean coma, boolean dementia, int events, int expected, String changes) {
    var grading = grade(total, new Conditions(coma, dementia, events), Stacking.EACH_ONCE);

    assertThat(grading.finalLevel().number()).isEqualTo(expected);
    assertThat(String.join(",", grading.changes())).isEqualTo(changes);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      90, true, 2, 1
      90, true, 0, 1
      90, false, 2, 1
      90, false, 1, 0
      45, true, 2, 4""")
  void raisesOnlyOnceInAllWhereTheProfileSaysSo(int total, boolean dementia, int events, int expected) {
    var grading = grade(total, new Conditions(false, dementia, events), Stacking.ONCE_IN_ALL);

    assertThat(grading.finalLevel().number()).isEqualTo(expected);
  }

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsItsPropertiesOverRandomSheets(int seed) {
    var random = new Random(seed);
    var sheet = AnswerSheet.of(INSTRUMENT, AssessmentFixtures.randomAnswers(random));
    var conditions = new Conditions(random.nextInt(10) == 0, random.nextBoolean(), random.nextInt(4));

    var grading = AbilityGradingPolicy.grade(INSTRUMENT, sheet, conditions, Stacking.EACH_ONCE);
    var once = AbilityGradingPolicy.grade(INSTRUMENT, sheet, conditions, Stacking.ONCE_IN_ALL);

    assertThat(grading.total()).isEqualTo(sheet.scores().values().stream().mapToInt(n -> n).sum()).isBetween(0, 90);
    assertThat(grading.dimensions().values().stream().mapToInt(n -> n).sum()).isEqualTo(grading.total());
    assertThat(grading.finalLevel().number()).isBetween(grading.initialLevel().number(), 4);
    assertThat(once.finalLevel().number()).isBetween(grading.initialLevel().number(), grading.finalLevel().number());
    assertThat(grading.finalLevel() == AbilityLevel.COMPLETE || !conditions.coma()).isTrue();
    assertThat(grading.dimensions().sequencedKeySet()).containsExactly("self_care", "basic_mobility", "mental_state", "perception_social");
  }

  @Test
  void givesABetterOrEqualLevelForEachPointMore() {
    var levels = IntStream.rangeClosed(0, 90).map(t -> grade(t, NONE, Stacking.EACH_ONCE).finalLevel().number()).boxed().toList();

    assertThat(levels).isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void leavesATraceOfFactsFiguresSourcesAndReasons() {
    var ruling = AbilityGradingPolicy.apply(
        INSTRUMENT, AssessmentFixtures.sheetOfTotal(66), new Conditions(false, true, 2), AssessmentFixtures.stacking(Stacking.EACH_ONCE));

    assertThat(ruling.rule()).isEqualTo("assessment.ability-grading");
    assertThat(ruling.facts()).containsKeys("answers", "coma", "dementia_or_mental_disorder", "risk_events_30d");
    assertThat(ruling.parameters()).extracting("parameter").containsExactly("assessment-level-change-stacking");
    assertThat(ruling.sources()).extracting("number").containsExactly("GB/T 42195-2022");
    assertThat(ruling.explanation()).contains("按总分初步等级为 1 级：能力轻度受损（轻度失能）。", "最终等级为 3 级：能力重度受损（重度失能）。");
  }
}
