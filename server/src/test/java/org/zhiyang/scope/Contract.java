package org.zhiyang.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** docs/openapi.yaml read as a list of things that can be called, with bodies that pass its own checks. */
final class Contract {
  private final JsonNode document;
  private final LocalDate today;
  /** The value for a field or parameter of this name; null when nothing special is known. */
  private final Function<String, @Nullable Object> known;

  Contract(LocalDate today, Function<String, @Nullable Object> known) throws IOException {
    this.document = new YAMLMapper().readTree(Files.readAllBytes(Path.of("..", "docs", "openapi.yaml")));
    this.today = today;
    this.known = known;
  }

  /** @param variables those of its path, with a value that names nothing; @param queries its query parameters; {@code needed} those it cannot do without, with a value
   *  @param days its query parameters that are days or moments, with one so far away that nobody can have meant it */
  record Operation(String method, String path, Map<String, String> variables, List<String> queries, Map<String, String> needed, Map<String, String> days, @Nullable JsonNode body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (var path : document.path("paths").properties()) {
      for (var method : List.of("get", "post", "put", "patch", "delete")) {
        var operation = path.getValue().path(method);
        if (operation.isMissingNode()) continue;
        var queries = operation.path("parameters").valueStream().filter(p -> p.path("in").asString().equals("query")).map(p -> p.path("name").asString()).toList();
        var needed = new LinkedHashMap<String, String>();
        var variables = new LinkedHashMap<String, String>();
        var days = new LinkedHashMap<String, String>();
        for (var p : operation.path("parameters")) {
          if (p.path("in").asString().equals("path")) variables.put(p.path("name").asString(), String.valueOf(example(p.path("name").asString(), p.path("schema"))));
          if (p.path("in").asString().equals("query") && p.path("required").asBoolean()) needed.put(p.path("name").asString(), String.valueOf(example(p.path("name").asString(), p.path("schema"))));
          var far = farDay(p.path("schema"));
          if (p.path("in").asString().equals("query") && far != null) days.put(p.path("name").asString(), far);
        }
        var body = operation.path("requestBody").path("content").path("application/json").path("schema");
        all.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path.getKey(), variables, queries, needed, days, body.isMissingNode() ? null : body));
      }
    }
    return all;
  }

  /** A day or moment of a year neither calendar nor database holds; null where the schema asks for something else. */
  static @Nullable String farDay(JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "date" -> "-999999999-01-01";
      case "date-time" -> "-999999999-01-01T00:00:00Z";
      default -> null;
    };
  }

  @Nullable Object body(Operation operation) {
    return operation.body() == null ? null : example("", operation.body());
  }

  /** What a reference stands for; anything else as it is. */
  JsonNode resolved(JsonNode schema) {
    var reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : document.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
  }

  Object example(String name, JsonNode reference) {
    var schema = resolved(reference);
    var special = known.apply(name);
    if (special != null) return schema.path("type").asString("").equals("array") ? List.of(special) : special;
    if (schema.has("enum")) return schema.path("enum").path(0).asString();
    return switch (schema.path("type").asString("object")) {
      case "array" -> List.of(example(name, schema.path("items")));
      case "integer" -> schema.path("minimum").asInt(1);
      case "number" -> schema.path("minimum").asDouble(1);
      case "boolean" -> true;
      case "string" -> text(schema);
      default -> object(schema);
    };
  }

  private Map<String, Object> object(JsonNode schema) {
    var object = new LinkedHashMap<String, Object>();
    for (var property : schema.path("properties").properties()) {
      var required = schema.path("required").valueStream().anyMatch(r -> r.asString().equals(property.getKey()));
      if (required || known.apply(property.getKey()) != null) object.put(property.getKey(), example(property.getKey(), property.getValue()));
    }
    if (object.isEmpty() && schema.path("additionalProperties").isObject()) object.put("came", example("", schema.path("additionalProperties")));
    return object;
  }

  private Object text(JsonNode schema) {
    var pattern = schema.path("pattern").asString("");
    if (pattern.startsWith("\\d{12}")) return "330502001001";
    if (pattern.startsWith("\\d{4}-")) return today.toString().substring(0, 7);
    if (pattern.startsWith("[0-9a-f]{64}")) return "0".repeat(64);
    if (pattern.startsWith("\\d{8,32}")) return "12345678";
    if (pattern.startsWith("\\d{4,6}")) return "4071";
    if (pattern.startsWith("[A-Za-z0-9]")) return "somebody";
    return switch (schema.path("format").asString("")) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date" -> today.toString();
      case "date-time" -> today + "T09:00:00+08:00";
      case "local-time", "time-local", "time" -> "09:00";
      default -> "够长的一句中文理由，用于试探。";
    };
  }
}
