package org.zhiyang.routing.vrptw.search;

import java.util.Arrays;

/** One search over one instance: a population of plans, each new one crossed from two and improved. Not for several threads at once. */
final class GeneticSearch {
  private static final int LARGE = 500;

  private final Instance instance;
  private final Settings settings;
  private final Rng rng;
  private final Tours tours;
  private final LocalSearch localSearch;
  private final Crossover crossover;
  private final Insertion insertion;
  private final boolean[] placed;
  private final Penalties penalties;
  private final Subpopulation legal;
  private final Subpopulation illegal;
  private final Plan child;
  private final Plan best;
  private boolean found;
  private int grown;
  private long idle;
  private double bestOfPopulation = Double.MAX_VALUE;

  GeneticSearch(Instance instance, Settings settings, long seed, Watch watch) {
    this.instance = instance;
    this.settings = settings;
    rng = new Rng(seed);
    tours = new Tours(instance);
    localSearch = new LocalSearch(tours, rng, watch);
    crossover = new Crossover(tours, rng, watch);
    insertion = new Insertion(tours, rng, watch);
    placed = new boolean[instance.size];
    penalties = new Penalties(instance, settings.legalPercent());
    legal = new Subpopulation(instance, settings);
    illegal = new Subpopulation(instance, settings);
    child = new Plan(instance);
    best = new Plan(instance);
  }

  /** Whether a legal plan is known; {@link #best} is it. */
  boolean found() {
    return found;
  }

  Plan best() {
    return best;
  }

  long judged() {
    return localSearch.judged();
  }

  /** Makes one new plan; none when the time is over before it is whole. */
  void step() {
    if (grown < 4 * settings.survivors()) {
      grown++;
      if (rng.percent(settings.scatterPercent())) scatter();
      else if (!insertAll()) return;
    } else {
      var first = parent();
      var second = parent();
      for (int tries = 0; first == second && tries < 10; tries++) second = parent();
      if (!crossover.cross(first, second, child, penalties.load, penalties.warp)) return;
      idle++;
    }
    improve(1);
    boolean priced = penalties.note(child);
    keep();
    if (!child.legal() && rng.percent(settings.repairPercent())) {
      improve(10);
      if (child.legal()) keep();
    }
    if (priced) illegal.reprice(penalties.load, penalties.warp);
    if (idle > settings.patience()) startAnew();
  }

  /** Takes a legal plan from outside into the population. */
  void welcome(Plan plan) {
    child.copy(plan);
    keep();
  }

  /**
   * Takes a legal plan and at once what the local search makes of it, so that little time gives a fair plan. In a large one the time may be over before it is done: there it is
   * kept from leaving the legal plans at all.
   */
  void begin(Plan plan) {
    welcome(plan);
    improve(instance.n <= LARGE ? 100 : 1e7);
    keep();
  }

  private void improve(double weight) {
    tours.load(child);
    localSearch.improve(penalties.load * weight, penalties.warp * weight, rng.percent(settings.widePercent()));
    tours.store(child);
  }

  private void keep() {
    if (!child.legal()) {
      illegal.add(child, child.cost(penalties.load, penalties.warp));
      return;
    }
    legal.add(child, child.distance);
    if (child.distance < bestOfPopulation) {
      bestOfPopulation = child.distance;
      idle = 0;
    }
    if (!found || child.distance < best.distance) {
      found = true;
      best.copy(child);
    }
  }

  private void startAnew() {
    legal.clear();
    illegal.clear();
    grown = 0;
    idle = 0;
    bestOfPopulation = Double.MAX_VALUE;
  }

  /** Every customer in a route chosen by chance. */
  private void scatter() {
    int routes = tours.routes;
    tours.clear();
    for (int i = 0; i < instance.n; i++) child.tour[i] = i + 1;
    rng.shuffle(child.tour, instance.n);
    for (int i = 0; i < instance.n; i++) {
      int r = rng.below(routes);
      int last = tours.last(r);
      tours.link(tours.prev[last], child.tour[i]);
      tours.link(child.tour[i], last);
    }
    for (int r = 0; r < routes; r++) tours.refresh(r);
    tours.store(child);
  }

  /** Every customer, in random order, where it costs least. */
  private boolean insertAll() {
    Arrays.fill(placed, false);
    tours.clear();
    if (!insertion.insertMissing(placed, penalties.load, penalties.warp)) return false;
    tours.store(child);
    return true;
  }

  /** The better of two plans drawn by chance from all. */
  private Plan parent() {
    int all = legal.size() + illegal.size();
    int a = rng.below(all);
    int b = rng.below(all);
    return fitness(a) <= fitness(b) ? plan(a) : plan(b);
  }

  private double fitness(int place) {
    return place < legal.size() ? legal.fitness(place) : illegal.fitness(place - legal.size());
  }

  private Plan plan(int place) {
    return place < legal.size() ? legal.plan(place) : illegal.plan(place - legal.size());
  }
}
