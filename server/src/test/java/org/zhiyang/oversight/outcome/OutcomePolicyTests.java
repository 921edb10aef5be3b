package org.zhiyang.oversight.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.oversight.outcome.Questionnaire.Option;
import org.zhiyang.oversight.outcome.Questionnaire.Question;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Source;

class OutcomePolicyTests {
  private static final List<Question> QUESTIONS = List.of(question("a", true), question("b", true), question("c", false));

  @Test
  void whatWasNotAnsweredCountsNeitherWay() {
    assertThat(score(Map.of("a", "4", "b", "2"), 60).score()).isEqualByComparingTo("75.00");
    assertThat(score(Map.of("a", "4", "b", "2", "c", "0"), 60).score()).isEqualByComparingTo("50.00");
  }

  @ParameterizedTest
  @CsvSource({"74, false", "75, false", "76, true"})
  void theMarkItselfIsNotLow(int mark, boolean low) {
    assertThat(score(Map.of("a", "4", "b", "2"), mark).low()).isEqualTo(low);
  }

  @Test
  void nothingAnsweredIsNoScore() {
    assertThatIllegalArgumentException().isThrownBy(() -> score(Map.of(), 60));
  }

  private static OutcomePolicy.Outcome score(Map<String, String> answers, int mark) {
    var passing = new DatedValue<>("test", mark, "points", "000000000000", null, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), Source.assumption("test"), false, null, null);
    return OutcomePolicy.apply(QUESTIONS, 1, answers, passing).outcome();
  }

  private static Question question(String key, boolean required) {
    return new Question(key, key, required, List.of(new Option("4", "好", 4), new Option("2", "中", 2), new Option("0", "差", 0)));
  }
}
