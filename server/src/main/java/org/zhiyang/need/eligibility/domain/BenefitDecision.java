package org.zhiyang.need.eligibility.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an elder has a benefit: yes if one rule says yes (the largest amount counts, never the sum), no if all say no, else undecidable.
 *
 *  @param decisive code of the rule that gives the amount; null without one */
public record BenefitDecision(Benefit benefit, String name, Answer answer, Amount amount, @Nullable String decisive, List<RuleDecision> rules) {
  public static BenefitDecision of(Benefit benefit, List<RuleDecision> rules) {
    RuleDecision best = null;
    var open = false;
    for (var rule : rules) {
      if (rule.answer() == Answer.YES && (best == null || rule.amount().isMoreThan(best.amount()))) best = rule;
      open |= rule.answer() == Answer.UNDECIDABLE;
    }
    if (best != null) return new BenefitDecision(benefit, benefit.chinese(), Answer.YES, best.amount(), best.code(), rules);
    return new BenefitDecision(benefit, benefit.chinese(), open ? Answer.UNDECIDABLE : Answer.NO, Amount.NOTHING, null, rules);
  }

  boolean endsWithLevel() {
    return rules.stream().anyMatch(r -> r.code().equals(decisive) && r.usesLevel());
  }
}
