package org.zhiyang.platform.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** One page of a list. {@code total} counts all rows the filters and the reader's scope let through; {@code asOf} is when it was read. */
public record Page<T>(List<T> items, long total, int page, int size, OffsetDateTime asOf) {
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return with(items.stream().<R>map(change).toList());
  }

  /** The same page with what stands for its items, in their order: for rows that are worked out together. */
  public <R> Page<R> with(List<R> others) {
    return new Page<>(others, total, page, size, asOf);
  }
}
