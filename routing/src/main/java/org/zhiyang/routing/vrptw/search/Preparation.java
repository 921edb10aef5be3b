package org.zhiyang.routing.vrptw.search;

import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.vrptw.VrptwProblem;

/** Lays a problem out once for all threads: at once for the first plan, then with all that the search needs. What does not fit the memory is known before it is made. */
final class Preparation {
  /** Bytes a thread needs for each customer, mostly for the plans of its population, and at most for what {@link SwapStar} remembers. */
  private static final long BYTES_EACH = 4_000;
  private static final long BYTES_REMEMBERED = 180_000_000;
  private static final int LARGEST_TABLE = 32_000;

  final Instance bare;
  final boolean table;
  private @Nullable Instance full;

  /** @param memory bytes there are for all */
  Preparation(VrptwProblem problem, int threads, long memory) {
    long size = problem.customers() + 1;
    long needed = threads * (size * BYTES_EACH + Math.min(BYTES_REMEMBERED, 44 * size * size));
    if (needed > memory / 10 * 6) {
      throw new RoutingRefusal("%d 个客户、%d 个线程约需内存 %d MB，而可用的只有 %d MB，请减少线程或客户。".formatted(size - 1, threads, needed / 600_000, memory / 1_000_000));
    }
    // Each thread may need a copy without distances beside the common one.
    table = size <= LARGEST_TABLE && 8 * size * size * (1 + threads) <= (memory - needed) / 2;
    bare = Instance.bare(problem);
  }

  /** The same for every thread; null when the time is over before it is ready. */
  synchronized @Nullable Instance full(Watch watch) {
    if (full == null && !watch.over()) full = bare.prepared(Settings.USUAL.near(), table, watch);
    return full;
  }
}
