package org.zhiyang.routing.vrptw.search;

import java.util.Arrays;

/**
 * Takes routes out of a legal plan one by one. The customers of a dissolved route wait in a stack; the one on top goes into any route where it fits; else it is squeezed in
 * with the local search mending what breaks; else others make room for it and wait instead, those who were seldom in trouble so far, and the plan is
 * shaken. The plan is legal all the time but for the customers who wait.
 */
final class FleetReduction {
  private static final int SHAKES = 400;
  private static final int LAST_ROUTES = 20;
  /** What taking a customer from the stack costs beside the search for leavers, in nodes visited. */
  private static final int CUSTOMER_WORK = 20_000;

  private final Instance instance;
  private final Rng rng;
  private final Watch watch;
  private final Tours tours;
  private final LocalSearch mending;
  private final Ejection ejection;
  private final Shaking shaking;
  private final int[] trouble;
  private final int[] stack;
  private final boolean[] waiting;
  private int height;
  /** The last plan in which nobody waited. */
  private final Plan whole;
  private final Plan kept;

  /** @param instance with as many vehicles as the first plan may need */
  FleetReduction(Instance instance, Rng rng, Watch watch) {
    this.instance = instance.withoutDistances();
    this.rng = rng;
    this.watch = watch;
    tours = new Tours(this.instance);
    trouble = new int[instance.size];
    mending = new LocalSearch(tours, rng, watch);
    ejection = new Ejection(tours, trouble, rng, watch);
    shaking = new Shaking(tours, rng);
    stack = new int[instance.n];
    waiting = new boolean[instance.size];
    whole = new Plan(instance);
    kept = new Plan(instance);
  }

  /** The legal plan with the fewest routes so far; its distance counts as 0. */
  Plan plan() {
    return whole;
  }

  /**
   * Begins with each customer, in the order of their due times, in the first route where it fits. This is done to the end whatever the time: when that is over, the
   * customers left look only at the ends of the routes opened last.
   */
  void startGreedily() {
    tours.clear();
    var order = new long[instance.n];
    for (int c = 1; c <= instance.n; c++) order[c - 1] = instance.late[c] * instance.size + c;
    Arrays.sort(order);
    int used = 0;
    for (long key : order) {
      int c = (int) (key % instance.size);
      if (watch.over(0)) {
        int r = endFor(c, used);
        append(c, r < 0 ? used++ : r);
        continue;
      }
      int behind = placeFor(c, 0, used);
      if (behind < 0) behind = tours.first(used++);
      insert(c, behind);
    }
    for (int r = 0; r < used; r++) tours.refresh(r);
    tours.store(whole);
  }

  /** One of the last of {@code used} routes, at whose end the customer fits; -1 when there is none. */
  private int endFor(int customer, int used) {
    for (int r = Math.max(0, used - LAST_ROUTES); r < used; r++) {
      if (tours.load[r] + tours.demand[customer] <= instance.capacity && shaking.fits(tours.prev[tours.last(r)], customer, tours.last(r))) return r;
    }
    return -1;
  }

  /** Renews only what the next one needs: going along a long route for each of its customers takes long. */
  private void append(int customer, int r) {
    int end = tours.prev[tours.last(r)];
    tours.link(end, customer);
    tours.link(customer, tours.last(r));
    tours.begin[customer] = Math.max(tours.early[customer], tours.begin[end] + tours.time(end, customer));
    tours.load[r] += tours.demand[customer];
  }

  void start(Plan legal) {
    whole.copy(legal);
  }

