package org.zhiyang.routing.vrptw.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.SearchLimits.Clock;

/** Says when the time is over. By the processor's clock it belongs to the thread that made it and counts from there. Once over it stays over. */
final class Watch {
  /** Work between two looks at the clock, about; a unit is a stop looked at, so this is a fraction of a millisecond. */
  private static final int PACE = 10_000;

  private final @Nullable ThreadMXBean threads;
  private final long end;
  private boolean over;
  private int worked;

  /** @param began when the search began, by {@link System#nanoTime} */
  Watch(SearchLimits limits, long began) {
    threads = limits.clock() == Clock.PROCESSOR ? ManagementFactory.getThreadMXBean() : null;
    end = limits.time().toNanos() + (threads == null ? began : threads.getCurrentThreadCpuTime());
  }

  boolean over() {
    if (!over) over = (threads == null ? System.nanoTime() : threads.getCurrentThreadCpuTime()) - end >= 0;
    return over;
  }

  /** The same for inner loops: looks at the clock only now and then, after enough work. */
  boolean over(int work) {
    worked += work;
    if (worked < PACE) return over;
    worked = 0;
    return over();
  }
}
