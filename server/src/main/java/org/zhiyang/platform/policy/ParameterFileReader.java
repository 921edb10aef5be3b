package org.zhiyang.platform.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Turns the tree of one parameter file into a {@link ParameterFile}, collecting every fault with file and field. */
final class ParameterFileReader {

  private static final Set<String> FILE_FIELDS = Set.of("name", "meaning", "unit", "values");
  private static final Set<String> VALUE_FIELDS = Set.of(
      "value", "region", "published", "effective", "recorded", "source", "verified", "verifiedBy", "verifiedOn");
  private static final Set<String> SOURCE_FIELDS = Set.of("kind", "number", "title", "article", "reason", "note");

  private final String path;
  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  ParameterFileReader(String path, JsonNode root) {
    this.path = path;
    this.root = root;
  }

  List<String> faults() {
    return faults;
  }

  /** Empty when there is any fault. */
  Optional<ParameterFile> read() {
    if (!root.isObject()) {
      fault("文件", "应为 name/meaning/unit/values 的映射");
      return Optional.empty();
    }
    unknown(root, FILE_FIELDS, "");
    var name = text(root, "name", "");
    var meaning = text(root, "meaning", "");
    var unit = text(root, "unit", "");
    var fileName = path.substring(path.lastIndexOf('/') + 1);
    if (!name.isEmpty() && !fileName.equals(name + ".yaml")) {
      fault("name", "应与文件名一致（%s）".formatted(fileName));
    }
    var values = values(name, unit);
    return faults.isEmpty() ? Optional.of(new ParameterFile(path, name, meaning, unit, values)) : Optional.empty();
  }

  private List<DatedValue<JsonNode>> values(String name, String unit) {
    var list = root.path("values");
    if (!list.isArray() || list.isEmpty()) {
      fault("values", "至少要有一个取值");
      return List.of();
    }
    var values = new ArrayList<DatedValue<JsonNode>>();
    var seen = new HashSet<List<Object>>();
    for (int i = 0; i < list.size(); i++) {
      int before = faults.size();
      var at = "values[%d]".formatted(i);
      var value = value(list.get(i), at + ".", name, unit);
      if (faults.size() == before && value != null) {
        values.add(value);
        if (!seen.add(ParameterLoader.key(value))) {
          fault(at, "与前面的取值地区、执行日、录入日都相同");
        }
      }
    }
    return values;
  }

  private @Nullable DatedValue<JsonNode> value(JsonNode node, String at, String name, String unit) {
    if (!node.isObject()) {
      fault(at.substring(0, at.length() - 1), "应为 {value, region, published, effective, recorded, source, verified}");
      return null;
    }
    unknown(node, VALUE_FIELDS, at);
    if (!node.has("value")) {
      fault(at + "value", "缺少（终止一个取值请写 null）");
    }
    var region = text(node, "region", at);
    if (!region.isEmpty() && !Area.isCode(region)) {
      fault(at + "region", "应为加引号的 12 位区划代码，实际为 " + region);
    }
    var source = source(node.path("source"), at + "source");
    boolean document = source != null && source.kind() == Source.Kind.DOCUMENT;
    var published = day(node, "published", at, document);
    var effective = day(node, "effective", at, true);
    var recorded = day(node, "recorded", at, true);
    boolean verified = verified(node, at, source);
    var verifiedBy = verified ? text(node, "verifiedBy", at) : null;
    var verifiedOn = day(node, "verifiedOn", at, verified);
    if (source == null || effective == null || recorded == null) {
      return null;
    }
    return new DatedValue<>(name, node.has("value") ? node.get("value") : NullNode.getInstance(), unit, region, published,
        effective, recorded, source, verified, verifiedBy, verifiedOn);
  }

  private boolean verified(JsonNode node, String at, @Nullable Source source) {
    var verified = node.path("verified");
    if (!verified.isBoolean()) {
      fault(at + "verified", "应为 true 或 false");
      return false;
    }
    if (verified.asBoolean() && source != null && source.kind() == Source.Kind.ASSUMPTION) {
      fault(at + "verified", "假设不能标记为已核对");
    }
    return verified.asBoolean();
  }

  private @Nullable Source source(JsonNode node, String at) {
    if (!node.isObject()) {
      fault(at, "缺少来源（文件写 number/title/article，假设写 kind: assumption 和 reason）");
      return null;
    }
    unknown(node, SOURCE_FIELDS, at + ".");
    var kind = node.path("kind").asString("document");
    var reason = optional(node, "reason");
    if (kind.equals("assumption")) {
      if (reason == null || reason.isBlank()) {
        fault(at + ".reason", "假设要写明理由");
        return null;
      }
      return Source.assumption(reason);
    }
    var number = optional(node, "number");
    var title = optional(node, "title");
    if (!kind.equals("document")) {
      fault(at + ".kind", "只能是 document 或 assumption，实际为 " + kind);
      return null;
    }
    if (number == null && title == null) {
      fault(at, "文件来源至少要有 number（文号）或 title（标题）");
      return null;
    }
    return Source.document(number, title, optional(node, "article"));
  }

  private @Nullable LocalDate day(JsonNode node, String field, String at, boolean required) {
    var day = node.path(field);
    if (day.isMissingNode() || day.isNull()) {
      if (required) {
        fault(at + field, "缺少日期（YYYY-MM-DD）");
      }
      return null;
    }
    try {
      return LocalDate.parse(day.asString(""));
    } catch (DateTimeParseException e) {
      fault(at + field, "应为 YYYY-MM-DD 日期，实际为 " + day.asString(""));
      return null;
    }
  }

  private String text(JsonNode node, String field, String at) {
    var text = node.path(field);
    if (!text.isString() || text.asString().isBlank()) {
      fault(at + field, text.isMissingNode() ? "缺少" : "应为非空文字（数字代码请加引号）");
      return "";
    }
    return text.asString();
  }

  private static @Nullable String optional(JsonNode node, String field) {
    var text = node.path(field);
    return text.isMissingNode() || text.isNull() ? null : text.asString("");
  }

  private void unknown(JsonNode node, Set<String> known, String at) {
    node.propertyNames().stream().filter(f -> !known.contains(f)).forEach(f -> fault(at + f, "不认识的字段"));
  }

  private void fault(String field, String what) {
    faults.add("%s: %s: %s".formatted(path, field, what));
  }
}
