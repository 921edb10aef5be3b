package org.zhiyang.bench.dispatch;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.routing.care.CareSolver.RepairLimits;
import org.zhiyang.routing.check.CareChecker;

/** Repairs a standing week after one event, many times, and counts from the two plans alone who else was moved. */
final class Repairs {
  private static final int TOLERANCE = 15;

  /** @param p95Processor seconds of the processor, where a busy machine makes the clock run faster; @param lost visits served before and not after, the event's own included; @param urgentLeft urgent visits nobody comes to */
  record Result(int events, double p50, double p95, double slowest, double p95Processor, double p50Moved, double p95Moved, int mostMoved, double p95MovedAllServed, int lost, int urgentLeft, int faults) {}

  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private final List<Double> moved = new ArrayList<>();
  private final Map<Events.Kind, List<Double>> movedBy = new EnumMap<>(Events.Kind.class);
  private final List<Double> movedAllServed = new ArrayList<>();
  private int lost;
  private int urgentLeft;
  private int faults;

  static Result measure(CareSolver solver, CareProblem week, CarePlan plan, int events, long seed) {
    var repairs = new Repairs();
    var source = new Events(week, plan, seed);
    // The first few warm up the machine and are not counted.
    for (int k = 0; k < 4; k++) new Repairs().one(solver, source.next(Events.Kind.values()[k]), plan, k);
    for (int k = 0; k < events; k++) repairs.one(solver, source.next(Events.Kind.values()[k % 4]), plan, k);
    repairs.movedBy.forEach((kind, each) -> System.out.printf("  %-9s moved others: mean %.2f, most %.0f%n", kind.name().toLowerCase(java.util.Locale.ROOT), each.stream().mapToDouble(d -> d).average().orElse(0), Collections.max(each)));
    return repairs.result();
  }

  private void one(CareSolver solver, Events.Event event, CarePlan before, int seed) {
    long began = System.nanoTime();
    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    var repair = solver.repair(event.problem(), new RepairLimits(Duration.ofMillis(800), TOLERANCE, 2, 6, seed));
    seconds.add((System.nanoTime() - began) / 1e9);
    processor.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e9);
    var broken = CareChecker.check(event.problem(), repair.plan(), TOLERANCE);
    if (!broken.isEmpty()) System.out.println("  hard rule broken after " + event.kind() + ": " + broken.getFirst());
    faults += broken.size();
    double others = moved(event.concerned(), before, repair.plan());
    moved.add(others);
    if (repair.plan().unserved().isEmpty()) movedAllServed.add(others);
    movedBy.computeIfAbsent(event.kind(), k -> new ArrayList<>()).add(others);
    var left = Set.copyOf(repair.plan().unserved());
    if (event.kind() == Events.Kind.URGENT && left.contains("urgent")) urgentLeft++;
    lost += (int) before.stops().stream().filter(s -> left.contains(s.visit())).count();
  }

  /** Visits of the standing plan that begin otherwise by more than the tolerance or get another carer, those the event is about apart. */
  private static long moved(Set<String> concerned, CarePlan before, CarePlan after) {
    var told = new HashMap<String, CarePlan.Stop>();
    before.stops().forEach(s -> told.put(s.visit(), s));
    return after.stops().stream().filter(s -> !concerned.contains(s.visit()) && told.containsKey(s.visit()))
        .filter(s -> !told.get(s.visit()).carer().equals(s.carer()) || Math.abs(told.get(s.visit()).start() - s.start()) > TOLERANCE).count();
  }

  private Result result() {
    return new Result(seconds.size(), part(seconds, 0.5), part(seconds, 0.95), part(seconds, 1), part(processor, 0.95), part(moved, 0.5), part(moved, 0.95), (int) part(moved, 1), part(movedAllServed, 0.95), lost, urgentLeft, faults);
  }

  private static double part(List<Double> figures, double part) {
    if (figures.isEmpty()) return 0;
    var sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
  }
}
