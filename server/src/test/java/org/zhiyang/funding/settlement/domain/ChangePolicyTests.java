package org.zhiyang.funding.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.funding.settlement.domain.ChangePolicy.Month;
import org.zhiyang.funding.settlement.domain.ChangePolicy.Use;

class ChangePolicyTests {
  private static final UUID STAYS = new UUID(0, 1);
  private static final UUID GOES = new UUID(0, 2);
  private static final UUID COMES = new UUID(0, 3);

  @Test
  void tellsNewFromStoppedFromPriceFromQuantity() {
    var before = new Month(List.of(use(STAYS, "MEAL", 10, 10_000), use(GOES, "MEAL", 5, 5_000)), 0, 0, 0);
    var now = new Month(List.of(use(STAYS, "MEAL", 12, 13_200), use(COMES, "BATHING", 1, 8_000)), 700, -300, 0);

    var change = ChangePolicy.explain(before, now);

    assertThat(change).isEqualTo(new ChangePolicy.Change(8_000, 1, -5_000, 1, 1_200, 2_000, -700, -300, 0, 5_200));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void thePartsAlwaysAddUpToTheWholeChange(long seed) {
    var random = new Random(seed);

    var c = ChangePolicy.explain(month(random), month(random));

    assertThat(c.newElders() + c.stoppedElders() + c.price() + c.quantity() + c.withheld() + c.corrections() + c.leftOut()).isEqualTo(c.total());
  }

  private static Use use(UUID elder, String service, int units, long dueFen) {
    return new Use(elder, service, BigDecimal.valueOf(units), dueFen);
  }

  private static Month month(Random random) {
    var uses = new ArrayList<Use>();
    for (var i = 0; i < 60; i++) uses.add(use(new UUID(0, random.nextInt(30)), random.nextBoolean() ? "MEAL" : "BATHING", random.nextInt(20), random.nextInt(90_000)));
    return new Month(uses, random.nextInt(1000), random.nextInt(2000) - 1000, random.nextInt(1000));
  }
}
