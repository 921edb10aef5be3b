package org.zhiyang.platform.policy;

/**
 * The name of a figure that a document sets, for example {@code care-voucher-monthly-cap}, with the type and unit the code
 * that uses it expects. The figure itself stands in {@code profiles/<area>/parameters/<name>.yaml}. A module that declares
 * its parameters as beans has them checked (present, same unit, readable as this type) when the platform starts.
 *
 * @param type Integer, Long, BigDecimal, Boolean, String, LocalDate, String[], an enum, or a record; for a
 *     table keyed by words a record with one map component and {@code @JsonCreator(mode = DELEGATING)}
 * @param unit the unit as the file says it, for example {@code fen_per_month}
 */
public record Parameter<T>(String name, Class<T> type, String unit) {

  public Parameter {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("parameter name is not kebab-case: " + name);
    }
  }

  public static <T> Parameter<T> of(String name, Class<T> type, String unit) {
    return new Parameter<>(name, type, unit);
  }
}
