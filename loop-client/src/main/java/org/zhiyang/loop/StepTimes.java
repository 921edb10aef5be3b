package org.zhiyang.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How long the calls of each step took, in nanoseconds; steps in the order of their first call. Safe for many threads. */
public final class StepTimes {
  private final Map<String, List<Long>> byStep = new LinkedHashMap<>();
  private final AtomicLong broken = new AtomicLong();

  /** {@code millis} at the middle, at 99 of 100, and the longest. */
  public record Line(String step, int calls, double medianMillis, double p99Millis, double longestMillis) {}

  void add(String step, long nanos) {
    synchronized (byStep) {
      byStep.computeIfAbsent(step, s -> new ArrayList<>()).add(nanos);
    }
  }

  void countBroken() {
    broken.incrementAndGet();
  }

  /** Connections that broke and were tried again. */
  public long broken() {
    return broken.get();
  }

  public List<Line> lines() {
    synchronized (byStep) {
      return byStep.entrySet().stream().map(e -> line(e.getKey(), e.getValue().stream().mapToLong(Long::longValue).toArray())).toList();
    }
  }

  private static Line line(String step, long[] nanos) {
    Arrays.sort(nanos);
    return new Line(step, nanos.length, at(nanos, 0.5), at(nanos, 0.99), nanos[nanos.length - 1] / 1e6);
  }

  /** Nearest rank. */
  private static double at(long[] sorted, double share) {
    return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)] / 1e6;
  }
}
