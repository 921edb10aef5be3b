package org.zhiyang.need.assessment.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Parameter;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.Source;

/**
 * Grades ability: the sum of 26 answers (0..90, higher is better) falls into a band (both ends included), then the level
 * changes apply: coma makes the level 4 whatever else holds, each other circumstance makes it one more severe, at most 4.
 * Example: total 66 is MILD (1); with dementia MODERATE (2); with two risk events as well SEVERE (3), when each counts once.
 * Source: GB/T 42195-2022, tables C.3 and C.4; figures in profiles/national/assessment/gbt42195-2022.yaml.
 */
public final class AbilityGradingPolicy {

  public static final String RULE = "assessment.ability-grading";
  public static final int VERSION = 1;

  /** Whether raising circumstances add up. */
  public static final Parameter<Stacking> STACKING =
      Parameter.of("assessment-level-change-stacking", Stacking.class, "choice");

  private AbilityGradingPolicy() {}

  public static Ruling<Grading> apply(
      Instrument instrument, AnswerSheet answers, Conditions conditions, DatedValue<Stacking> stacking) {
    var grading = grade(instrument, answers, conditions, stacking.value());
    var source = instrument.source();
    var trace = Ruling.by(RULE, VERSION)
        .fact("instrument", instrument.standard())
        .fact("answers", answers.scores())
        .fact(Conditions.COMA, conditions.coma())
        .fact(Conditions.DEMENTIA, conditions.dementiaOrMentalDisorder())
        .fact(Conditions.RISK_EVENTS, conditions.riskEvents30d())
        .parameter(stacking)
        .source(Source.document(source.number(), source.title(), source.article()));
    explain(instrument, grading, stacking.value()).forEach(trace::because);
    return trace.decide(grading);
  }

  /** The bare grading without its trace, for bulk scoring. */
  public static Grading grade(Instrument instrument, AnswerSheet answers, Conditions conditions, Stacking stacking) {
    int total = answers.total();
    var initial = instrument.levelOf(total);
    var changes = changesThatHold(instrument, conditions);
    var last = initial;
    if (changes.stream().anyMatch(c -> c.effect() == Instrument.Effect.SET)) {
      last = AbilityLevel.of(changes.stream().filter(c -> c.effect() == Instrument.Effect.SET)
          .mapToInt(Instrument.LevelChange::amount).max().orElseThrow());
    } else {
      var raises = changes.stream().mapToInt(Instrument.LevelChange::amount);
      last = initial.raisedBy(stacking == Stacking.EACH_ONCE ? raises.sum() : raises.max().orElse(0));
    }
    return new Grading(total, scoresByDimension(instrument, answers), initial, last,
        changes.stream().map(Instrument.LevelChange::key).toList());
  }

  private static SequencedMap<String, Integer> scoresByDimension(Instrument instrument, AnswerSheet answers) {
    var scores = new LinkedHashMap<String, Integer>();
    instrument.dimensions().forEach(d -> scores.put(d.key(), 0));
    instrument.items().forEach(i -> scores.merge(i.dimension(), answers.score(i.key()), Integer::sum));
    return scores;
  }

  private static List<Instrument.LevelChange> changesThatHold(Instrument instrument, Conditions conditions) {
    return instrument.levelChanges().stream().filter(change -> switch (change.key()) {
      case Conditions.COMA -> conditions.coma();
      case Conditions.DEMENTIA -> conditions.dementiaOrMentalDisorder();
      case Conditions.RISK_EVENTS -> change.atLeast() != null && conditions.riskEvents30d() >= change.atLeast();
      default -> throw new IllegalStateException("no fact for level change " + change.key());
    }).toList();
  }

  private static List<String> explain(Instrument instrument, Grading grading, Stacking stacking) {
    var lines = new ArrayList<String>();
    lines.add(instrument.dimensions().stream()
        .map(d -> "%s %d 分（满分 %d）".formatted(d.name(), grading.dimensions().get(d.key()), d.max()))
        .collect(Collectors.joining("，", "", "，合计 %d 分。".formatted(grading.total()))));
    lines.add("按总分初步等级为 %d 级：%s。".formatted(grading.initialLevel().number(), grading.initialLevel().chineseName()));
    for (var key : grading.changes()) {
      var change = instrument.change(key);
      lines.add(change.effect() == Instrument.Effect.SET
          ? "%s，直接评定为 %d 级。".formatted(change.when(), change.amount())
          : "%s，等级加重 %d 级（最高 4 级）。".formatted(change.when(), change.amount()));
    }
    if (stacking == Stacking.ONCE_IN_ALL && grading.changes().size() > 1) {
      lines.add("多项变更依据同时成立时合计只加重一次。");
    }
    lines.add("最终等级为 %d 级：%s。".formatted(grading.finalLevel().number(), grading.finalLevel().chineseName()));
    return lines;
  }
}
