package org.zhiyang.routing;

import java.time.Duration;

/**
 * When a search ends and what it may use. It ends at the first of both limits: running time since the call, and iterations of each thread. {@code threads} searches
 * run side by side and exchange their best plans. One thread and the same seed walk the same way; with a limit of iterations they end with the same plan.
 *
 * @param time at most this long by the wall clock; with one thread nearly the same as processor time
 * @param iterations at most so many new plans a thread, 1 or more
 * @param threads 1 to 64
 */
public record SearchLimits(Duration time, long iterations, int threads, long seed) {
  public SearchLimits {
    if (time.isNegative() || time.compareTo(Duration.ofDays(7)) > 0) throw new RoutingRefusal("计算时间须在 0 秒至 7 天之间，请改正。");
    if (iterations < 1) throw new RoutingRefusal("迭代次数须至少为 1，请改正。");
    if (threads < 1 || threads > 64) throw new RoutingRefusal("线程数须在 1 至 64 之间，请改正。");
  }

  public static SearchLimits ofSeconds(double seconds, long seed) {
    return new SearchLimits(Duration.ofNanos((long) (seconds * 1e9)), Long.MAX_VALUE, 1, seed);
  }

  public static SearchLimits ofIterations(long iterations, long seed) {
    return new SearchLimits(Duration.ofDays(7), iterations, 1, seed);
  }

  public SearchLimits withThreads(int threads) {
    return new SearchLimits(time, iterations, threads, seed);
  }
}
