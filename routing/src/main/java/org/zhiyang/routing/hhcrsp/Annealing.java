package org.zhiyang.routing.hhcrsp;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.zhiyang.routing.SearchLimits;

/**
 * One search: simulated annealing in several coolings. Small problems are cooled again and again from the best plan so far, at a lower first heat; large ones freeze
 * into one of many shapes that are as good by chance, so that each cooling begins anew and the best of them counts. A move is judged against a limit drawn
 * beforehand, so that most are dismissed by travel alone or while the starts are still being recomputed.
 */
final class Annealing {
  /** Heats in mean ways: at three nearly every change is taken, at a fiftieth hardly a detour. */
  private static final double LAST_HEAT = 0.02;
  /** Services from which a problem is large, and how long one of its coolings should take for each of them. */
  private static final int LARGE = 80;
  private static final double SECONDS_A_SERVICE = 0.025;

  private final Model model;
  private final SearchLimits limits;
  private final SplittableRandom chance;
  private final Rounds rounds;
  private final long began;
  private List<int[]> best;
  private long bestCost;
  private boolean bestLegal;
  private final double scale;
  private final boolean large;
  private final int coolings;

  /** @param began when the planning began, by {@link System#nanoTime}; by the processor's clock the thread that makes the search counts from there */
  Annealing(Model model, SearchLimits limits, long seed, long began) {
    this.model = model;
    this.limits = limits;
    chance = new SplittableRandom(seed);
    this.began = limits.clock() == SearchLimits.Clock.PROCESSOR ? clock() : began;
    best = Construction.routes(model);
    rounds = new Rounds(model, best);
    bestCost = rounds.cost();
    bestLegal = rounds.legal();
    scale = Math.max(1, (double) bestTravel() / Math.max(1, model.services));
    large = model.services > LARGE;
    coolings = model.services <= 20 ? 20 : !large ? 4 : (int) Math.clamp(limits.time().toSeconds() / (model.services * SECONDS_A_SERVICE), 1, 6);
  }

  private long bestTravel() {
    long sum = 0;
    for (int i = 0; i < model.services; i++) sum += model.travel(rounds.prev[i], i);
    return sum;
  }

  void run() {
    if (model.services == 0) return;
    double heat = 0;
    int cooling = -1;
    for (long step = 0; step < limits.iterations(); step++) {
      if ((step & 127) == 0) {
        double progress = Math.max((double) (clock() - began) / Math.max(1, limits.time().toNanos()), limits.iterations() == Long.MAX_VALUE ? 0 : (double) step / limits.iterations());
        if (progress >= 1) break;
        int now = (int) (progress * coolings);
        if (now != cooling) {
          cooling = now;
          if (!large && now % 4 != 0) rounds.load(best);
        }
        double first = large ? 1 : cooling % 4 == 0 ? 3 : 0.9;
        heat = scale * first * Math.pow(LAST_HEAT / first, progress * coolings - now);
      }
      step(heat);
    }
  }

  List<int[]> best() {
    return best;
  }

  private void step(double heat) {
    long limit = rounds.cost() + (long) (-Math.log(1 - chance.nextDouble()) * heat);
    if (propose() && rounds.allowed() && rounds.settle(limit) && rounds.cost() <= limit) {
      rounds.keep();
      if (rounds.cost() < bestCost) {
        bestCost = rounds.cost();
        bestLegal = rounds.legal();
        best = rounds.routes();
      }
    } else {
      rounds.undo();
    }
  }

  private boolean propose() {
    int i = chance.nextInt(model.services);
    int kind = chance.nextInt(100);
    if (kind < 25) return relocate(i);
    if (kind < 40) return relocateByTime(i, rounds.start[i]);
    if (kind < 48) return relocateSegment(i, 2 + chance.nextInt(3));
    if (kind < 62) return exchange(i);
    if (kind < 84) return tails(i);
    return model.mate[i] >= 0 ? relocate(i) && relocateByTime(model.mate[i], besideMate(i)) : relocateByTime(i, rounds.start[i]);
  }

  /** The place to put a service after: a near service, or now and then an office or any place at all. Negative: none. */
  private int before(int i) {
    var near = model.near[i];
    int any = chance.nextInt(100);
    if (near.length == 0 || any < 8) return model.services + chance.nextInt(model.carers);
    if (any < 12) return chance.nextInt(model.services);
    int k = (int) (near.length * chance.nextDouble() * chance.nextDouble());
    return near[k];
  }

  private boolean relocate(int i) {
    int after = before(i);
    if (after == i || after == rounds.prev[i] || !model.able[rounds.carer[after]][i]) return false;
    rounds.move(i, i, after);
    return true;
  }

  /** Puts a service into the round of any carer who may do it, where that time lies. */
  private boolean relocateByTime(int i, long time) {
    var able = model.ableCarers[i];
    int at = model.services + able[chance.nextInt(able.length)];
    while (rounds.next[at] < model.services && (rounds.next[at] == i || rounds.start[rounds.next[at]] < time)) at = rounds.next[at];
    if (at == i) at = rounds.prev[i];
    rounds.move(i, i, at);
    return true;
  }

  /** When the mate of a service that has just been moved should start. */
  private long besideMate(int i) {
    int from = rounds.prev[i];
    long start = Math.max(model.earliest[i], rounds.start[from] + model.duration[from] + model.travel(from, i));
    return model.part[i] == 0 ? start + model.lead[i] : start - model.lead[model.mate[i]];
  }

  private boolean relocateSegment(int i, int length) {
    int after = before(i);
    if (after == i) return false;
    int last = i;
    for (int k = 1; k < length && rounds.next[last] < model.services; k++) {
      last = rounds.next[last];
      if (last == after) return false;
    }
    if (after == rounds.prev[i] || !model.able[rounds.carer[after]][i]) return false;
    rounds.move(i, last, after);
    return true;
  }

  private boolean exchange(int i) {
    int j = rounds.next[before(i)];
    if (j >= model.services || j == i) return false;
    rounds.swap(i, j);
    return true;
  }

  private boolean tails(int i) {
    int a = before(i);
    int b = rounds.prev[i];
    if (rounds.carer[a] == rounds.carer[b]) return false;
    rounds.exchangeTails(a, b);
    return true;
  }

  long cost() {
    return bestCost;
  }

  boolean legal() {
    return bestLegal;
  }

  private long clock() {
    return limits.clock() == SearchLimits.Clock.PROCESSOR ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
  }
}
