package org.zhiyang.platform.access;

import java.util.Map;

/** A piece of a {@code where} clause with its named parameters, ready for {@code JdbcClient}: {@code .sql("… where " + c.sql()).params(c.params())}. */
public record SqlCondition(String sql, Map<String, Object> params) {
  public static final SqlCondition ALL = new SqlCondition("true", Map.of());
  public static final SqlCondition NONE = new SqlCondition("false", Map.of());
}
