package org.zhiyang.routing;

import java.time.Duration;

/**
 * When a search ends and what it may use. It ends at the first of both limits: time and iterations of each thread. {@code threads} searches run side by side and
 * exchange their best plans. One thread and the same seed walk the same way; with a limit of iterations they end with the same plan.
 *
 * @param time 0 (the first legal plan) to 7 days
 * @param clock what time means
 * @param iterations at most so many new plans a thread, 1 or more
 * @param threads 1 to 64
 */
public record SearchLimits(Duration time, Clock clock, long iterations, int threads, long seed) {
  public enum Clock {
    /** Time as it passes outside. */
    WALL,
    /** Processor time of each thread: for measuring on a machine that others use too. */
    PROCESSOR
  }

  public SearchLimits {
    if (time.isNegative() || time.compareTo(Duration.ofDays(7)) > 0) throw new RoutingRefusal("计算时间须在 0 秒至 7 天之间，请改正。");
    if (iterations < 1) throw new RoutingRefusal("迭代次数须至少为 1，请改正。");
    if (threads < 1 || threads > 64) throw new RoutingRefusal("线程数须在 1 至 64 之间，请改正。");
  }

  /** By the wall clock, with one thread. */
  public static SearchLimits ofTime(Duration time, long seed) {
    return new SearchLimits(time, Clock.WALL, Long.MAX_VALUE, 1, seed);
  }

  public static SearchLimits ofSeconds(double seconds, long seed) {
    return ofTime(Duration.ofNanos((long) (seconds * 1e9)), seed);
  }

  public static SearchLimits ofProcessorSeconds(double seconds, long seed) {
    return new SearchLimits(Duration.ofNanos((long) (seconds * 1e9)), Clock.PROCESSOR, Long.MAX_VALUE, 1, seed);
  }

  public static SearchLimits ofIterations(long iterations, long seed) {
    return new SearchLimits(Duration.ofDays(7), Clock.WALL, iterations, 1, seed);
  }

  public SearchLimits withTime(Duration other) {
    return new SearchLimits(other, clock, iterations, threads, seed);
  }

  public SearchLimits withThreads(int number) {
    return new SearchLimits(time, clock, iterations, number, seed);
  }
}
