package org.zhiyang.platform.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Passwords for the first sign-in: three groups of four characters that cannot be misread (59 bits), good for {@link #VALID}. */
@Component
class OneTimePasswords {
  /** Long enough to hand a list out on the next visit of every carer; not longer than a forgotten list should live. */
  static final Duration VALID = Duration.ofDays(30);
  private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final SecureRandom random = new SecureRandom();

  String next() {
    return IntStream.range(0, 3).mapToObj(group -> random.ints(4, 0, CHARACTERS.length()).mapToObj(i -> String.valueOf(CHARACTERS.charAt(i))).collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }
}
