package org.zhiyang.bench.dispatch;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.check.CareChecker;

/** Timefold with its usual phases, one thread (more are not free) and no assertions. */
final class TimefoldWeek implements WeekPeer {
  @Override
  public String name() {
    return "timefold";
  }

  @Override
  public CarePlan solve(CareProblem problem, double seconds, long seed) {
    double service = problem.visits().stream().mapToLong(v -> v.minutes()).sum();
    double shifts = problem.carers().stream().flatMap(c -> c.shifts().stream()).mapToLong(s -> s.to() - s.from()).sum();
    TimefoldWeekRules.weights = problem.weights();
    TimefoldWeekRules.load = 1.1 * service / shifts;
    var config = new SolverConfig().withSolutionClass(TimefoldWeekPlan.class).withEntityClasses(TimefoldWeekPlan.Turn.class, TimefoldWeekPlan.Call.class)
        .withConstraintProviderClass(TimefoldWeekRules.class).withRandomSeed(seed).withEnvironmentMode(EnvironmentMode.NO_ASSERT);
    var solver = SolverFactory.<TimefoldWeekPlan>create(config).buildSolver();
    var worker = Thread.currentThread();
    var stopper = Thread.ofPlatform().daemon().start(() -> stop(worker, seconds, solver::terminateEarly));
    var best = solver.solve(TimefoldWeekPlan.of(problem));
    stopper.interrupt();
    return plan(problem, best);
  }

  private static void stop(Thread worker, double seconds, Runnable stop) {
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getThreadCpuTime(worker.threadId()) + (long) (seconds * 1e9);
    try {
      while (worker.isAlive() && threads.getThreadCpuTime(worker.threadId()) < end) Thread.sleep(5);
      stop.run();
    } catch (InterruptedException finished) {
      Thread.currentThread().interrupt();
    }
  }

  private static CarePlan plan(CareProblem problem, TimefoldWeekPlan best) {
    var stops = new ArrayList<CarePlan.Stop>();
    var unserved = new ArrayList<String>();
    for (var call : best.calls) {
      boolean half = call.partner != null && (call.partner.turn == null || call.partner.timing == null);
      if (call.turn == null || call.timing == null || half) unserved.add(call.visit.id());
      else stops.add(new CarePlan.Stop(call.visit.id(), call.turn.carer.id(), call.timing.start()));
    }
    stops.sort(Comparator.comparing(CarePlan.Stop::carer).thenComparingInt(CarePlan.Stop::start));
    if (best.score.hardScore() < 0) System.out.println("  timefold ended on a plan that breaks hard rules: " + best.score);
    return new CarePlan(stops, unserved, CareChecker.score(problem, stops, CareProblem.TOLERANCE));
  }
}
