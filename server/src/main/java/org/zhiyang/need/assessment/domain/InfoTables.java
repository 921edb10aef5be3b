package org.zhiyang.need.assessment.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filled tables A.2 to A.5: table key → field key → value, shaped as the instrument says ({@code {"health": {"pain":
 * "轻度", "wounds": ["无"]}}}). Fields the registry keeps are not accepted here.
 */
public final class InfoTables {

  private static final int LONGEST_TEXT = 500;
  private static final int MOST_ROWS = 50;

  private final Map<String, Map<String, Object>> tables;

  private InfoTables(Map<String, Map<String, Object>> tables) {
    this.tables = tables;
  }

  /** Full tables; throws {@link AssessmentRefusal.InvalidForm} with every fault. */
  @SuppressWarnings("unchecked")
  public static InfoTables of(Instrument instrument, Map<String, ? extends @Nullable Object> given) {
    var faults = check(instrument, given, true);
    if (!faults.isEmpty()) {
      throw new AssessmentRefusal.InvalidForm(faults);
    }
    return new InfoTables((Map<String, Map<String, Object>>) given);
  }

  /** The faults in the order of the form; a draft may miss fields. */
  public static List<FormFault> check(
      Instrument instrument, Map<String, ? extends @Nullable Object> given, boolean complete) {
    var faults = new ArrayList<FormFault>();
    var known = new HashSet<String>();
    for (var table : instrument.tables()) {
      known.add(table.key());
      switch (given.get(table.key())) {
        case Map<?, ?> fields -> checkTable(table, fields, complete, faults);
        case null -> checkTable(table, Map.of(), complete, faults);
        default -> faults.add(new FormFault(table.key(), table.name(), FormFault.Code.WRONG_SHAPE, "各字段的映射"));
      }
    }
    given.keySet().stream().filter(key -> !known.contains(key))
        .forEach(key -> faults.add(new FormFault(key, "", FormFault.Code.UNKNOWN, null)));
    return faults;
  }

  private static void checkTable(Instrument.Table table, Map<?, ?> fields, boolean complete, List<FormFault> faults) {
    var known = new HashSet<String>();
    for (var field : table.fields()) {
      if (!field.isStoredHere()) {
        continue;
      }
      known.add(field.key());
      var value = fields.get(field.key());
      var path = table.key() + "." + field.key();
      if (value == null) {
        if (complete && field.isRequired()) {
          faults.add(new FormFault(path, field.name(), FormFault.Code.REQUIRED, allowed(field)));
        }
      } else {
        var code = faultOf(field, value, complete);
        if (code != null) {
          faults.add(new FormFault(path, field.name(), code, allowed(field)));
        }
      }
    }
    fields.keySet().stream().map(String::valueOf).filter(key -> !known.contains(key))
        .forEach(key -> faults.add(new FormFault(table.key() + "." + key, "", FormFault.Code.UNKNOWN, null)));
  }

  private static FormFault.@Nullable Code faultOf(Instrument.Field field, Object value, boolean complete) {
    return switch (field.kind()) {
      case TEXT, DATE -> !(value instanceof String text) ? FormFault.Code.WRONG_SHAPE
          : text.length() > LONGEST_TEXT ? FormFault.Code.OUT_OF_RANGE
          : complete && field.isRequired() && text.isBlank() ? FormFault.Code.REQUIRED : null;
      case NUMBER -> faultOfNumber(field, value);
      case CHOICE -> options(field).contains(value) ? null : FormFault.Code.NOT_AN_OPTION;
      case CHOICES -> faultOfChoices(field, value, complete);
      case COUNTS -> faultOfCounts(field, value, complete);
      case ROWS -> faultOfRows(field, value);
    };
  }

  private static FormFault.@Nullable Code faultOfNumber(Instrument.Field field, Object value) {
    if (!(value instanceof Number)) {
      return FormFault.Code.WRONG_SHAPE;
    }
    var number = new BigDecimal(value.toString());
    boolean within = (field.min() == null || number.compareTo(BigDecimal.valueOf(field.min())) >= 0)
        && (field.max() == null || number.compareTo(BigDecimal.valueOf(field.max())) <= 0);
    return within ? null : FormFault.Code.OUT_OF_RANGE;
  }

