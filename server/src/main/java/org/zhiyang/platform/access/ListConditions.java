package org.zhiyang.platform.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.web.InvalidInput;

/** The conditions of one list: the reader's scope first, then what the filters ask. Columns are constants of our own code; values are always parameters. */
public final class ListConditions {
  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  public ListConditions(SqlCondition scope) {
    parts.add(scope.sql());
    params.putAll(scope.params());
  }

  /** {@code column = value}; a value of null asks nothing. Enum constants are compared by name. */
  public ListConditions equal(String column, @Nullable Object value) {
    return value == null ? this : and(column + " = :" + column, column, value instanceof Enum<?> constant ? constant.name() : value);
  }

  /** A condition with one parameter of its own. */
  public ListConditions and(String condition, String name, Object value) {
    parts.add(condition);
    params.put(name, value);
    return this;
  }

  /** The rows of a region and everything below it by {@code region_code}; null or blank asks nothing, anything but 12 digits is refused. */
  public ListConditions region(@Nullable String code) {
    if (code == null || code.isBlank()) return this;
    if (!code.matches("\\d{12}")) throw new InvalidInput("region", "pattern");
    var below = Scope.Region.below(code);
    params.put("regionTo", below.to());
    return and("region_code >= :regionFrom and region_code < :regionTo", "regionFrom", below.from());
  }

  /** A text that means itself within a pattern of {@code like}. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  public String sql() {
    return String.join(" and ", parts);
  }

  public Map<String, Object> params() {
    return params;
  }
}
