package org.zhiyang.routing.care.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareSamples;
import org.zhiyang.routing.care.CareWeights;
import org.zhiyang.routing.check.CareChecker;

/** The flat arrays against the checker that counts from nothing, on plans that nobody would make. */
class EngineTests {
  private static final CareWeights WITHOUT_FAIRNESS = new CareWeights(1_000, 2, 30, 12, 10, 0, 60);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void countsEveryPlanAsTheCheckerDoes(long seed) {
    var problem = CareSamples.any(seed, 60, 8, 3, WITHOUT_FAIRNESS);
    var shop = new Workshop(problem, CareProblem.TOLERANCE, problem.weights(), List.of());
    var placing = new Placing(shop.desk, shop.grounds, new int[0][], new Chance(seed));
    var random = new Random(seed);
    int served = 0;

    for (int round = 0; round < 150; round++) {
      double before = shop.score().cost();
      shop.desk.begin();
      boolean legal = true;
      for (int k = 0; k < 3; k++) {
        int v = random.nextInt(shop.model.n);
        if (shop.board.route[v] >= 0) legal &= taken(shop, v);
      }
      legal = shop.desk.settle() && legal;
      int v = random.nextInt(shop.model.n);
      if (legal) placing.place(v, true);
      double change = shop.desk.delta;
      if (!legal || random.nextInt(4) == 0) {
        shop.desk.undo();
        change = 0;
      }
      var plan = shop.plan();
      served = Math.max(served, plan.stops().size());

      Assertions.assertThat(CareChecker.check(problem, plan)).as("round %d", round).isEmpty();
      assertThat(plan.score().cost()).as("round %d", round).isEqualTo(before + change, Assertions.within(1e-6));
    }
    assertThat(served).isGreaterThan(5);
  }

  private static boolean taken(Workshop shop, int v) {
    if (shop.model.paired(v)) shop.desk.take(shop.model.mate[v]);
    shop.desk.take(v);
    return true;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void takesEverythingBack(long seed) {
    var problem = CareSamples.any(seed, 50, 6, 2, CareSamples.WEIGHTS);
    var shop = new Workshop(problem, CareProblem.TOLERANCE, problem.weights(), List.of());
    var placing = new Placing(shop.desk, shop.grounds, new int[0][], new Chance(seed));
    new FirstPlan(shop.desk).greedy(IntStream.range(0, shop.model.n).toArray(), placing);
    var before = shop.plan();
    var aims = shop.board.aim.clone();
    var lows = shop.board.low.clone();

    shop.desk.begin();
    for (var stop : before.stops().subList(0, before.stops().size() / 2)) {
      int v = shop.model.index.get(stop.visit());
      if (shop.board.route[v] >= 0) taken(shop, v);
    }
    if (shop.desk.settle()) placing.placeAll(IntStream.range(0, shop.model.n).toArray(), shop.model.n);
    shop.desk.undo();

    assertThat(shop.plan()).isEqualTo(before);
    assertThat(shop.board.aim).isEqualTo(aims);
    assertThat(shop.board.low).isEqualTo(lows);
  }
}
