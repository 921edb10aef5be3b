package org.zhiyang.bench.dispatch;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.routing.care.city.CityWeek;

/** How processor time grows with the city: for the first legal plan, and for the same number of iterations for each visit; one thread. */
final class Growth {
  static final int ITERATIONS_PER_VISIT = 12;

  record Result(double first, double iterations) {}

  private final CareSolver solver;
  private final int[] sizes;

  private Growth(CareSolver solver, int... sizes) {
    this.solver = solver;
    this.sizes = sizes;
  }

  static Result measure(CareSolver solver, int... sizes) {
    var growth = new Growth(solver, sizes);
    var warm = CityWeek.of(1_000, 99);
    for (int k = 0; k < 2; k++) solver.solve(warm, SearchLimits.ofIterations(12_000, k), progress -> {});
    return new Result(growth.exponent("first legal plan", 6, p -> solver.solve(p, SearchLimits.ofSeconds(0, 1), progress -> {})),
        growth.exponent(ITERATIONS_PER_VISIT + " iterations a visit", 2, p -> solver.solve(p, SearchLimits.ofIterations((long) ITERATIONS_PER_VISIT * p.visits().size(), 1), progress -> {})));
  }

  /** The slope of the line through the logarithms. */
  private double exponent(String what, int runs, Consumer<CareProblem> work) {
    var line = new StringBuilder("  %-22s".formatted(what));
    double n = sizes.length;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (int size : sizes) {
      var week = CityWeek.of(size, 3);
      double seconds = seconds(week, work, runs);
      line.append("  %d visits %.3f s".formatted(size, seconds));
      double x = Math.log(size);
      double y = Math.log(seconds);
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    double exponent = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    System.out.println(line + "  exponent %.3f".formatted(exponent));
    return exponent;
  }

  /** The least of some runs, as many for each size: what disturbs from outside, and memory touched for the first time, only adds. */
  private static double seconds(CareProblem week, Consumer<CareProblem> work, int runs) {
    double least = Double.MAX_VALUE;
    var threads = ManagementFactory.getThreadMXBean();
    for (int k = 0; k < runs; k++) {
      long began = threads.getCurrentThreadCpuTime();
      work.accept(week);
      least = Math.min(least, (threads.getCurrentThreadCpuTime() - began) / 1e9);
    }
    return least;
  }
}
