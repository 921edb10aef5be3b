package org.zhiyang.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what the platform does after it answered (news between its modules, the daily work after a jump of the clock). */
final class Waiting {
  /** What a killed server left is sent again within about two and a half minutes. */
  static final Duration NEWS = Duration.ofMinutes(5);

  private Waiting() {}

  /** Asks again, ever more slowly (10 ms … 1 s), until there is an answer.
   *  @throws IllegalStateException when the time is over */
  static <T> T until(String what, Duration most, Supplier<Optional<T>> ask) {
    var since = System.nanoTime();
    for (var pause = 10L;; pause = Math.min(1000, pause * 3 / 2)) {
      var found = ask.get();
      if (found.isPresent()) return found.get();
      if (System.nanoTime() - since > most.toNanos()) throw new IllegalStateException("waited " + most.toSeconds() + " s in vain: " + what);
      pause(Duration.ofMillis(pause));
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
