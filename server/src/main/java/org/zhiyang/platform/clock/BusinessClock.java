package org.zhiyang.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The clock of the city's business: China Standard Time plus the demo offset. In production the offset is always zero.
 *  The offset lies in the database and is read again at most every {@value #RELOAD_MILLIS} ms, so that several servers agree. */
public final class BusinessClock extends Clock {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long RELOAD_MILLIS = 2_000;

  private final Clock system;
  private final Supplier<Duration> stored;
  private volatile Duration offset = Duration.ZERO;
  private volatile long readAtMillis = Long.MIN_VALUE;

  BusinessClock(Clock system, Supplier<Duration> stored) {
    this.system = system;
    this.stored = stored;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(system.withZone(zone), offset());
  }

  @Override
  public Instant instant() {
    return system.instant().plus(offset());
  }

  Duration offset() {
    var now = system.millis();
    if (readAtMillis == Long.MIN_VALUE || Math.abs(now - readAtMillis) > RELOAD_MILLIS) {
      offset = stored.get();
      readAtMillis = now;
    }
    return offset;
  }

  void reload() {
    readAtMillis = Long.MIN_VALUE;
  }
}
