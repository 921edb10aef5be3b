package org.zhiyang.need.eligibility.domain;

import java.util.List;

/** The rules' answer for one elder on one day: what a county officer confirms or returns.
 *
 *  @param amount of all benefits together
 *  @param endsWithLevel true if some benefit was given because of the ability level: the period ends with the level */
public record Determination(Conclusion conclusion, Amount amount, boolean endsWithLevel, List<BenefitDecision> benefits) {
  /** GRANT: something is given, even if another benefit cannot be decided yet. */
  public enum Conclusion { GRANT, NOTHING, UNDECIDABLE }

  public static Determination of(List<BenefitDecision> benefits) {
    var amount = benefits.stream().map(BenefitDecision::amount).reduce(Amount.NOTHING, Amount::plus);
    var open = benefits.stream().anyMatch(b -> b.answer() == Answer.UNDECIDABLE);
    var conclusion = !amount.givesNothing() ? Conclusion.GRANT : open ? Conclusion.UNDECIDABLE : Conclusion.NOTHING;
    return new Determination(conclusion, amount, benefits.stream().anyMatch(BenefitDecision::endsWithLevel), benefits);
  }

  public List<String> missing() {
    return benefits.stream().flatMap(b -> b.rules().stream()).flatMap(r -> r.missing().stream()).distinct().toList();
  }
}
