package org.zhiyang.loop;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** The demo city's clock, which its administrator moves forward. */
final class CityClock {
  private static final Duration DAILY_WORK = Duration.ofMinutes(30);

  private final Person administrator;
  private double waited;

  CityClock(Person administrator) {
    this.administrator = administrator;
  }

  /** How long the daily work of all skipped days took together: it belongs to the city, not to the walkers. */
  double waitedSeconds() {
    return waited;
  }

  OffsetDateTime now() {
    return OffsetDateTime.parse(administrator.get("看时钟", "/api/clock").path("businessNow").asString());
  }

  /** Moves the clock to that moment if it lies ahead, and waits until the daily work of every skipped day is done. */
  void goTo(LocalDate day, LocalTime time) {
    var began = System.nanoTime();
    var now = now();
    var by = Duration.between(now, day.atTime(time).atOffset(now.getOffset()));
    if (by.isPositive()) administrator.post("拨时钟", "/api/clock/forward", Map.of("duration", Duration.ofSeconds(by.toSeconds() + 1).toString()));
    Waiting.until("the daily work of " + day, DAILY_WORK, () -> {
      var through = administrator.get("看时钟", "/api/clock").path("workedThrough").asString("");
      return through.isEmpty() || LocalDate.parse(through).isBefore(day) ? Optional.empty() : Optional.of(through);
    });
    waited += (System.nanoTime() - began) / 1e9;
  }
}
