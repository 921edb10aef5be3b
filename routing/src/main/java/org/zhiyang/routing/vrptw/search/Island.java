package org.zhiyang.routing.vrptw.search;

import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.vrptw.Objective;

/** One thread's search: a first legal plan, fewer routes where that is wanted or needed, then new plans until the limits. All phases are counted in work, not in time. */
final class Island implements Runnable {
  /** New plans between two looks at the board, and between two tries to save a route. */
  private static final int GLANCE = 100;
  private static final int REDUCTION_PAUSE = 500;
  /** How often saving a route may fail at the beginning, and how much work an attempt may take. */
  private static final int FIRST_ATTEMPTS = 2;
  private static final long ATTEMPT_WORK = 30_000_000;

  private final Instance instance;
  private final int vehicles;
  private final Objective objective;
  private final Rng rng;
  private final long seed;
  private final Board board;
  private final SearchLimits limits;
  private final long began;
  private final Plan visitor;
  private @Nullable FleetReduction reduction;

  /** @param instance with as many vehicles as customers */
  Island(Instance instance, int vehicles, Objective objective, long seed, Board board, SearchLimits limits, long began) {
    this.instance = instance;
    this.vehicles = vehicles;
    this.objective = objective;
    this.seed = seed;
    this.board = board;
    this.limits = limits;
    this.began = began;
    rng = new Rng(seed ^ 0x5DEECE66DL);
    visitor = new Plan(instance);
  }

  @Override
  public void run() {
    var watch = new Watch(limits, began);
    var first = firstPlan(watch);
    if (first == null) return;
    var search = searchFrom(first);
    for (long i = 1; i <= limits.iterations() && !watch.over(); i++) {
      search.step();
      if (i % GLANCE == 0) search = glance(search);
      if (objective == Objective.VEHICLES && dueForReduction(i)) search = saveRoute(search, watch);
    }
    if (search.found()) board.offer(search.best(), this);
  }

  /** A legal plan within the vehicles; with as few routes as can be had when that is the goal. Null when none was found in time. */
  private @Nullable Plan firstPlan(Watch watch) {
    var reducing = new FleetReduction(instance, rng);
    reducing.startGreedily();
    int least = instance.leastRoutes();
    while (reducing.plan().routes > vehicles) {
      if (watch.over()) return null;
      reducing.removeRoute(ATTEMPT_WORK, watch);
    }
    if (objective == Objective.VEHICLES) {
      reduction = reducing;
      for (int failed = 0; failed < FIRST_ATTEMPTS && reducing.plan().routes > least; ) {
        if (!reducing.removeRoute(ATTEMPT_WORK, watch)) failed++;
      }
    }
    return reducing.plan();
  }

  private GeneticSearch searchFrom(Plan plan) {
    int routes = objective == Objective.VEHICLES ? plan.routes : Math.min(vehicles, Math.max(plan.routes + 10, plan.routes * 3 / 2));
    var made = instance.withVehicles(routes);
    var tours = new Tours(made);
    tours.load(plan);
    tours.store(visitor);
    board.offer(visitor, this);
    var search = new GeneticSearch(made, Settings.USUAL, seed);
    search.begin(visitor);
    return search;
  }

  /** Often in the beginning, when a new start loses little, then seldom. */
  private static boolean dueForReduction(long step) {
    return step % REDUCTION_PAUSE == 0 && (step <= 5 * REDUCTION_PAUSE || step % (4 * REDUCTION_PAUSE) == 0);
  }

  private GeneticSearch glance(GeneticSearch search) {
    board.offer(search.best(), this);
    if (!board.take(search.best(), visitor, this)) return search;
    if (visitor.routes < search.best().routes && objective == Objective.VEHICLES) return searchFrom(visitor);
    search.welcome(visitor);
    return search;
  }

  private GeneticSearch saveRoute(GeneticSearch search, Watch watch) {
    if (reduction == null || search.best().routes <= instance.leastRoutes()) return search;
    reduction.start(search.best());
    return reduction.removeRoute(ATTEMPT_WORK, watch) ? searchFrom(reduction.plan()) : search;
  }
}
