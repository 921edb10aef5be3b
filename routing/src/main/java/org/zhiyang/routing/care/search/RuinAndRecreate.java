package org.zhiyang.routing.care.search;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareIntake;
import org.zhiyang.routing.care.CareOption;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSolver;

/** The engine of this module behind the interface. Holds nothing but the last plan asked about; any number of threads may use it. */
public final class RuinAndRecreate implements CareSolver {
  private final AtomicReference<@Nullable SoftReference<Asking>> last = new AtomicReference<>();

  @Override
  public CarePlan solve(CareProblem problem, SearchLimits limits, Consumer<Progress> progress) {
    long began = System.nanoTime();
    var watch = new Watch(limits.clock());
    long from = watch.now();
    CareIntake.check(problem);
    var shop = new Workshop(problem, CareProblem.TOLERANCE, problem.weights(), List.of());
    shop.layFrozen();
    var placing = new Placing(shop.desk, shop.grounds, new int[0][], new Chance(limits.seed()));
    var first = new FirstPlan(shop.desk);
    for (var part : shop.parts.visits()) first.greedy(part, placing);
    shop.board.renewFairness();
    progress.accept(new Progress(Duration.ofNanos(System.nanoTime() - began), shop.score()));
    long left = limits.time().toNanos() - (watch.now() - from);
    if (left > 0 && shop.model.n > 0 && shop.model.roster.routes > 0) {
      new Improvement(shop, limits, left / 1e9).run(watch, from, () -> progress.accept(new Progress(Duration.ofNanos(System.nanoTime() - began), shop.score())));
    }
    return shop.checkedPlan();
  }

  @Override
  public Repair repair(CareProblem changed, RepairLimits limits) {
    return new Repairing(changed, limits).run();
  }

  @Override
  public List<CareOption> options(CareProblem problem, CarePlan plan, String visit, @Nullable String carer, @Nullable Integer start) {
    return asking(problem, plan).options(visit, carer, start);
  }

  @Override
  public List<Unserved> unserved(CareProblem problem, CarePlan plan) {
    return asking(problem, plan).unserved();
  }

  /** Laying a plan out takes longer than a question, and several are asked about the same plan. */
  private Asking asking(CareProblem problem, CarePlan plan) {
    var kept = last.get();
    var asking = kept == null ? null : kept.get();
    if (asking == null || asking.problem != problem || asking.plan != plan) {
      asking = new Asking(problem, plan);
      last.set(new SoftReference<>(asking));
    }
    return asking;
  }
}
