package org.zhiyang.routing.care.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.search.Groups.Group;

/** Improves a whole plan in rounds, each colder than the one before; between rounds the mean load is taken anew. As many threads as the limits allow. */
final class Improvement {
  private static final int ROUNDS = 6;
  /** Steps a second that are expected, to begin colder where there is time for few. */
  private static final double STEPS = 15_000;

  /** Minutes of travel by which a plan may be worse, about. */
  private static final double HOT = 60;
  private static final double COLD = 1.5;
  /** Steps a visit from which on it pays to begin as hot as that. */
  private static final double PLENTY = 80;

  private final Workshop shop;
  private final SearchLimits limits;
  private final List<Annealing> searches = new ArrayList<>();
  private final Groups groups;
  private final double hot;

  Improvement(Workshop shop, SearchLimits limits, double seconds) {
    this.shop = shop;
    this.limits = limits;
    var near = new Nearby(shop.model, shop.parts).near;
    for (int t = 0; t < limits.threads(); t++) searches.add(new Annealing(new Desk(shop.board), shop.grounds, near, new Absent(shop.model.n), limits.seed() + 7_919L * t));
    groups = new Groups(shop.board, shop.parts, limits.threads());
    double steps = Math.min(limits.iterations(), STEPS * seconds) * limits.threads() / Math.max(1, shop.model.n);
    hot = Math.clamp(HOT * steps / PLENTY, COLD, HOT);
  }

  /** @param from when the time of the limits began, by the watch */
  void run(Watch watch, long from, Runnable afterRound) {
    var chance = new Chance(limits.seed());
    long end = from + limits.time().toNanos();
    long left = end - watch.now();
    // The processor time of other threads does not pass for this one: what they were given counts.
    boolean elsewhere = limits.threads() > 1 && limits.clock() == SearchLimits.Clock.PROCESSOR;
    long given = 0;
    for (int k = 0; k < ROUNDS; k++) {
      long rest = elsewhere ? left - given : end - watch.now();
      if (rest <= 0) return;
      long time = rest / (ROUNDS - k);
      given += time;
      double first = hot * Math.pow(COLD / hot, (double) k / ROUNDS);
      double last = hot * Math.pow(COLD / hot, (k + 1.0) / ROUNDS);
      long steps = limits.iterations() == Long.MAX_VALUE ? Long.MAX_VALUE : limits.iterations() * (k + 1) / ROUNDS - limits.iterations() * k / ROUNDS;
      round(groups.make(chance), time, steps, first, last, k == ROUNDS - 1);
      shop.board.renewFairness();
      afterRound.run();
    }
  }

  private void round(List<List<Group>> work, long time, long steps, double first, double last, boolean keepBest) {
    if (work.size() == 1) {
      oneThread(searches.getFirst(), work.getFirst(), time, steps, first, last, keepBest);
      return;
    }
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      var running = new ArrayList<Future<?>>();
      for (int t = 0; t < work.size(); t++) {
        var search = searches.get(t);
        var mine = work.get(t);
        running.add(threads.submit(() -> oneThread(search, mine, time, steps, first, last, keepBest)));
      }
      for (var each : running) each.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("search interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("search failed", failed.getCause());
    }
  }

  private void oneThread(Annealing search, List<Group> mine, long time, long steps, double first, double last, boolean keepBest) {
    var watch = new Watch(limits.clock());
    long end = watch.now() + time;
    long all = Groups.size(mine);
    for (var group : mine) {
      long size = group.visits().length;
      long share = (end - watch.now()) * size / Math.max(1, all);
      long most = steps == Long.MAX_VALUE ? Long.MAX_VALUE : steps * size / Math.max(1, all);
      all -= size;
      if (steps != Long.MAX_VALUE) steps -= most;
      search.first = first;
      search.last = last;
      search.keepBest = keepBest;
      search.shut(group.shut());
      search.run(group.visits(), group.routes(), watch, watch.now() + share, most);
    }
  }

  long steps() {
    return searches.stream().mapToLong(s -> s.steps).sum();
  }
}
