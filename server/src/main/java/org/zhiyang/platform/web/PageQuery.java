package org.zhiyang.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What part of a list is asked for: {@code page} from 1, {@code size} 1..200 (20 when not given), {@code sort} as {@code field,-field}. */
public record PageQuery(@Nullable @Min(1) Integer page, @Nullable @Min(1) @Max(200) Integer size, @Nullable String sort) {
  public int number() {
    return page == null ? 1 : page;
  }

  public int limit() {
    return size == null ? 20 : size;
  }

  public long offset() {
    return (long) (number() - 1) * limit();
  }

  /** The {@code order by} list: only names in {@code columns} (field → SQL expression) are taken, others are refused; an expression
   *  that begins with "!" runs the other way (age by date of birth); {@code tieBreak} comes last. */
  public String orderBy(Map<String, String> columns, String usual, String tieBreak) {
    if (sort == null || sort.isBlank()) return usual + ", " + tieBreak;
    var parts = new ArrayList<String>();
    for (var field : sort.split(",")) {
      var descending = field.startsWith("-");
      var column = columns.get(descending ? field.substring(1) : field);
      if (column == null) throw new InvalidInput("sort", "unknown-field");
      var inverted = column.startsWith("!");
      parts.add((inverted ? column.substring(1) : column) + (descending != inverted ? " desc nulls last" : " asc nulls last"));
    }
    parts.add(tieBreak);
    return String.join(", ", parts);
  }
}
