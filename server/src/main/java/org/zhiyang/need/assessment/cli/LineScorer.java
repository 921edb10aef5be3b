package org.zhiyang.need.assessment.cli;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.assessment.domain.AbilityGradingPolicy;
import org.zhiyang.need.assessment.domain.AnswerSheet;
import org.zhiyang.need.assessment.domain.Conditions;
import org.zhiyang.need.assessment.domain.FormFault;
import org.zhiyang.need.assessment.domain.Grading;
import org.zhiyang.need.assessment.domain.Instrument;
import org.zhiyang.need.assessment.domain.Stacking;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Scores one line of JSON; keeps no state between lines. */
final class LineScorer {

  /** One line of output, and whether it is an error. */
  record Result(String json, boolean failed) {}

  private static final Object NESTED = new Object();
  private static final List<String> PARTS = List.of("answers", "conditions");

  private final Instrument instrument;
  private final JsonFactory json = new JsonFactory();

  LineScorer(Instrument instrument) {
    this.instrument = instrument;
  }

  Result score(String line) {
    var faults = new ArrayList<FormFault>();
    Map<String, Map<String, @Nullable Object>> parts;
    try {
      parts = read(line, faults);
    } catch (JacksonException e) {
      var location = e.getLocation();
      return error("这一行不是有效的 JSON%s，应为 {\"answers\":{…},\"conditions\":{…}}".formatted(
          location == null ? "" : "（第 " + location.getColumnNr() + " 列附近）"));
    }
    var answers = parts.getOrDefault("answers", Map.of());
    var conditions = parts.getOrDefault("conditions", Map.of());
    if (faults.stream().noneMatch(f -> f.code() == FormFault.Code.WRONG_SHAPE)) {
      faults.addAll(AnswerSheet.check(instrument, answers, true));
      faults.addAll(Conditions.check(instrument, conditions));
    }
    if (!faults.isEmpty()) {
      return error(faults.stream().map(FormFault::sentence).collect(Collectors.joining("；")));
    }
    return result(AbilityGradingPolicy.grade(
        instrument, AnswerSheet.of(instrument, answers), Conditions.of(instrument, conditions), Stacking.EACH_ONCE));
  }

  private Map<String, Map<String, @Nullable Object>> read(String line, List<FormFault> faults) {
    var parts = new LinkedHashMap<String, Map<String, @Nullable Object>>();
    try (var parser = json.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        faults.add(new FormFault("这一行", "", FormFault.Code.WRONG_SHAPE, "{\"answers\":{…},\"conditions\":{…}}"));
      } else {
        readParts(parser, parts, faults);
      }
      if (parser.nextToken() != null) {
        faults.add(new FormFault("这一行", "", FormFault.Code.WRONG_SHAPE, "每行一个 JSON 对象"));
      }
    }
    return parts;
  }

  private void readParts(JsonParser parser, Map<String, Map<String, @Nullable Object>> parts, List<FormFault> faults) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var part = parser.currentName();
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      if (!PARTS.contains(part)) {
        parser.skipChildren();
        faults.add(new FormFault(part, "", FormFault.Code.UNKNOWN, null));
      } else if (!object) {
        parser.skipChildren();
        faults.add(new FormFault(part, "", FormFault.Code.WRONG_SHAPE, "一个 JSON 对象"));
      } else if (parts.putIfAbsent(part, readValues(parser, faults)) != null) {
        faults.add(new FormFault(part, "", FormFault.Code.DUPLICATE, null));
      }
    }
  }

  private Map<String, @Nullable Object> readValues(JsonParser parser, List<FormFault> faults) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = parser.currentName();
      var token = parser.nextToken();
      if (values.containsKey(key)) {
        faults.add(new FormFault(key, nameOf(key), FormFault.Code.DUPLICATE, null));
      }
      values.put(key, switch (token) {
        case VALUE_NUMBER_INT -> parser.getNumberValue();
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case VALUE_NULL -> null;
        default -> {
          parser.skipChildren();
          yield NESTED;
        }
      });
    }
    return values;
  }

  private String nameOf(String key) {
    return instrument.findItem(key).map(Instrument.Item::name)
        .orElseGet(() -> Conditions.KEYS.contains(key) ? instrument.change(key).name() : "");
  }

  private Result result(Grading grading) {
    var text = new StringBuilder(192).append("{\"total\":").append(grading.total()).append(",\"dimensions\":{");
    var comma = "";
    for (var dimension : grading.dimensions().entrySet()) {
      text.append(comma).append('"').append(dimension.getKey()).append("\":").append(dimension.getValue());
      comma = ",";
    }
    text.append("},\"initialLevel\":").append(grading.initialLevel().number())
        .append(",\"finalLevel\":").append(grading.finalLevel().number())
        .append(",\"changes\":").append(grading.changes().stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
    var line = text.append('}').toString();
    return new Result(grading.changes().isEmpty() ? line.replace("[\"\"]", "[]") : line, false);
  }

  private Result error(String sentence) {
    var text = new StringWriter();
    try (var generator = json.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.writeStartObject().writeStringProperty("error", sentence).writeEndObject();
    }
    return new Result(text.toString(), true);
  }
}
