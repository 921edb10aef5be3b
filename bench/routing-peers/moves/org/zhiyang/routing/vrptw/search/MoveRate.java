package org.zhiyang.routing.vrptw.search;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.solomon.SolomonFamily;
import org.zhiyang.routing.solomon.SolomonGenerator;
import org.zhiyang.routing.solomon.SolomonScale;
import org.zhiyang.routing.vrptw.Objective;

/** How many moves a second the local search judges, and how many bytes it allocates for a new plan, on generated instances of 100 customers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class MoveRate {
  @Param({"R1", "R2", "C2"})
  public SolomonFamily family;

  private GeneticSearch search;

  /** JMH turns the count into a rate. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Judged {
    public long moves;

    @Setup(Level.Iteration)
    public void begin() {
      moves = 0;
    }
  }

  @Setup
  public void begin() {
    var problem = SolomonScale.of(SolomonGenerator.make(family, 100, 75, family.name().endsWith("1") ? 60 : 240, 1), Objective.DISTANCE).problem();
    search = new GeneticSearch(new Instance(problem, 25, Settings.USUAL.near()), Settings.USUAL, 1, new Watch(SearchLimits.ofIterations(1, 1), System.nanoTime()));
  }

  @Benchmark
  public void plans(Judged judged) {
    long before = search.judged();
    search.step();
    judged.moves += search.judged() - before;
  }

  public static void main(String[] words) throws Exception {
    Locale.setDefault(Locale.ROOT);
    var options = new OptionsBuilder().include(MoveRate.class.getSimpleName()).addProfiler(GCProfiler.class).jvmArgs("-XX:+UseSerialGC");
    if (words.length > 0) options.warmupIterations(2).measurementIterations(3);
    double least = Double.MAX_VALUE;
    double bytes = 0;
    for (var result : new Runner(options.build()).run()) {
      double rate = result.getSecondaryResults().get("moves").getScore();
      double allocated = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
      System.out.printf("%s: %.1f million moves a second, %.0f new plans a second, %.1f bytes a new plan%n", result.getParams().getParam("family"), rate / 1e6, result.getPrimaryResult().getScore(), allocated);
      least = Math.min(least, rate);
      bytes = Math.max(bytes, allocated);
    }
    System.out.printf("{\"name\":\"routing-moves\",\"ours\":%.1f,\"unit\":\"million moves/s (slowest family)\",\"reference\":%.1f,\"referenceName\":\"bytes allocated a new plan\",\"ratio\":null,\"goal\":\"no allocation: below 64 bytes a plan\",\"met\":%b}%n",
        least / 1e6, bytes, bytes < 64);
  }
}
