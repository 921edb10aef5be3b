package org.zhiyang.platform.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.web.InvalidInput;

/** The conditions of one list: the reader's scope first, then what the filters ask. What was not asked for (null) narrows nothing. Columns are constants of our own code; values are always parameters. */
public final class ListConditions {
  private final String alias;
  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  /** @param table the list's own, as the query names it: {@link #equal}, {@link #containing} and {@link #region} mean its columns */
  public ListConditions(String table, SqlCondition scope) {
    this.alias = table.isEmpty() ? "" : table + ".";
    parts.add(scope.sql());
    params.putAll(scope.params());
  }

  /** Of a query with one table only. */
  public ListConditions(SqlCondition scope) {
    this("", scope);
  }

  /** {@code column = value}. */
  public ListConditions equal(String column, @Nullable Object value) {
    return and(alias + column + " = :" + column, column, value);
  }

  /** The typed text somewhere in the column; blank asks nothing. */
  public ListConditions containing(String column, @Nullable String text) {
    return text == null || text.isBlank() ? this : and(alias + column + " like :" + column, column, "%" + literal(text.strip()) + "%");
  }

  public ListConditions and(String condition) {
    parts.add(condition);
    return this;
  }

  /** A condition with one parameter of its own. Enum constants are compared by name; a blank text asks nothing. */
  public ListConditions and(String condition, String name, @Nullable Object value) {
    if (value == null || value instanceof String text && text.isBlank()) return this;
    params.put(name, value instanceof Enum<?> constant ? constant.name() : value);
    return and(condition);
  }

  /** The rows of a region and everything below it by {@code region_code}; anything but 12 digits is refused. */
  public ListConditions region(@Nullable String code) {
    if (code == null || code.isBlank()) return this;
    if (!code.matches("\\d{12}")) throw new InvalidInput("region", "pattern");
    var below = Scope.Region.below(code);
    params.put("regionTo", below.to());
    return and(alias + "region_code >= :regionFrom and " + alias + "region_code < :regionTo", "regionFrom", below.from());
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
