package org.zhiyang.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Lets so many clients work at a time, and says how fast they are. */
final class Crowd {
  private final Semaphore free;
  private final Consumer<String> say;

  Crowd(int clients, Consumer<String> say) {
    this.free = new Semaphore(clients);
    this.say = say;
  }

  /** A named act for each. */
  <T> void act(String name, Collection<T> all, Consumer<T> work) {
    act(name, all, work, all::size);
  }

  /** A named act for each of whom some do more than others: {@code done} counts afterwards. */
  <T> void act(String name, Collection<T> all, Consumer<T> work, IntSupplier done) {
    var began = System.nanoTime();
    each(all, work);
    var seconds = (System.nanoTime() - began) / 1e9;
    say.accept("  %s：%d 件，%.1f 秒，每秒 %.1f 件".formatted(name, done.getAsInt(), seconds, done.getAsInt() / seconds));
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
