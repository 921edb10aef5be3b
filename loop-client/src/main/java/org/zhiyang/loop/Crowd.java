package org.zhiyang.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Lets so many clients work at a time. */
final class Crowd {
  private final Semaphore free;

  Crowd(int clients) {
    free = new Semaphore(clients);
  }

  /** Does the work for each; throws the first failure after all have ended. */
  <T> void each(Collection<T> all, Consumer<T> work) {
    var running = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : all) {
        running.add(threads.submit(() -> {
          free.acquireUninterruptibly();
          try {
            work.accept(one);
          } finally {
            free.release();
          }
        }));
      }
    }
    for (var future : running) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
