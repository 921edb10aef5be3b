package org.zhiyang.routing.vrptw.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.Samples;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.TravelMatrix;
import org.zhiyang.routing.vrptw.Stop;
import org.zhiyang.routing.vrptw.VrptwProblem;

class PreparationTests {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void withoutATableTheFiguresAreTheSame() {
    var problem = Samples.asymmetric(60, 60, 1);
    var table = prepared(problem, true);
    var asked = prepared(problem, false);

    assertThat(table.arc).isNotNull();
    assertThat(asked.arc).isNull();
    assertThat(asked.near).isEqualTo(table.near);
    for (int i = 0; i <= 60; i++) {
      for (int j = 0; j <= 60; j++) {
        assertThat(asked.distance(i, j)).isEqualTo(table.distance(i, j));
        assertThat(asked.time(i, j)).isEqualTo(table.time(i, j));
        assertThat(asked.withoutDistances().distance(i, j)).isZero();
      }
    }
  }

  @Test
  void withoutATableTheSearchWalksTheSameWay() {
    var problem = Samples.asymmetric(60, 60, 2);
    var plans = IntStream.of(0, 1).mapToObj(k -> {
      var search = new GeneticSearch(prepared(problem, k == 0).withVehicles(20), Settings.USUAL, 5, Scratch.noHurry());
      for (int i = 0; i < 150; i++) search.step();
      return search.best();
    }).toList();

    assertThat(plans.get(0).tour).isEqualTo(plans.get(1).tour);
    assertThat(plans.get(0).distance).isEqualTo(plans.get(1).distance).isPositive();
  }

  @Test
  void nearCustomersAreThoseOfTheLeastStrainInOrder() {
    var in = new Instance(Samples.asymmetric(50, 20, 3), 20, 12);

    for (int c = 1; c <= in.n; c++) {
      int of = c;
      var expected = IntStream.rangeClosed(1, in.n).filter(o -> o != of).boxed().sorted(Comparator.comparingLong((Integer o) -> Math.min(strain(in, of, o), strain(in, o, of))).thenComparing(o -> o)).limit(12).toList();
      assertThat(IntStream.range(c * 12, (c + 1) * 12).mapToObj(i -> in.near[i])).containsExactlyElementsOf(expected);
    }
  }

  private static long strain(Instance in, int from, int to) {
    long ready = in.early[from] + in.time(from, to);
    return in.distance(from, to) + Math.max(0, in.early[to] - in.time(from, to) - in.late[from]) / 5 + Math.max(0, ready - in.late[to]);
  }

  @Test
  void makesATableOnlyWhereItFits() {
    var many = problem(8_000);

    assertThat(new Preparation(many, 1, 4 * GIGABYTE).table).isTrue();
    assertThat(new Preparation(many, 1, GIGABYTE).table).isFalse();
    assertThat(new Preparation(many, 8, 4 * GIGABYTE).table).as("each thread may need one of its own").isFalse();
  }

  @Test
  void refusesBeforeBuildingWhatTheMemoryCannotHold() {
    assertThatThrownBy(() -> new Preparation(problem(8_000), 4, GIGABYTE)).isInstanceOf(RoutingRefusal.class)
        .hasMessageContaining("8000 个客户、4 个线程约需内存").hasMessageContaining("请减少线程或客户");
  }

  @Test
  void isNotReadyWhenTheTimeIsOver() {
    var over = new Watch(SearchLimits.ofTime(Duration.ZERO, 1), System.nanoTime());

    assertThat(new Preparation(problem(60), 1, GIGABYTE).full(over)).isNull();
    assertThat(Instance.bare(problem(2_000)).prepared(30, true, over)).isNull();
    assertThat(Instance.bare(problem(2_000)).prepared(30, false, over)).isNull();
  }

  private static VrptwProblem problem(int customers) {
    var stops = new ArrayList<>(Collections.nCopies(customers + 1, new Stop(1, 0, 1_000, 1)));
    stops.set(0, new Stop(0, 0, 1_000, 0));
    return new VrptwProblem(stops, 10, customers, TravelMatrix.computed(customers + 1, (i, j) -> 0, (i, j) -> 0));
  }

  private static Instance prepared(VrptwProblem problem, boolean table) {
    return Objects.requireNonNull(Instance.bare(problem).prepared(30, table, Scratch.noHurry()));
  }
}
