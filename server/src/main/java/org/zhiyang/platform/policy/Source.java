package org.zhiyang.platform.policy;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure or a rule comes from: a document ({@code number}, {@code title}, {@code article}), or an assumption that
 * stands in for a document nobody has found yet ({@code kind} "assumption" with a {@code reason}).
 */
public record Source(
    Kind kind, @Nullable String number, @Nullable String title, @Nullable String article, @Nullable String reason) {

  /** Whether a document stands behind the figure. */
  public enum Kind { DOCUMENT, ASSUMPTION }

  public Source {
    if (kind == Kind.DOCUMENT && number == null && title == null) {
      throw new IllegalArgumentException("a document source needs a number or a title");
    }
    if (kind == Kind.ASSUMPTION && (reason == null || reason.isBlank())) {
      throw new IllegalArgumentException("an assumption needs a reason");
    }
  }

  public static Source document(@Nullable String number, @Nullable String title, @Nullable String article) {
    return new Source(Kind.DOCUMENT, number, title, article, null);
  }

  public static Source assumption(String reason) {
    return new Source(Kind.ASSUMPTION, null, null, null, reason);
  }

  /** One line for people, in Chinese: "民办函〔2025〕49号 《…》 第三条", or "假设：…". */
  public String citation() {
    if (kind == Kind.ASSUMPTION) {
      return "假设：" + reason;
    }
    return Stream.of(number, title == null ? null : "《" + title + "》", article)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
