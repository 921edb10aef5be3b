package org.zhiyang.bench.dispatch;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSolver;
import org.zhiyang.routing.care.CareSolvers;
import org.zhiyang.routing.care.city.CityWeek;
import org.zhiyang.routing.care.city.NearestDispatcher;

/** The city's week: planned, compared with a dispatcher without a planner and with other solvers, repaired, and made larger. Every plan is judged by the checker. */
public final class DispatchBench {
  private static final int THREADS = 2;
  private static final long SEED = 1;

  /**
   * @param calls visits of the week; @param seconds to plan them; @param events to repair, once in the whole week and once in that of a county
   * @param peerCalls, peerSeconds the week the peers can hold, and processor seconds for each
   */
  private record Size(int calls, double seconds, int events, int county, int peerCalls, double peerSeconds, int... growth) {}

  private static final Size FULL = new Size(40_000, 600, 200, 8_000, 600, 120, 500, 5_000, 50_000);
  private static final Size QUICK = new Size(2_000, 8, 12, 500, 200, 4, 500, 1_500, 5_000);

  private final CareSolver solver = CareSolvers.standard();
  private final Size size;

  private DispatchBench(Size size) {
    this.size = size;
  }

  /** Arguments: "full" or "quick"; then, to try other sizes, visits and seconds. */
  public static void main(String[] words) {
    Locale.setDefault(Locale.ROOT);
    var size = words[0].equals("quick") ? QUICK : FULL;
    if (words.length > 2) size = new Size(Integer.parseInt(words[1]), Double.parseDouble(words[2]), size.events, size.county, size.peerCalls, size.peerSeconds, size.growth);
    new DispatchBench(size).run();
  }

  private void run() {
    var week = CityWeek.of(size.calls, SEED);
    System.out.printf("city week: %d visits (%d with both carers of a pair), %d carers, %d threads, %d MiB heap at most%n", size.calls, week.visits().size(), week.carers().size(), THREADS,
        Runtime.getRuntime().maxMemory() >> 20);
    var nearest = Figures.of(week, NearestDispatcher.dispatch(week));
    System.out.println(nearest.line("nearest"));
    double first = first(week);
    var plan = plan(week, size.seconds);
    var ours = Figures.of(week, plan);
    System.out.println(ours.line("zhiyang") + "  after %.0f s".formatted(size.seconds));
    long heap = heap();
    var repaired = repairs("the whole week", week, plan);
    var county = CityWeek.of(size.county, SEED);
    var ofCounty = repairs("a county's week", county, plan(county, Math.min(60, size.seconds / 2)));
    System.out.printf("growth, processor seconds of one thread%n");
    var growth = Growth.measure(solver, size.growth);
    var peers = peers();
    report(nearest, first, ours, heap, repaired, ofCounty, growth, peers);
  }

  /** By the wall clock: only a quiet machine gives the whole time of two processors. */
  private CarePlan plan(CareProblem week, double seconds) {
    return solver.solve(week, SearchLimits.ofSeconds(seconds, SEED).withThreads(THREADS), progress -> {});
  }

  /** Seconds to a plan that the checker has passed, reading the problem included. */
  private double first(CareProblem week) {
    long began = System.nanoTime();
    var plan = solver.solve(week, SearchLimits.ofSeconds(0, SEED), progress -> {});
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.println(Figures.of(week, plan).line("zhiyang") + "  first plan, after %.1f s".formatted(seconds));
    return seconds;
  }

  private Repairs.Result repairs(String what, CareProblem week, CarePlan plan) {
    System.out.printf("repair of one event in %s (%d visits), %d events%n", what, week.visits().size(), size.events);
    var r = Repairs.measure(solver, week, plan, size.events, SEED);
    System.out.printf("  seconds p50 %.3f  p95 %.3f  most %.3f  (p95 of processor time %.3f);  others moved p50 %.0f  p95 %.0f  most %d, p95 of events that left nobody unserved %.0f;  visits lost %d, urgent ones left %d, hard rules broken %d%n", r.p50(), r.p95(), r.slowest(), r.p95Processor(),
        r.p50Moved(), r.p95Moved(), r.mostMoved(), r.p95MovedAllServed(), r.lost(), r.urgentLeft(), r.faults());
    return r;
  }

  private record Compared(String name, Figures figures) {}

  /** Ours first. */
  private List<Compared> peers() {
    var week = CityWeek.of(size.peerCalls, SEED);
    System.out.printf("equal processor time: %d visits, %.0f s each, one thread%n", size.peerCalls, size.peerSeconds);
    var all = new ArrayList<Compared>();
    for (WeekPeer peer : List.of(new OurWeek(solver), new TimefoldWeek(), new OrToolsWeek())) {
      var compared = new Compared(peer.name(), Figures.of(week, peer.solve(week, size.peerSeconds, SEED)));
      System.out.println(compared.figures().line(peer.name()));
      all.add(compared);
    }
    return all;
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  private void report(Figures nearest, double first, Figures ours, long heap, Repairs.Result week, Repairs.Result county, Growth.Result growth, List<Compared> peers) {
    double travel = ours.travelRatio(nearest);
    double carers = ours.carersPerElder() / nearest.carersPerElder();
    int faults = ours.faults() + week.faults() + county.faults();
    var mine = peers.getFirst().figures();
    boolean better = peers.stream().skip(1).allMatch(p -> p.figures().faults() > 0 || mine.cost() < p.figures().cost());
    boolean met = first <= 60 && faults == 0 && travel <= 0.9 && carers <= 0.7 && week.p95() <= 1 && week.p95Moved() <= 2 && better && growth.first() <= 1.15 && growth.iterations() <= 1.15;
    var costs = new StringBuilder();
    for (var p : peers) costs.append(costs.isEmpty() ? "" : ",").append("\"%s\":%.0f".formatted(p.name(), p.figures().cost()));
    System.out.printf("peak heap %d MiB%n", heap);
    System.out.printf("{\"name\":\"dispatch\",\"ours\":%d,\"unit\":\"travel minutes of the week\",\"reference\":%d,\"referenceName\":\"nearest-available dispatcher\",\"ratio\":%.3f,"
        + "\"goal\":\"first plan 60 s, hard 0, travel 0.9, carers per elder 0.7, repair p95 1 s and 2 moved, growth 1.15, better than each peer\",\"met\":%b,"
        + "\"visits\":%d,\"seconds\":%.0f,\"firstPlanSeconds\":%.2f,\"hardViolations\":%d,\"carersPerElder\":%.3f,\"carersPerElderReference\":%.3f,\"carersPerElderRatio\":%.3f,"
        + "\"unserved\":%d,\"unservedReference\":%d,\"repairP50\":%.3f,\"repairP95\":%.3f,\"movedP95\":%.0f,\"movedMost\":%d,\"movedP95AllServed\":%.0f,\"countyRepairP95\":%.3f,\"countyMovedP95\":%.0f,"
        + "\"growthFirst\":%.3f,\"growthIterations\":%.3f,\"peakHeapMiB\":%d,\"costAtEqualTime\":{%s}}%n", ours.travel(), nearest.travel(), travel, met, size.calls, size.seconds, first, faults,
        ours.carersPerElder(), nearest.carersPerElder(), carers, ours.unserved(), nearest.unserved(), week.p50(), week.p95(), week.p95Moved(), week.mostMoved(), week.p95MovedAllServed(), county.p95(), county.p95Moved(),
        growth.first(), growth.iterations(), heap, costs);
  }
}
