package org.zhiyang.need.assessment.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Source;

/** Valid forms to start from. */
public final class AssessmentFixtures {

  public static final Instrument INSTRUMENT = InstrumentLoader.bundled();

  private AssessmentFixtures() {}

  public static SequencedMap<String, Object> answersOfTotal(int total) {
    var answers = new LinkedHashMap<String, Object>();
    int missing = INSTRUMENT.maxTotal() - total;
    for (var item : INSTRUMENT.items()) {
      int lost = Math.min(missing, item.max());
      answers.put(item.key(), item.max() - lost);
      missing -= lost;
    }
    return answers;
  }

  public static SequencedMap<String, Object> randomAnswers(Random random) {
    var answers = new LinkedHashMap<String, Object>();
    INSTRUMENT.items().forEach(item -> answers.put(item.key(), random.nextInt(item.max() + 1)));
    return answers;
  }

  public static AnswerSheet sheetOfTotal(int total) {
    return AnswerSheet.of(INSTRUMENT, answersOfTotal(total));
  }

  /** Tables with every required field; nothing in them changes the level. */
  public static Map<String, Object> tables() {
    var tables = new LinkedHashMap<String, Object>();
    for (var table : INSTRUMENT.tables()) {
      var fields = new LinkedHashMap<String, Object>();
      table.fields().stream().filter(f -> f.isRequired() && f.isStoredHere()).forEach(f -> fields.put(f.key(), usual(f)));
      tables.put(table.key(), fields);
    }
    return tables;
  }

  private static Object usual(Instrument.Field field) {
    return switch (field.kind()) {
      case TEXT, DATE -> "测试";
      case NUMBER -> field.min();
      case CHOICE -> field.options().getFirst();
      case CHOICES -> Boolean.TRUE.equals(field.allowEmpty()) ? List.of() : List.of(field.options().getFirst());
      case COUNTS -> {
        var counts = new LinkedHashMap<String, Object>();
        field.events().forEach(e -> counts.put(e.key(), 0));
        yield counts;
      }
      case ROWS -> List.of();
    };
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> tablesWith(String table, String field, Object value) {
    var tables = tables();
    ((Map<String, Object>) tables.get(table)).put(field, value);
    return tables;
  }

  public static DatedValue<Stacking> stacking(Stacking stacking) {
    return new DatedValue<>(AbilityGradingPolicy.STACKING.name(), stacking, "choice", "000000000000", null,
        LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), Source.assumption("test"), false, null, null);
  }
}
