package org.zhiyang.platform.clock;

import java.time.Duration;

/** Work repeated in system time (re-sending of events, expiry of offers), one run at a time over all servers. Must be safe to run twice. */
public interface RepeatedJob {
  /** Stable and unique, e.g. "dispatch.expire-offers"; stored. */
  String name();

  Duration every();

  void run();
}