  private static FormFault.@Nullable Code faultOfChoices(Instrument.Field field, Object value, boolean complete) {
    if (!(value instanceof List<?> chosen)) {
      return FormFault.Code.WRONG_SHAPE;
    }
    if (!options(field).containsAll(chosen)) {
      return FormFault.Code.NOT_AN_OPTION;
    }
    if (new HashSet<>(chosen).size() < chosen.size()) {
      return FormFault.Code.DUPLICATE;
    }
    if (field.none() != null && chosen.contains(field.none()) && chosen.size() > 1) {
      return FormFault.Code.CONTRADICTION;
    }
    boolean missing = chosen.isEmpty() && complete && field.isRequired() && !Boolean.TRUE.equals(field.allowEmpty());
    return missing ? FormFault.Code.REQUIRED : null;
  }

  private static FormFault.@Nullable Code faultOfCounts(Instrument.Field field, Object value, boolean complete) {
    if (!(value instanceof Map<?, ?> counts) || field.events() == null || field.counts() == null) {
      return FormFault.Code.WRONG_SHAPE;
    }
    var events = field.events().stream().map(Instrument.Event::key).toList();
    if (!events.containsAll(counts.keySet())) {
      return FormFault.Code.UNKNOWN;
    }
    for (var count : counts.values()) {
      if (!(count instanceof Integer || count instanceof Long || count instanceof BigInteger)) {
        return FormFault.Code.NOT_INTEGER;
      }
      if (((Number) count).longValue() < 0 || ((Number) count).longValue() >= field.counts().size()) {
        return FormFault.Code.OUT_OF_RANGE;
      }
    }
    return complete && counts.size() < events.size() ? FormFault.Code.REQUIRED : null;
  }

  private static FormFault.@Nullable Code faultOfRows(Instrument.Field field, Object value) {
    if (!(value instanceof List<?> rows) || field.columns() == null) {
      return FormFault.Code.WRONG_SHAPE;
    }
    boolean shaped = rows.size() <= MOST_ROWS && rows.stream().allMatch(row -> row instanceof Map<?, ?> cells
        && field.columns().containsAll(cells.keySet())
        && cells.values().stream().allMatch(cell -> cell instanceof String text && text.length() <= LONGEST_TEXT));
    return shaped ? null : FormFault.Code.WRONG_SHAPE;
  }

  private static @Nullable String allowed(Instrument.Field field) {
    return switch (field.kind()) {
      case TEXT -> "不超过 " + LONGEST_TEXT + " 字的文字";
      case DATE -> "日期 YYYY-MM-DD";
      case NUMBER -> "%s 到 %s 的数（%s）".formatted(field.min(), field.max(), field.unit());
      case CHOICE -> String.join("、", options(field)) + " 之一";
      case CHOICES -> String.join("、", options(field)) + (field.none() == null ? "" : "（选“" + field.none() + "”时不能再选其他）");
      case COUNTS -> "每类事件 0 到 3（3 表示三次及以上）";
      case ROWS -> field.columns() == null ? null : "至多 " + MOST_ROWS + " 行，列为 " + String.join("、", field.columns());
    };
  }

  private static List<String> options(Instrument.Field field) {
    return field.options() == null ? List.of() : field.options();
  }

  public Map<String, Map<String, Object>> values() {
    return tables;
  }

  /** Reads the circumstances of table C.4 from the fields that trigger them, so that they are entered once. */
  public Conditions conditions(Instrument instrument) {
    return new Conditions(triggers(instrument, Conditions.COMA), triggers(instrument, Conditions.DEMENTIA),
        riskEvents(instrument));
  }

  private boolean triggers(Instrument instrument, String change) {
    var value = valueOf(instrument, change);
    var labels = field(instrument, change).triggeredBy();
    return labels != null && labels.stream().anyMatch(label ->
        label.equals(value) || value instanceof List<?> chosen && chosen.contains(label));
  }

  private int riskEvents(Instrument instrument) {
    return valueOf(instrument, Conditions.RISK_EVENTS) instanceof Map<?, ?> counts
        ? counts.values().stream().mapToInt(count -> ((Number) count).intValue()).sum() : 0;
  }

  private @Nullable Object valueOf(Instrument instrument, String change) {
    for (var table : instrument.tables()) {
      for (var field : table.fields()) {
        if (change.equals(field.triggers())) {
          return tables.getOrDefault(table.key(), Map.of()).get(field.key());
        }
      }
    }
    return null;
  }

  private static Instrument.Field field(Instrument instrument, String change) {
    return instrument.tables().stream().flatMap(t -> t.fields().stream())
        .filter(f -> change.equals(f.triggers())).findFirst().orElseThrow();
  }
}
