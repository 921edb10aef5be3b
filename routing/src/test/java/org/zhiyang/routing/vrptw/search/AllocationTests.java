package org.zhiyang.routing.vrptw.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhiyang.routing.Samples;

class AllocationTests {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void theLocalSearchAllocatesNothing() {
    var tours = new Tours(new Instance(Samples.asymmetric(80, 20, 1), 20, 20));
    var search = new LocalSearch(tours, new Rng(1), Scratch.noHurry());
    var random = new Random(1);
    long allocated = 0;
    for (int i = 0; i < 60; i++) {
      Scratch.scatter(tours, random);
      long before = threads.getCurrentThreadAllocatedBytes();
      search.improve(2, 2, true);
      if (i >= 10) allocated += threads.getCurrentThreadAllocatedBytes() - before;
    }

    assertThat(search.judged()).isGreaterThan(100_000);
    assertThat(allocated).isLessThan(1024);
  }

  @Test
  void aNewPlanOfThePopulationAllocatesNothing() {
    var search = new GeneticSearch(new Instance(Samples.asymmetric(50, 20, 2), 20, 20), Settings.USUAL, 1, Scratch.noHurry());
    for (int i = 0; i < 300; i++) search.step();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 500; i++) search.step();

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1024);
  }
}
