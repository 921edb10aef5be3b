package org.zhiyang.need.eligibility.rules;

import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.eligibility.domain.Amount;
import org.zhiyang.need.eligibility.domain.Answer;
import org.zhiyang.need.eligibility.domain.Benefit;
import org.zhiyang.need.eligibility.domain.RuleDecision;
import org.zhiyang.platform.policy.Source;

/** A checked rule of the profile. Immutable; any thread may decide with it. */
public final class Rule {
  private static final int MINUTES_OF_A_MONTH = 44_640;
  private static final long MOST_FEN = 100_000_000L;

  private final RuleFile file;
  private final Source source;
  private final Expression condition;
  private final @Nullable Expression minutes;
  private final @Nullable Expression capFen;
  private final @Nullable Expression ratePermille;
  private final Template yes;
  private final Template no;
  private final List<Gap> gaps;

  private record Gap(Expression unless, Template say) {}

  Rule(RuleFile file) {
    this.file = file;
    var s = file.source();
    this.source = s.kind().equalsIgnoreCase("assumption") ? Source.assumption(s.reason() == null ? "" : s.reason()) : Source.document(s.number(), s.title(), s.article());
    this.condition = Expression.compile(file.condition(), SimpleType.BOOL);
    this.minutes = integer(file.gives().minutesPerMonth());
    this.capFen = integer(file.gives().voucherCapFen());
    this.ratePermille = integer(file.gives().voucherRatePermille());
    this.yes = Template.compile(file.yes());
    this.no = Template.compile(file.no());
    this.gaps = file.gaps().stream().map(g -> new Gap(Expression.compile(g.unless(), SimpleType.BOOL), Template.compile(g.say()))).toList();
  }

  private static @Nullable Expression integer(@Nullable String text) {
    return text == null ? null : Expression.compile(text, SimpleType.INT);
  }

  public String code() {
    return file.code();
  }

  public int version() {
    return file.version();
  }

  public Benefit benefit() {
    return file.benefit();
  }

  public Source source() {
    return source;
  }

  public boolean verified() {
    return file.verified();
  }

  public RuleDecision decide(Facts facts) {
    return switch (condition.evaluate(facts)) {
      case Expression.Result.Undecidable u -> undecidable(u.missing());
      case Expression.Result.Value v when v.value().equals(true) -> give(facts);
      case Expression.Result.Value _ -> decision(Answer.NO, Amount.NOTHING, no.fill(facts), gapsOf(facts), List.of());
    };
  }

  private RuleDecision give(Facts facts) {
    var missing = new ArrayList<String>();
    var minutesGiven = number(minutes, facts, 0, MINUTES_OF_A_MONTH, missing);
    var capGiven = number(capFen, facts, 0, MOST_FEN, missing);
    var rateGiven = number(ratePermille, facts, 0, 1000, missing);
    if (!missing.isEmpty()) return undecidable(missing.stream().distinct().toList());
    return decision(Answer.YES, new Amount((int) minutesGiven, capGiven, (int) rateGiven), yes.fill(facts), List.of(), List.of());
  }

  private static long number(@Nullable Expression expression, Facts facts, long least, long most, List<String> missing) {
    if (expression == null) return 0;
    return switch (expression.evaluate(facts)) {
      case Expression.Result.Undecidable u -> {
        missing.addAll(u.missing());
        yield 0;
      }
      case Expression.Result.Value v -> {
        var value = (Long) v.value();
        if (value < least || value > most) missing.add("规则算出的数额 %d 不在 %d 到 %d 之间，请核对规则和参数".formatted(value, least, most));
        yield value;
      }
    };
  }

  private List<String> gapsOf(Facts facts) {
    return gaps.stream().filter(g -> !(g.unless().evaluate(facts) instanceof Expression.Result.Value v && v.value().equals(true)))
        .map(g -> g.say().fill(facts)).toList();
  }

  private RuleDecision undecidable(List<String> missing) {
    return decision(Answer.UNDECIDABLE, Amount.NOTHING, "还不能判定：缺少" + String.join("、", missing) + "。", List.of(), missing);
  }

  private RuleDecision decision(Answer answer, Amount amount, String sentence, List<String> gaps, List<String> missing) {
    var usesLevel = Stream.of(condition, minutes, capFen, ratePermille).anyMatch(e -> e != null && e.usesLevel());
    return new RuleDecision(file.code(), file.version(), file.name(), answer, amount, sentence, gaps, missing, source.citation(), file.verified(), usesLevel);
  }
}
