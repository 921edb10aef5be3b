package org.zhiyang.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A filled form of GB/T 42195-2022, made from the instrument as the platform describes it: a chosen total of the 26 items, every required field, nothing that changes the level. */
final class AbilityForm {
  private final JsonNode instrument;

  AbilityForm(JsonNode instrument) {
    this.instrument = instrument;
  }

  Map<String, Object> answers(int total) {
    var answers = new LinkedHashMap<String, Object>();
    var toLose = instrument.path("maxTotal").asInt() - total;
    for (var item : instrument.path("items")) {
      var lost = Math.min(toLose, item.path("max").asInt());
      answers.put(item.path("key").asString(), item.path("max").asInt() - lost);
      toLose -= lost;
    }
    return answers;
  }

  Map<String, Object> tables() {
    var tables = new LinkedHashMap<String, Object>();
    for (var table : instrument.path("tables")) {
      var fields = new LinkedHashMap<String, Object>();
      for (var field : table.path("fields")) if (field.path("required").asBoolean(false) && field.path("storedHere").asBoolean()) fields.put(field.path("key").asString(), usual(field));
      tables.put(table.path("key").asString(), fields);
    }
    return tables;
  }

  private static Object usual(JsonNode field) {
    return switch (field.path("kind").asString()) {
      case "NUMBER" -> field.path("min").asInt();
      case "CHOICE" -> field.path("options").path(0).asString();
      case "CHOICES" -> field.path("allowEmpty").asBoolean(false) ? List.of() : List.of(field.path("options").path(0).asString());
      case "COUNTS" -> counts(field);
      case "ROWS" -> List.of();
      default -> "虚拟";
    };
  }

  private static Map<String, Object> counts(JsonNode field) {
    var counts = new LinkedHashMap<String, Object>();
    field.path("events").forEach(e -> counts.put(e.path("key").asString(), 0));
    return counts;
  }
}
