package org.zhiyang.need.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhiyang.need.assessment.domain.AssessmentFixtures.INSTRUMENT;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerSheetTests {

  static Stream<Arguments> itemsAndWrongValues() {
    return INSTRUMENT.items().stream().flatMap(item -> Stream.of(
        Arguments.of(item.key(), -1, FormFault.Code.OUT_OF_RANGE),
        Arguments.of(item.key(), item.max() + 1, FormFault.Code.OUT_OF_RANGE),
        Arguments.of(item.key(), new BigInteger("99999999999999999999"), FormFault.Code.OUT_OF_RANGE),
        Arguments.of(item.key(), 1.0, FormFault.Code.NOT_INTEGER),
        Arguments.of(item.key(), "1", FormFault.Code.NOT_INTEGER),
        Arguments.of(item.key(), true, FormFault.Code.NOT_INTEGER),
        Arguments.of(item.key(), null, FormFault.Code.NOT_INTEGER)));
  }

  @ParameterizedTest
  @MethodSource("itemsAndWrongValues")
  void refusesAWrongValueNamingTheItem(String item, @Nullable Object value, FormFault.Code code) {
    var answers = AssessmentFixtures.answersOfTotal(90);
    answers.put(item, value);

    assertThatThrownBy(() -> AnswerSheet.of(INSTRUMENT, answers))
        .isInstanceOfSatisfying(AssessmentRefusal.InvalidForm.class, refusal -> {
          assertThat(refusal.faults()).extracting(FormFault::field, FormFault::code)
              .containsExactly(tuple(item, code));
          assertThat(refusal.sentence()).contains(item).contains(INSTRUMENT.findItem(item).orElseThrow().name());
        });
  }

  static Stream<String> items() {
    return INSTRUMENT.items().stream().map(Instrument.Item::key);
  }

  @ParameterizedTest
  @MethodSource("items")
  void refusesAMissingAnswerButADraftMayMissIt(String item) {
    var answers = AssessmentFixtures.answersOfTotal(90);
    answers.remove(item);

    assertThat(AnswerSheet.check(INSTRUMENT, answers, true)).extracting(FormFault::field).containsExactly(item);
    assertThat(AnswerSheet.check(INSTRUMENT, answers, false)).isEmpty();
  }

  @Test
  void refusesAnUnknownItemAlsoInPlaceOfAMissingOne() {
    var answers = AssessmentFixtures.answersOfTotal(90);
    answers.remove("eating");
    answers.put("flying", 4);

    assertThat(AnswerSheet.check(INSTRUMENT, answers, true)).extracting(FormFault::field).isEqualTo(Arrays.asList("eating", "flying"));
  }

  @ParameterizedTest
  @MethodSource("items")
  void takesEveryScoreFromZeroToTheItemsOwnMaximum(String item) {
    int max = INSTRUMENT.findItem(item).orElseThrow().max();
    for (int score = 0; score <= max; score++) {
      var answers = AssessmentFixtures.answersOfTotal(90);
      answers.put(item, score);

      assertThat(AnswerSheet.of(INSTRUMENT, answers).total()).isEqualTo(90 - max + score);
    }
  }

  @Test
  void hasTheItemsOfTheStandard() {
    assertThat(INSTRUMENT.items()).hasSize(26);
    assertThat(INSTRUMENT.dimensions()).extracting(Instrument.Dimension::max).containsExactly(32, 15, 28, 15);
    assertThat(INSTRUMENT.maxTotal()).isEqualTo(90);
  }
}
