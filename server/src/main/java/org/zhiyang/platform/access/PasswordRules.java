package org.zhiyang.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhiyang.platform.web.Problems.FieldError;

/** What a password somebody chose must be. GB/T 22239-2019 8.1.4.1 asks for complexity and for refusing weak ones without naming figures; the figures are ours:
 *  {@value #LEAST} to {@value #MOST} characters, two of the four kinds (small and capital letters, digits, others), five different ones, without the account's
 *  name, and at least {@value #LEAST_OF_ITS_OWN} characters that are neither a run (123, cba, aaa) nor one of the parts everybody tries first. */
final class PasswordRules {
  static final int LEAST = 10;
  static final int MOST = 64;
  private static final int MOST_BYTES = 72; // more would not be read by BCrypt
  private static final int KINDS = 2;
  private static final int DIFFERENT = 5;
  private static final int LEAST_OF_ITS_OWN = 5;
  private static final int SHORTEST_NAME = 4;
  private static final List<String> COMMON_PARTS = read();

  private PasswordRules() {}

  /** What is wrong with it, or empty. */
  static Optional<FieldError> refuse(String password, String username) {
    var bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (password.length() < LEAST || password.length() > MOST || bytes > MOST_BYTES) return error("size", Map.of("min", LEAST, "max", MOST));
    if (kinds(password) < KINDS || password.chars().distinct().count() < DIFFERENT) return error("too-simple", Map.of());
    var lower = password.toLowerCase(Locale.ROOT);
    var name = username.toLowerCase(Locale.ROOT);
    if (name.length() >= SHORTEST_NAME && (lower.contains(name) || lower.contains(new StringBuilder(name).reverse()))) return error("contains-username", Map.of());
    return ownPart(lower) < LEAST_OF_ITS_OWN ? error("common", Map.of()) : Optional.empty();
  }

  private static Optional<FieldError> error(String code, Map<String, Object> params) {
    return Optional.of(new FieldError("next", code, params));
  }

  private static long kinds(String password) {
    return password.codePoints().map(c -> c >= 'a' && c <= 'z' ? 0 : c >= 'A' && c <= 'Z' ? 1 : c >= '0' && c <= '9' ? 2 : 3).distinct().count();
  }

  private static int ownPart(String lower) {
    for (var part : COMMON_PARTS) lower = lower.replace(part, " ");
    return (int) withoutRuns(lower).chars().filter(c -> c != ' ').count();
  }

  /** Three and more characters that repeat, rise or fall by one each are left out. */
  private static String withoutRuns(String text) {
    var rest = new StringBuilder();
    for (var i = 0; i < text.length();) {
      var end = i + 1;
      if (end < text.length() && Math.abs(text.charAt(end) - text.charAt(i)) <= 1) {
        var step = text.charAt(end) - text.charAt(i);
        while (end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) end++;
      }
      if (end - i >= 3) {
        rest.append(' ');
        i = end;
      } else {
        rest.append(text.charAt(i++));
      }
    }
    return rest.toString();
  }

  private static List<String> read() {
    try (var in = PasswordRules.class.getResourceAsStream("/access/common-password-parts.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read access/common-password-parts.txt", e);
    }
  }
}
