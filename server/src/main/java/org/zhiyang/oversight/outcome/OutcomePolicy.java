package org.zhiyang.oversight.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.Source;

/** Scores an answered questionnaire: points given of the points the answered questions could give, 0..100, two decimals, half up; low below the mark (the mark itself is not low).
 *  Example: 4 of 4, 2 of 4, 2 of 4, 3 of 4 and one left out: 11 of 16 = 68.75. Source: our own rule; questions and points in profiles/national/outcome-questionnaire.yaml. */
final class OutcomePolicy {
  static final Parameter<Integer> PASSING = Parameter.of("outcome-passing", Integer.class, "points");
  private static final Source RULE_SOURCE = Source.assumption("no document gives a questionnaire; M260 asks for one after payment whose low score opens an improvement");

  private OutcomePolicy() {}

  record Outcome(BigDecimal score, boolean low) {}

  /** @param answers option by question; every required question is among them, each option is one of its question */
  static Ruling<Outcome> apply(List<Questionnaire.Question> questions, int version, Map<String, String> answers, DatedValue<Integer> passing) {
    var trace = Ruling.by("outcome.month-score", 1).fact("questionnaireVersion", version);
    var given = 0;
    var most = 0;
    for (var question : questions) {
      var answer = answers.get(question.key());
      if (answer == null) continue;
      var option = question.option(answer);
      given += option.points();
      most += question.most();
      trace.fact(question.key(), answer).because("%s %s，%d/%d 分。".formatted(question.text(), option.text(), option.points(), question.most()));
    }
    if (most == 0) throw new IllegalArgumentException("nothing was answered");
    var score = BigDecimal.valueOf(given * 100L).divide(BigDecimal.valueOf(most), 2, RoundingMode.HALF_UP);
    var low = score.compareTo(BigDecimal.valueOf(passing.value())) < 0;
    trace.because("合计 %d/%d，得 %s 分，合格分 %d，%s。".formatted(given, most, score, passing.value(), low ? "低于合格分，转整改" : "合格"));
    return trace.parameter(passing).source(RULE_SOURCE).decide(new Outcome(score, low));
  }
}
