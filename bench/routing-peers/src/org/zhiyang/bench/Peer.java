package org.zhiyang.bench;

import java.util.List;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.vrptw.VrptwProblem;

/** A solver that is measured. */
interface Peer {
  String name();

  /** Routes of customer numbers after so many seconds of processor time with one thread; an empty list when it has no plan. */
  List<List<Integer>> solve(SolomonInstance instance, VrptwProblem problem, double seconds, long seed) throws Exception;

  static long processorNanos(Thread thread) {
    return java.lang.management.ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
  }

  /** Calls {@code stop} once the thread has used so many seconds of processor time. */
  static Thread stopAfter(Thread worker, double seconds, Runnable stop) {
    long end = processorNanos(worker) + (long) (seconds * 1e9);
    return Thread.ofPlatform().daemon().start(() -> {
      try {
        while (worker.isAlive() && processorNanos(worker) < end) Thread.sleep(5);
        stop.run();
      } catch (InterruptedException finished) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
