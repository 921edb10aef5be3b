package org.zhiyang.routing.vrptw.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.VrptwPlan;
import org.zhiyang.routing.vrptw.VrptwProblem;

/** Runs one search per thread over the same problem; they show each other their best plans now and then. With one thread the way depends on the seed alone. */
public final class IslandSearch {
  private IslandSearch() {}

  /** The best legal plan when the limits are reached; empty when none was found with the vehicles given. */
  public static Optional<VrptwPlan> search(VrptwProblem problem, Objective objective, SearchLimits limits) {
    if (problem.customers() == 0) return Optional.of(new VrptwPlan(List.of(), 0));
    long began = System.nanoTime();
    var preparation = new Preparation(problem, limits.threads(), Runtime.getRuntime().maxMemory());
    var board = new Board(preparation.bare, objective);
    var islands = new ArrayList<Island>();
    for (int i = 0; i < limits.threads(); i++) {
      islands.add(new Island(preparation, problem.vehicles(), objective, limits.seed() + 1_000_003L * i, board, limits, began));
    }
    if (islands.size() == 1) islands.getFirst().run();
    else runTogether(islands);
    return board.plan();
  }

  private static void runTogether(List<Island> islands) {
    try (var threads = Executors.newFixedThreadPool(islands.size())) {
      var running = new ArrayList<Future<?>>();
      for (var island : islands) running.add(threads.submit(island));
      for (var each : running) each.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("search failed", failed.getCause());
    }
  }
}
