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

  private final Preparation preparation;
  private final int vehicles;
  private final Objective objective;
  private final Rng rng;
  private final long seed;
  private final Board board;
  private final SearchLimits limits;
  private final long began;
  private final Plan visitor;
  private @Nullable FleetReduction reduction;

  Island(Preparation preparation, int vehicles, Objective objective, long seed, Board board, SearchLimits limits, long began) {
    this.preparation = preparation;
    this.vehicles = vehicles;
    this.objective = objective;
    this.seed = seed;
    this.board = board;
    this.limits = limits;
    this.began = began;
    rng = new Rng(seed ^ 0x5DEECE66DL);
    visitor = new Plan(preparation.bare);
  }

  @Override
  public void run() {
    var watch = new Watch(limits, began);
    var first = firstPlan(watch);
    var instance = preparation.full(watch);
    if (instance == null) return;
    var start = fewerRoutes(first, instance, watch);
    if (start == null) return;
    var search = searchFrom(start, instance, watch);
    for (long i = 1; i <= limits.iterations() && !watch.over(); i++) {
      search.step();
      if (i % GLANCE == 0) search = glance(search, instance, watch);
      if (objective == Objective.VEHICLES && dueForReduction(i)) search = saveRoute(search, instance, watch);
    }
    if (search.found()) board.offer(search.best(), this);
  }

  /** What comes of putting one customer after the other where it fits. Stands on the board at once when it needs no more than the vehicles. */
  private Plan firstPlan(Watch watch) {
    var greedy = new FleetReduction(preparation.bare, rng, watch);
    greedy.startGreedily();
    offer(greedy.plan(), preparation.bare);
    return greedy.plan();
  }

  /** A legal plan within the vehicles; with as few routes as can be had when that is the goal. Null when none was found in time. */
  private @Nullable Plan fewerRoutes(Plan first, Instance instance, Watch watch) {
    if (first.routes <= vehicles && objective == Objective.DISTANCE) return first;
    var reducing = new FleetReduction(instance, rng, watch);
    reducing.start(first);
    while (reducing.plan().routes > vehicles) {
      if (watch.over()) return null;
      reducing.removeRoute(ATTEMPT_WORK);
    }
    if (objective == Objective.VEHICLES) {
      reduction = reducing;
      for (int failed = 0; failed < FIRST_ATTEMPTS && reducing.plan().routes > instance.leastRoutes(); ) {
        if (!reducing.removeRoute(ATTEMPT_WORK)) failed++;
      }
    }
    return reducing.plan();
  }

  /** Shows a plan whose distance is not known yet, unless it has too many routes; it then stands in {@link #visitor}. */
  private void offer(Plan plan, Instance instance) {
    if (plan.routes > vehicles) return;
    var tours = new Tours(instance);
    tours.load(plan);
    tours.store(visitor);
    board.offer(visitor, this);
  }

  private GeneticSearch searchFrom(Plan plan, Instance instance, Watch watch) {
    int routes = objective == Objective.VEHICLES ? plan.routes : Math.min(vehicles, Math.max(plan.routes + 10, plan.routes * 3 / 2));
    var made = instance.withVehicles(routes);
    offer(plan, made);
    var search = new GeneticSearch(made, Settings.USUAL, seed, watch);
    search.begin(visitor);
    return search;
  }

  /** Often in the beginning, when a new start loses little, then seldom. */
  private static boolean dueForReduction(long step) {
    return step % REDUCTION_PAUSE == 0 && (step <= 5 * REDUCTION_PAUSE || step % (4 * REDUCTION_PAUSE) == 0);
  }

  private GeneticSearch glance(GeneticSearch search, Instance instance, Watch watch) {
    board.offer(search.best(), this);
    if (!board.take(search.best(), visitor, this)) return search;
    if (visitor.routes < search.best().routes && objective == Objective.VEHICLES) return searchFrom(visitor, instance, watch);
    search.welcome(visitor);
    return search;
  }

  private GeneticSearch saveRoute(GeneticSearch search, Instance instance, Watch watch) {
    if (reduction == null || search.best().routes <= instance.leastRoutes()) return search;
    reduction.start(search.best());
    return reduction.removeRoute(ATTEMPT_WORK) ? searchFrom(reduction.plan(), instance, watch) : search;
  }
}
