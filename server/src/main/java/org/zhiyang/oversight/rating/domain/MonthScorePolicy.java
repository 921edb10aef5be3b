package org.zhiyang.oversight.rating.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.Source;

/** Scores a provider's month: the mean of the parts' shares by their weights, 0..100, two decimals, half up. A part without anything to judge by (denominator 0) is left out and its
 *  weight shared among the others in proportion: nobody gains or loses by what did not happen. Passed from the passing mark on (included). Example: punctuality 76 of 80
 *  (weight 20), completion 80 of 85 (25), call-backs none (25), complaints 80 of 80 (15), satisfaction 34 of 40 (15): (20×95.00+25×94.12+15×100+15×85)/75 = 93.71.
 *  Source: our own rule, no document gives one; weights and marks in profiles/national/parameters/provider-score-*.yaml. */
public final class MonthScorePolicy {
  public static final String RULE = "rating.month-score";
  public static final int VERSION = 1;

  /** Points from which a month passes. */
  public static final Parameter<Integer> PASSING = Parameter.of("provider-score-passing", Integer.class, "points");

  /** Visits that one founded complaint counts as. */
  public static final Parameter<Integer> COMPLAINT_VISITS = Parameter.of("provider-score-complaint-visits", Integer.class, "visits");

  private static final Source RULE_SOURCE = Source.assumption("no document gives a formula; parts as in the mission (punctuality, completion, call-backs, complaints, satisfaction)");

  private MonthScorePolicy() {}

  /** The figures a month is scored by. */
  public record Figures(DatedValue<Weights> weights, DatedValue<Integer> passing, DatedValue<Integer> complaintVisits) {}

  /** @throws IllegalArgumentException when no part has anything to judge by: such a month has no score */
  public static Ruling<MonthScore> apply(UUID provider, YearMonth month, List<CountedPart> parts, List<Correction> corrections, Figures figures) {
    var judged = parts.stream().filter(p -> p.denominator() > 0).toList();
    var weight = judged.stream().mapToInt(p -> figures.weights().value().of(p.part())).sum();
    if (weight == 0) throw new IllegalArgumentException("nothing to judge by");
    var sum = judged.stream().map(p -> share(p).multiply(BigDecimal.valueOf(figures.weights().value().of(p.part())))).reduce(BigDecimal.ZERO, BigDecimal::add);
    var points = sum.divide(BigDecimal.valueOf(weight), 2, RoundingMode.HALF_UP);
    var passed = points.compareTo(BigDecimal.valueOf(figures.passing().value())) >= 0;
    var outcome = new MonthScore(points, passed, parts.stream().map(p -> new MonthScore.WeightedPart(p, figures.weights().value().of(p.part()))).toList());
    var trace = Ruling.by(RULE, VERSION).fact("provider", provider.toString()).fact("month", month.toString());
    parts.forEach(p -> trace.fact(p.part().name(), Map.of("numerator", p.numerator(), "denominator", p.denominator())));
    if (!corrections.isEmpty()) trace.fact("corrections", corrections.stream().map(MonthScorePolicy::fact).toList());
    trace.parameter(figures.weights()).parameter(figures.passing()).parameter(figures.complaintVisits()).source(RULE_SOURCE);
    explain(outcome, weight, corrections, figures).forEach(trace::because);
    return trace.decide(outcome);
  }

  /** The parts after corrections: a visit taken out counts neither way; a complaint taken out no longer costs visits. What is not among the lost ones changes nothing. */
  public static List<CountedPart> correct(List<CountedPart> parts, List<Correction> corrections, int complaintVisits) {
    return parts.stream().map(p -> {
      var out = corrections.stream().filter(c -> c.part() == p.part()).map(Correction::subject).collect(Collectors.toSet());
      if (out.isEmpty() || p.part() == Part.SATISFACTION) return p;
      var left = p.unmet().stream().filter(id -> !out.contains(id)).toList();
      if (p.part() != Part.COMPLAINTS) return CountedPart.of(p.part(), p.met(), left);
      // A denominator of 1 may stand for "no visits but a complaint".
      var done = p.denominator() == 1 && p.numerator() == 0 && left.isEmpty() ? 0 : p.denominator();
      return MonthEvidence.countComplaints(done, left, complaintVisits);
    }).toList();
  }

  private static BigDecimal share(CountedPart part) {
    return BigDecimal.valueOf(part.numerator()).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(part.denominator()), 10, RoundingMode.HALF_UP);
  }

  private static Map<String, String> fact(Correction correction) {
    var fact = new LinkedHashMap<String, String>();
    fact.put("part", correction.part().name());
    fact.put("subject", correction.subject().toString());
    fact.put("words", correction.words());
    return fact;
  }

  private static List<String> explain(MonthScore score, int weight, List<Correction> corrections, Figures figures) {
    var lines = new ArrayList<String>();
    for (var part : score.parts()) {
      var p = part.counted();
      if (p.denominator() == 0) lines.add("%s：本月没有可评的记录，权重 %d 摊给其他各项。".formatted(p.part().chinese(), part.weight()));
      else lines.add("%s：%s，%s%%，权重 %d。".formatted(p.part().chinese(), counted(p, figures.complaintVisits().value()), p.percent(), part.weight()));
    }
    if (!corrections.isEmpty()) lines.add("县区认可异议，剔除 %d 条后重新计算。".formatted(corrections.size()));
    lines.add("按权重合计（有记录的各项权重共 %d）得 %s 分，合格线 %d 分，%s。".formatted(weight, score.points(), figures.passing().value(), score.passed() ? "合格" : "不合格"));
    return lines;
  }

  private static String counted(CountedPart p, int complaintVisits) {
    return switch (p.part()) {
      case PUNCTUALITY -> "%d 次到达中 %d 次在约定时间内".formatted(p.denominator(), p.numerator());
      case COMPLETION -> "应上门 %d 次，完成 %d 次".formatted(p.denominator(), p.numerator());
      case VERIFIED_CALL_BACKS -> "回访裁定 %d 次，属实 %d 次".formatted(p.denominator(), p.numerator());
      case COMPLAINTS -> "完成的服务中，查实投诉 %d 件，每件折算 %d 次，余 %d/%d".formatted(p.unmet().size(), complaintVisits, p.numerator(), p.denominator());
      case SATISFACTION -> "评价 %d 次，在一星之上共得 %d 星（满分 %d 星）".formatted(p.denominator() / 4, p.numerator(), p.denominator());
    };
  }
}
