package org.zhiyang.routing.vrptw.search;

/** Says when the time is over. */
final class Watch {
  private final long end;

  Watch(long nanosFromNow) {
    end = System.nanoTime() + nanosFromNow;
  }

  boolean over() {
    return System.nanoTime() - end >= 0;
  }
}
