package org.zhiyang.routing.hhcrsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTests {
  private int kept;
  private int circles;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void afterAnyMoveHasTheStartsAndTheCostOfACountFromNothing(int seed) {
    var model = new Model(withShifts(HhcrspGenerator.make(12 + seed * 3, seed), seed % 2 == 0));
    var random = new Random(seed);
    var rounds = new Rounds(model, Construction.routes(model));
    compare(model, rounds);
    for (int k = 0; k < 3_000; k++) tryOne(model, rounds, random);
    assertThat(kept).isGreaterThan(300);
    assertThat(circles).isGreaterThan(100);
  }

  private void tryOne(Model model, Rounds rounds, Random random) {
    long before = rounds.cost();
    change(model, rounds, random);
    boolean settled = rounds.settle(Model.NEVER);
    var starts = Timing.starts(model, rounds.routes());
    assertThat(settled).as("a plan without a circle is settled, one with a circle is not").isEqualTo(starts != null);
    if (!settled) circles++;
    if (settled && rounds.allowed() && random.nextInt(10) < 8) {
      compare(model, rounds);
      rounds.keep();
      kept++;
    } else {
      rounds.undo();
      assertThat(rounds.cost()).isEqualTo(before);
    }
    if (random.nextInt(20) == 0) compare(model, rounds);
  }

  private static void compare(Model model, Rounds rounds) {
    var routes = rounds.routes();
    var starts = Timing.starts(model, routes);
    assertThat(starts).isNotNull();
    for (int i = 0; i < model.services; i++) assertThat(rounds.start[i]).as("start of service %d", i).isEqualTo(starts[i]);
    long cost = Timing.cost(model, routes);
    assertThat(rounds.legal()).isEqualTo(cost < Model.NEVER);
    if (rounds.legal()) assertThat(rounds.cost()).isEqualTo(cost);
  }

  private static void change(Model model, Rounds rounds, Random random) {
    int i = random.nextInt(model.services);
    int j = random.nextInt(model.services);
    switch (random.nextInt(4)) {
      case 0 -> {
        if (i != j) rounds.move(i, i, random.nextBoolean() ? j : model.services + random.nextInt(model.carers));
      }
      case 1 -> {
        int last = rounds.next[i] < model.services ? rounds.next[i] : i;
        if (j != i && j != last) rounds.move(i, last, j);
      }
      case 2 -> {
        if (i != j) rounds.swap(i, j);
      }
      default -> {
        int a = random.nextInt(5) == 0 ? model.services + rounds.carer[i] : i;
        if (rounds.carer[a] != rounds.carer[j]) rounds.exchangeTails(a, rounds.prev[j]);
      }
    }
  }

  /** Every third carer works half a day only. */
  private static HhcrspInstance withShifts(HhcrspInstance instance, boolean shifts) {
    if (!shifts) return instance;
    var carers = new java.util.ArrayList<HhcrspInstance.Carer>();
    for (var carer : instance.carers()) {
      Set<String> abilities = new HashSet<>(carer.abilities());
      int c = carers.size();
      carers.add(new HhcrspInstance.Carer(carer.id(), abilities, c % 3 == 2 ? 200 : 0, c % 3 == 2 ? 520 : c == 0 ? 900 : Double.POSITIVE_INFINITY));
    }
    return new HhcrspInstance(instance.patients(), carers, instance.offices(), instance.travel());
  }
}
