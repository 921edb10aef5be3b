package org.zhiyang.routing.care.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;

/** The clock of a search. By the processor's clock it counts for the thread that asks. */
final class Watch {
  private final @Nullable ThreadMXBean threads;

  Watch(SearchLimits.Clock clock) {
    threads = clock == SearchLimits.Clock.PROCESSOR ? ManagementFactory.getThreadMXBean() : null;
  }

  long now() {
    return threads == null ? System.nanoTime() : threads.getCurrentThreadCpuTime();
  }
}
