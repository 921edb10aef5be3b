package org.zhiyang.routing.vrptw.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.SearchLimits.Clock;

/** Says when the time is over. By the processor's clock it belongs to the thread that made it and counts from there. */
final class Watch {
  private final @Nullable ThreadMXBean threads;
  private final long end;

  /** @param began when the search began, by {@link System#nanoTime} */
  Watch(SearchLimits limits, long began) {
    threads = limits.clock() == Clock.PROCESSOR ? ManagementFactory.getThreadMXBean() : null;
    end = limits.time().toNanos() + (threads == null ? began : threads.getCurrentThreadCpuTime());
  }

  boolean over() {
    return (threads == null ? System.nanoTime() : threads.getCurrentThreadCpuTime()) - end >= 0;
  }
}
