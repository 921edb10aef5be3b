package org.zhiyang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.check.PlanChecker;
import org.zhiyang.routing.check.SolomonFacts;
import org.zhiyang.routing.solomon.SolomonInstance;
import org.zhiyang.routing.solomon.SolomonScale;
import org.zhiyang.routing.vrptw.Objective;
import org.zhiyang.routing.vrptw.VrptwSolver;

/** Measures the gap to the best-known distance of ours and of the peers: same instances, same processor time, every plan checked. Also says how few vehicles ours needs. */
public final class RoutingBench {
  private final Map<String, List<Double>> gaps = new LinkedHashMap<>();
  private final double seconds;
  private final int seeds;

  private RoutingBench(double seconds, int seeds) {
    this.seconds = seconds;
    this.seeds = seeds;
  }

  /** Arguments: the folder of the Solomon files, the file of references, "full" or "quick". */
  public static void main(String[] words) throws Exception {
    Locale.setDefault(Locale.ROOT);
    boolean quick = words[2].equals("quick");
    var cases = Cases.read(Path.of(words[0]), quick);
    var references = new References(Path.of(words[1]));
    var bench = quick ? new RoutingBench(2, 1) : new RoutingBench(10, 3);
    System.out.printf("%.0f processor seconds a run, one thread, %d seed(s); or-tools takes no seed and runs once%n", bench.seconds, bench.seeds);
    for (var instance : cases.solomon()) bench.measure(instance, cases.bestKnown().get(instance.name()), "best-known");
    for (var instance : cases.generated()) bench.measure(instance, references.of(instance), "own long run");
    for (var instance : cases.solomon()) bench.measureVehicles(instance, cases.fleets().get(instance.name()));
    bench.report();
  }

  private void measure(SolomonInstance instance, double reference, String whose) throws Exception {
    var line = new StringBuilder("%-16s %8.1f (%s)".formatted(instance.name(), reference, whose));
    for (var peer : List.of(new Ours(), new Jsprit(), new OrTools(), new Timefold())) {
      line.append("  ").append(peer.name());
      for (long seed = 1; seed <= (peer instanceof OrTools ? 1 : seeds); seed++) {
        double cost = cost(peer, instance, seed);
        double gap = Math.abs(cost - reference) < 1e-6 ? 0 : 100 * (cost - reference) / reference;
        gaps.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(gap);
        line.append(Double.isNaN(cost) ? " none" : " %.2f%%".formatted(gap));
      }
    }
    System.out.println(line);
  }

  /** The other objective, ours alone; it does not count for the goal. */
  private void measureVehicles(SolomonInstance instance, Cases.Fleet best) {
    var line = new StringBuilder("%-16s by vehicles first, best known %d / %.2f%s ".formatted(instance.name(), best.vehicles(), best.distance(), best.vehiclesFirst() ? "" : " (by distance alone)"));
    var facts = new SolomonFacts(instance, false);
    for (long seed = 1; seed <= seeds; seed++) {
      var problem = SolomonScale.of(instance, Objective.VEHICLES).problem();
      var routes = VrptwSolver.solve(problem, Objective.VEHICLES, SearchLimits.ofProcessorSeconds(seconds, seed)).routes();
      double cost = PlanChecker.distance(facts, routes);
      var faults = PlanChecker.check(facts, routes, cost, routes.size());
      if (!faults.isEmpty()) throw new IllegalStateException(instance.name() + " by vehicles: " + faults.getFirst());
      line.append(" %d / %.2f".formatted(routes.size(), cost));
      // Distances compare where the vehicles are as many; the best known ones have two decimals.
      double gap = 100 * (cost - best.distance()) / best.distance();
      if (routes.size() == best.vehicles()) line.append(" (%.2f%%)".formatted(Math.abs(gap) < 0.005 ? 0 : gap));
    }
    System.out.println(line);
  }

  private double cost(Peer peer, SolomonInstance instance, long seed) throws Exception {
    var scale = SolomonScale.of(instance, Objective.DISTANCE);
    var routes = peer.solve(instance, scale.problem(), seconds, seed);
    if (routes.isEmpty()) return Double.NaN;
    var facts = new SolomonFacts(instance, true);
    double cost = PlanChecker.distance(facts, routes);
    var faults = PlanChecker.check(facts, routes, cost, routes.size());
    if (!faults.isEmpty()) throw new IllegalStateException(peer.name() + " on " + instance.name() + ": " + faults.getFirst());
    return cost;
  }

  private void report() {
    double bestPeer = Double.MAX_VALUE;
    String bestName = "";
    for (var peer : gaps.keySet()) {
      System.out.printf("%-9s mean gap %.3f%%  worst %.2f%%  runs %d  without a plan %d%n", peer, mean(peer), worst(peer), gaps.get(peer).size(), gaps.get(peer).stream().filter(gap -> gap.isNaN()).count());
      if (!peer.equals("zhiyang") && mean(peer) < bestPeer) {
        bestPeer = mean(peer);
        bestName = peer;
      }
    }
    double ours = mean("zhiyang");
    boolean met = ours <= 0.5 && worst("zhiyang") <= 2 && ours <= bestPeer / 10;
    System.out.printf("{\"name\":\"routing\",\"ours\":%.3f,\"unit\":\"mean gap %%\",\"reference\":%.3f,\"referenceName\":\"%s\",\"ratio\":%.4f,\"goal\":\"mean <= 0.5, worst <= 2, at most a tenth of the best Java peer\",\"met\":%b}%n",
        ours, bestPeer, bestName, ours / Math.max(bestPeer, 1e-3), met); // a peer may have no gap at all
  }

  private double mean(String peer) {
    return gaps.get(peer).stream().filter(gap -> !gap.isNaN()).mapToDouble(Double::doubleValue).average().orElse(Double.MAX_VALUE);
  }

  private double worst(String peer) {
    return gaps.get(peer).stream().filter(gap -> !gap.isNaN()).mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }
}
