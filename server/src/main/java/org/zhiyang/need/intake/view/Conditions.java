package org.zhiyang.need.intake.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.web.InvalidInput;

/** The {@code where} of a list: the reader's scope first, then what was asked for. */
final class Conditions {
  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  /** @param alias of a table that has region_code and elder_id */
  Conditions(String alias, Scope scope) {
    var mine = scope.on(ScopeColumns.regionAndElder(alias + ".region_code", alias + ".elder_id"));
    parts.add(mine.sql());
    params.putAll(mine.params());
  }

  Conditions and(String sql) {
    parts.add(sql);
    return this;
  }

  /** Adds the condition, whose parameter is {@code :name}, if there is a value. */
  Conditions and(String sql, String name, @Nullable Object value) {
    if (value == null) return this;
    params.put(name, value);
    return and(sql);
  }

  Conditions within(String alias, @Nullable String region) {
    if (region == null || region.isBlank()) return this;
    if (!region.matches("\\d{12}")) throw new InvalidInput("region", "pattern");
    var wanted = Scope.Region.below(region);
    params.put("regionFrom", wanted.from());
    params.put("regionTo", wanted.to());
    return and(alias + ".region_code >= :regionFrom and " + alias + ".region_code < :regionTo");
  }

  String sql() {
    return String.join(" and ", parts);
  }

  Map<String, Object> params() {
    return params;
  }
}
