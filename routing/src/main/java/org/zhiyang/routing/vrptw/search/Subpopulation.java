package org.zhiyang.routing.vrptw.search;

/** The legal or the illegal plans, ordered by cost; each is also judged by how much it differs from those most like it. Full, it drops twins and the worst. */
final class Subpopulation {
  private final Settings settings;
  private final Plan[] plans;
  private final double[] cost;
  private final double[] fitness;
  /** Broken pairs between the plans in places i and j, in cell {@code i*capacity+j}. */
  private final int[] broken;
  private final int capacity;
  private final Plan[] spare;
  private int spares;
  private int size;
  private final double[] difference;
  private final int[] rank;

  Subpopulation(Instance instance, Settings settings) {
    this.settings = settings;
    capacity = settings.survivors() + settings.generation() + 1;
    plans = new Plan[capacity];
    spare = new Plan[capacity];
    for (int i = 0; i < capacity; i++) spare[i] = new Plan(instance);
    spares = capacity;
    cost = new double[capacity];
    fitness = new double[capacity];
    difference = new double[capacity];
    rank = new int[capacity];
    broken = new int[capacity * capacity];
  }

  int size() {
    return size;
  }

  Plan plan(int place) {
    return plans[place];
  }

  double fitness(int place) {
    return fitness[place];
  }

  void clear() {
    while (size > 0) spare[spares++] = plans[--size];
  }

  void add(Plan plan, double planCost) {
    var kept = spare[--spares];
    kept.copy(plan);
    int place = size++;
    while (place > 0 && cost[place - 1] > planCost) place--;
    shift(place, 1);
    plans[place] = kept;
    cost[place] = planCost;
    for (int i = 0; i < size; i++) {
      int pairs = i == place ? Integer.MAX_VALUE : kept.brokenPairs(plans[i]);
      broken[place * capacity + i] = pairs;
      broken[i * capacity + place] = pairs;
    }
    if (size >= capacity) {
      while (size > settings.survivors()) {
        rate();
        remove(worst());
      }
    }
    rate();
  }

  /** Opens (1) or closes (-1) a place, in the lists and in the table of broken pairs. */
  private void shift(int place, int by) {
    if (by > 0) {
      for (int i = size - 1; i > place; i--) move(i - 1, i);
      for (int i = 0; i < size; i++) System.arraycopy(broken, i * capacity + place, broken, i * capacity + place + 1, size - 1 - place);
    } else {
      for (int i = place; i < size; i++) move(i + 1, i);
      for (int i = 0; i < size; i++) System.arraycopy(broken, i * capacity + place + 1, broken, i * capacity + place, size - place);
    }
  }

  private void move(int from, int to) {
    plans[to] = plans[from];
    cost[to] = cost[from];
    System.arraycopy(broken, from * capacity, broken, to * capacity, capacity);
  }

  private void remove(int place) {
    spare[spares++] = plans[place];
    size--;
    shift(place, -1);
  }

  /** A twin of a better plan if there is one, else the plan with the worst fitness; never the cheapest. */
  private int worst() {
    int found = size - 1;
    boolean twin = false;
    for (int i = 1; i < size; i++) {
      boolean isTwin = nearest(i) == 0;
      if (isTwin && !twin || isTwin == twin && fitness[i] >= fitness[found]) {
        found = i;
        twin = isTwin;
      }
    }
    return found;
  }

  private int nearest(int place) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < size; i++) least = Math.min(least, broken[place * capacity + i]);
    return least;
  }

  /** Renews every plan's fitness, the lower the better: its rank by cost plus, beyond the elite, its rank by difference. */
  private void rate() {
    for (int i = 0; i < size; i++) {
      difference[i] = averageOfNearest(i);
      int at = i;
      while (at > 0 && difference[rank[at - 1]] < difference[i]) {
        rank[at] = rank[at - 1];
        at--;
      }
      rank[at] = i;
    }
    double weight = 1 - Math.min(1.0, (double) settings.elite() / size);
    for (int i = 0; i < size; i++) fitness[rank[i]] = rank[i] + weight * i;
  }

  private double averageOfNearest(int place) {
    int wanted = Math.min(settings.close(), size - 1);
    long sum = 0;
    int floor = -1;
    int taken = 0;
    while (taken < wanted) {
      int least = Integer.MAX_VALUE;
      int times = 0;
      for (int i = 0; i < size; i++) {
        int pairs = broken[place * capacity + i];
        if (i == place || pairs <= floor || pairs > least) continue;
        if (pairs < least) {
          least = pairs;
          times = 0;
        }
        times++;
      }
      int used = Math.min(times, wanted - taken);
      sum += (long) used * least;
      taken += used;
      floor = least;
    }
    return wanted == 0 ? 0 : (double) sum / wanted;
  }

  /** Takes the costs anew after the penalties have changed. */
  void reprice(double loadPenalty, double warpPenalty) {
    for (int i = 0; i < size; i++) cost[i] = plans[i].cost(loadPenalty, warpPenalty);
    for (int i = 1; i < size; i++) {
      for (int j = i; j > 0 && cost[j - 1] > cost[j]; j--) swap(j - 1, j);
    }
    if (size > 0) rate();
  }

  private void swap(int a, int b) {
    var plan = plans[a];
    plans[a] = plans[b];
    plans[b] = plan;
    double kept = cost[a];
    cost[a] = cost[b];
    cost[b] = kept;
    for (int i = 0; i < size; i++) swapCells(a * capacity + i, b * capacity + i);
    for (int i = 0; i < size; i++) swapCells(i * capacity + a, i * capacity + b);
  }

  private void swapCells(int a, int b) {
    int kept = broken[a];
    broken[a] = broken[b];
    broken[b] = kept;
  }
}