  /** Tries to do with one route less than {@link #plan}; gives up after so much work (a hundred million take about half a second), or when the time is over. */
  boolean removeRoute(long work) {
    tours.load(whole);
    if (whole.routes <= 1) return false;
    Arrays.fill(trouble, 1);
    Arrays.fill(waiting, false);
    height = 0;
    int gone = rng.below(whole.routes);
    for (int at = tours.next[tours.first(gone)]; tours.isCustomer(at); at = tours.next[at]) push(at);
    tours.link(tours.first(gone), tours.last(gone));
    tours.refresh(gone);
    for (long done = 0; height > 0; done += CUSTOMER_WORK) {
      if (done >= work || watch.over()) return false;
      int customer = stack[height - 1];
      int behind = placeFor(customer, rng.below(tours.routes), tours.routes);
      if (behind >= 0) {
        pop();
        insert(customer, behind);
      } else if (!squeeze(customer)) {
        trouble[customer]++;
        if (!eject(customer)) return false;
        done += ejection.visited();
        shaking.shake(SHAKES, waiting);
      }
    }
    tours.store(whole);
    return true;
  }

  private void push(int customer) {
    stack[height++] = customer;
    waiting[customer] = true;
  }

  private int pop() {
    int customer = stack[--height];
    waiting[customer] = false;
    return customer;
  }

  private void insert(int customer, int behind) {
    tours.link(customer, tours.next[behind]);
    tours.link(behind, customer);
    tours.refresh(tours.route[behind]);
  }

  /** A node behind which the customer fits, in one of the {@code count} routes from {@code from} on that are in use; -1 when there is none. */
  private int placeFor(int customer, int from, int count) {
    for (int i = 0; i < count; i++) {
      int r = (from + i) % tours.routes;
      watch.over(1);
      if (tours.count[r] == 0 || tours.load[r] + tours.demand[customer] > instance.capacity) continue;
      watch.over(tours.count[r]);
      int start = tours.first(r);
      int place = -1;
      int seen = 0;
      for (int behind = start; behind != tours.last(r); behind = tours.next[behind]) {
        if (shaking.fits(behind, customer, tours.next[behind]) && rng.below(++seen) == 0) place = behind;
      }
      if (place >= 0) return place;
    }
    return -1;
  }

  /** Puts the customer where it breaks least and lets the local search make the plan legal; undone when that fails. */
  private boolean squeeze(int customer) {
    double loadWeight = 1.0 + (double) instance.late[0] / Math.max(1, instance.capacity);
    double least = Double.MAX_VALUE;
    int place = -1;
    for (int r = 0; r < tours.routes; r++) {
      if (tours.count[r] == 0) continue;
      double tooMuch = loadWeight * Math.max(0, tours.load[r] + tours.demand[customer] - instance.capacity);
      for (int behind = tours.first(r); behind != tours.last(r) && tooMuch < least; behind = tours.next[behind]) {
        double broken = tooMuch + warpThrough(behind, customer);
        if (broken < least) {
          least = broken;
          place = behind;
        }
      }
    }
    if (place < 0) return false;
    tours.store(kept);
    insert(customer, place);
    mending.mend(loadWeight, 1, waiting);
    if (isLegal()) {
      pop();
      return true;
    }
    tours.load(kept);
    return false;
  }

  private boolean isLegal() {
    for (int r = 0; r < tours.routes; r++) if (tours.warp[r] > 0 || tours.load[r] > instance.capacity) return false;
    return true;
  }

  private long warpThrough(int before, int c) {
    int after = tours.next[before];
    long clock = Math.max(tours.early[c], tours.begin[before] + tours.time(before, c));
    long late = Math.max(0, clock - tours.late[c]);
    clock -= late;
    return late + Math.max(0, clock + tours.time(c, after) - tours.latest[after]);
  }

  private boolean eject(int customer) {
    if (!ejection.find(customer)) return false;
    pop();
    int r = tours.route[ejection.bestPlace];
    insert(customer, ejection.bestPlace);
    for (int i = 0; i < ejection.bestCount; i++) {
      int leaver = ejection.bestLeavers[i];
      tours.link(tours.prev[leaver], tours.next[leaver]);
      push(leaver);
    }
    tours.refresh(r);
    return true;
  }
}
