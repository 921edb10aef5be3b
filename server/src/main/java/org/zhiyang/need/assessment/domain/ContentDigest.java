package org.zhiyang.need.assessment.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a form's content, equal for equal content in whatever order its keys stand: what the three signatures cover. */
public final class ContentDigest {

  private ContentDigest() {}

  /** 64 hex digits. */
  public static String of(Draft draft) {
    var text = new StringBuilder();
    append(text, Map.of("answers", draft.answers(), "tables", draft.tables()));
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lengths stand before texts, so that no two contents give the same text. */
  private static void append(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        text.append('{');
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, part) -> sorted.put(String.valueOf(key), part));
        sorted.forEach((key, part) -> {
          append(text, key);
          append(text, part);
        });
        text.append('}');
      }
      case List<?> list -> {
        text.append('[');
        list.forEach(part -> append(text, part));
        text.append(']');
      }
      case String s -> text.append('s').append(s.length()).append(':').append(s);
      case null -> text.append('n');
      default -> text.append('v').append(value).append(';');
    }
  }
}
